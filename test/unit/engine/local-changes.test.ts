import { describe, expect, it } from 'vitest';
import type { FileEdit } from '../../../src/engine/computer.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Change, Computer, Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const COMPUTER: Computer = {
  system: async () => 'debian',
  awsCli: async () => undefined,
  git: async () => undefined,
  profiles: async () => ({ signedIn: [], taken: [] }),
  whoIs: async () => undefined,
  loginCommand: async () => [],
  leftoverKeys: async () => [],
  editFile: async () => undefined,
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
    expect(fix?.map(say).join()).toContain('in a terminal of your own');
  });

  it('has the account confirmed if a call goes with it', async () => {
    const both = fakeStep('a', {
      onComputer: true,
      plan: (seen) => (seen ? [] : [command, call('a')]),
    });
    const run = runEnding(0, false, { answers: { account: false } });
    await expect(walkStep(both, run)).rejects.toThrow('quit');
    expect(run.asked).toEqual(['a.apply', 'account']);
  });

  it('blocks its step if the file does not hold what was written', async () => {
    const edit: FileEdit = { file: '/home/kim/.aws/config', seen: 'x', lines: [] };
    const writing = fakeStep('a', {
      onComputer: true,
      plan: () => [{ kind: 'local', id: 'edit', summary: t('Take it out'), edit }],
    });
    const { state, message, fix } = await walkStep(writing, runEnding(0));
    expect([state, message && say(message), fix?.map(say)]).toEqual([
      'blocked',
      'The file was written, and does not hold the change: Take it out',
      ['Another program may write it too. Run Rootlock again.'],
    ]);
  });

  it('blocks its step at once if the command has changed nothing', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const { state, message, fix } = await walkStep(step, runEnding(0, false, { sleep }));
    expect([state, waits]).toEqual(['blocked', []]);
    expect(message && say(message)).toBe(
      'The command has ended well, but what it should change is not there: Install it',
    );
    expect(fix?.map(say)).toEqual(['Run Rootlock again, and read what the command says.']);
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

describe('an edit of a file', () => {
  const edit: FileEdit = {
    file: '/home/you/file',
    seen: 'first',
    lines: [{ at: 0, before: 'secret = [secret]' }],
  };

  /** A run on a computer whose file holds this. It is read at each look, and `edit` is made only on what was seen. */
  function runOn(file: { seen: string; before: string }, more: object = {}) {
    const made: FileEdit[] = [];
    const editFile = async (one: FileEdit) => {
      if (one.seen !== file.seen) throw new Blocked(t('Another program has changed it.'));
      made.push(one);
      run.account.a = 1;
    };
    const run = fakeRun({ computer: { ...COMPUTER, editFile }, trusted: false, ...more });
    const about = fakeStep('a', {
      onComputer: true,
      level: 'optional',
      plan: (seen) =>
        seen
          ? []
          : [
              {
                kind: 'local',
                id: edit.file,
                summary: t('Take it out'),
                edit: { ...edit, seen: file.seen, lines: [{ at: 0, before: file.before }] },
              },
            ],
    });
    return { run, about, made };
  }

  it('is made after a yes, is told to the end of the run, and sends nothing to AWS', async () => {
    const { run, about, made } = runOn({ seen: 'first', before: 'x' });
    expect((await walkStep(about, run)).state).toBe('secure');
    expect([run.asked, run.sent, made.length]).toEqual([['a.apply'], [], 1]);
    const told = run.events.flatMap((event) =>
      event.type === 'changedHere' ? [say(event.change.summary)] : [],
    );
    expect(told).toEqual(['Take it out']);
  });

  it('is made of what the file holds after the yes, if other lines have changed meanwhile', async () => {
    const file = { seen: 'first', before: 'x' };
    const ask = () => {
      file.seen = 'second';
    };
    const { run, about, made } = runOn(file, { ask, interactive: true });
    expect((await walkStep(about, run)).state).toBe('secure');
    expect(made.map(({ seen }) => seen)).toEqual(['second']);
  });

  it('is asked about again if its own lines have changed meanwhile', async () => {
    const file = { seen: 'first', before: 'x' };
    const ask = (id: string) => {
      if (id === 'a.apply') file.before = 'y';
    };
    const { run, about, made } = runOn(file, { ask, interactive: true });
    await walkStep(about, run);
    expect(run.asked.filter((id) => id === 'a.apply')).toHaveLength(2);
    expect(made.map(({ lines }) => lines[0]?.before)).toEqual(['y']);
  });

  it('blocks its step if the file changes at the last moment, and is not tried again by itself', async () => {
    const { run, about, made } = runOn({ seen: 'first', before: 'x' });
    const editFile = async () => {
      throw new Blocked(t('Another program has changed it.'));
    };
    run.context.computer = { ...COMPUTER, editFile };
    expect((await walkStep(about, run)).state).toBe('blocked');
    expect([made, run.asked]).toEqual([[], ['a.apply']]);
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
