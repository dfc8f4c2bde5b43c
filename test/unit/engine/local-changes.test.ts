import { describe, expect, it } from 'vitest';
import type { Change, Computer, Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const COMPUTER: Computer = {
  system: async () => 'debian',
  awsCli: async () => undefined,
  git: async () => undefined,
  profiles: async () => ({ signedIn: [], taken: [] }),
  whoIs: async () => undefined,
  loginCommand: async () => [],
};

const command: Change = {
  kind: 'local',
  id: 'run',
  summary: t('Install it'),
  argv: ['git', 'install it'],
};

/** Secure once the command has run. */
const step = fakeStep('a', {
  onComputer: true,
  level: 'optional',
  plan: (seen) => (seen ? [] : [command]),
});

/** A run in which the command ends with this status. `works`: it changes what it should. */
function runEnding(status: number, works = true, more: object = {}) {
  const run = fakeRun({
    computer: COMPUTER,
    trusted: false,
    ask: (_: string, question: Question) => {
      if (question.kind !== 'command') return undefined;
      if (works) run.account.a = 1;
      return status;
    },
    ...more,
  });
  return run;
}

describe('a change on this computer', () => {
  it('is made after a yes, in the terminal, and looked at again', async () => {
    const run = runEnding(0);
    const row = await walkStep(step, run);
    // Nothing of AWS changes, so nobody has to say that the account is theirs.
    expect([row.state, run.asked, run.sent]).toEqual(['secure', ['a.apply', 'a.run'], []]);
    expect(run.questions['a.run']).toMatchObject({ kind: 'command', argv: ['git', 'install it'] });
  });

  it('is not made without the yes', async () => {
    const run = runEnding(0, true, { answers: { 'a.apply': false } });
    expect([(await walkStep(step, run)).state, run.asked]).toEqual(['skipped', ['a.apply']]);
  });

  it('blocks its step if the command fails, and names it', async () => {
    const { state, message, fix } = await walkStep(step, runEnding(3, false));
    expect(state).toBe('blocked');
    expect(message && say(message)).toBe('"git \'install it\'" failed (3).');
    expect(fix).toHaveLength(1);
  });

  it('blocks its step at once if the command has changed nothing', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const { state, message } = await walkStep(step, runEnding(0, false, { sleep }));
    expect([state, waits]).toEqual(['blocked', []]);
    expect(message && say(message)).toContain('Install it');
  });

  it('has failed if it is planned anew in other words, and is not tried for ever', async () => {
    let tries = 0;
    const again = fakeStep('a', {
      onComputer: true,
      plan: () => [{ ...command, argv: ['git', `install ${tries}`] }],
    });
    const run = runEnding(0, false, {
      computer: { ...COMPUTER, pretend: () => (tries++ > 9 ? 1 : 0) },
    });
    expect([(await walkStep(again, run)).state, tries]).toEqual(['blocked', 1]);
  });

  it('is played in practice, and no program runs', async () => {
    const played: string[][] = [];
    const run = runEnding(0, true, {
      computer: {
        ...COMPUTER,
        pretend: (argv: string[]) => {
          played.push(argv);
          run.account.a = 1;
          return 0;
        },
      },
    });
    const row = await walkStep(step, run);
    expect([row.state, run.asked]).toEqual(['secure', ['a.apply']]);
    expect(played).toEqual([['git', 'install it']]);
  });
});

it('a step about the owner’s computer is left out elsewhere, and asks nothing there', async () => {
  const run = fakeRun();
  const rows = await walkSteps([step, fakeStep('b')], run);
  expect(rows.map(({ id }) => id)).toEqual(['b']);
});

it('only a step about the owner’s computer may ask about it', async () => {
  const asked: boolean[] = [];
  const observe = async (look: object) => void asked.push('computer' in look);
  const about = (id: string, more: object) => fakeStep(id, { observe, plan: () => [], ...more });
  await walkSteps([about('a', { onComputer: true }), about('b', {})], runEnding(0));
  expect([...new Set(asked.map((_, index) => asked[index % 2]))]).toEqual([true, false]);
});
