import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/engine/apply-changes.ts';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import type { Change } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { say, t } from '../../../src/text/text.ts';
import {
  accountIn,
  call,
  type FakeAccount,
  fakeRun,
  fakeStep,
  text,
} from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

/** Plans those of these calls that were not sent yet, unless `plan` says otherwise. It sees the fake account as it is. */
const stepOf = (changes: Change[], plan?: (seen: FakeAccount) => Change[]) =>
  fakeStep<FakeAccount>('a', {
    observe: async (look) => ({ ...accountIn(look) }),
    status: () => t('…'),
    plan: (seen) => plan?.(seen) ?? changes.filter((change) => !seen[nameOf(change)]),
  });

const nameOf = (change: Change): string =>
  change.kind === 'call' ? (change.input as { GroupName: string }).GroupName : '';

/** Somebody else changes the account while this call is sent. */
function changedDuring(name: string, by: string, more: object = {}) {
  const run = fakeRun({ answers: { 'a.apply': true }, ...more });
  const { send } = run.context;
  run.context.send = (request) => {
    if ((request.input as { GroupName: string }).GroupName === name) run.account[by] = 1;
    return send(request);
  };
  return run;
}

it('a change behind a gate is refused even if somebody has confirmed it', async () => {
  const shut = [call('a'), call('b', { gated: true })];
  const step = stepOf(shut);
  const { context, sent } = fakeRun();
  const state = await survey(inOneChapter([step]), context);
  await expect(applyChanges(state, step, shut)).rejects.toThrow('a: its gate is shut');
  expect(sent).toEqual([]);
});

describe('right before it is sent', () => {
  it('a change that cannot be undone is looked at once more: its phrase takes a while to type', async () => {
    const final = call('a', { confirmPhrase: 'WXYZ' });
    const run = fakeRun({
      ask: (id) => {
        if (id !== 'a.typed') return undefined;
        run.account.other = 1;
        return 'WXYZ';
      },
    });
    const row = await walkStep(
      stepOf([final], (seen) => (seen.other ? [] : [final])),
      run,
    );
    expect([row.state, run.sent]).toEqual(['secure', []]);
  });

  it.each([{ danger: true }, { afterShown: true }, { replaces: true as const }])(
    '%j: a change is looked at once more, and left if it is no longer planned',
    async (more) => {
      const changes = [call('a'), call('b', more)];
      const step = stepOf(changes, (seen) =>
        seen.other ? [] : changes.filter((change) => !seen[nameOf(change)]),
      );
      const run = changedDuring('a', 'other');
      expect([(await walkStep(step, run)).state, run.sent]).toEqual(['secure', ['a']]);
      const undisturbed = fakeRun({ answers: { 'a.apply': true } });
      await walkStep(step, undisturbed);
      expect(undisturbed.sent).toEqual(['a', 'b']);
    },
  );

  it('a danger is planned again with the answers of this run, which nothing else may know', async () => {
    const run = fakeRun({
      interactive: true,
      answers: { 'a.name': 'kim', 'a.apply': true },
      ask: (id) => (id === 'next' ? 'a' : undefined),
    });
    const step = fakeStep('a', {
      observe: async (look) => accountIn(look).kim ?? 0,
      questions: () => ({ name: { ...text('name'), notPersisted: true } }),
      plan: (seen, { name }) => (seen ? [] : [call(String(name), { danger: true })]),
    });
    expect((await walkStep(step, run)).state).toBe('secure');
    expect(run.sent).toEqual(['kim']);
  });

  it('nobody looks again at a plain change: its plan was looked at when it was confirmed', async () => {
    const changes = [call('a'), call('b')];
    const step = stepOf(changes, (seen) => (seen.other ? [] : changes));
    const run = changedDuring('a', 'other');
    await walkStep(step, run);
    expect(run.sent).toEqual(['a', 'b']);
  });
});

describe('a change that needs to see the changes before it', () => {
  const changes = [call('a'), call('b', { afterShown: true })];

  it('is sent once AWS shows them', async () => {
    const run = fakeRun({
      send: async ({ input }) => {
        const { GroupName } = input as { GroupName: string };
        run.sent.push(GroupName);
        if (GroupName === 'b') run.account.b = 1;
        return {} as never;
      },
      sleep: async () => {
        run.account.a = 1;
      },
    });
    expect((await walkStep(stepOf(changes), run)).state).toBe('secure');
    expect(run.sent).toEqual(['a', 'b']);
  });

  it('is not sent if AWS does not show them within a minute', async () => {
    const sent: string[] = [];
    const run = fakeRun({
      send: async ({ input }) => {
        sent.push((input as { GroupName: string }).GroupName);
        return {} as never;
      },
    });
    const { state, message, fix } = await walkStep(stepOf(changes), run);
    expect([state, sent]).toEqual(['blocked', ['a']]);
    expect(message && say(message)).toBe('AWS does not show the change yet.');
    expect(fix?.map(say).join()).toContain('run Rootlock again');
  });
});

describe('a plan that somebody else changes meanwhile', () => {
  /** AWS says that `a` exists already, as somebody else has just made it, and `by` besides. */
  const madeByOthers = (by: string) => {
    const run = fakeRun();
    const { send } = run.context;
    run.context.send = async (request) => {
      if ((request.input as { GroupName: string }).GroupName !== 'a') return send(request);
      Object.assign(run.account, { a: 1, [by]: 1 });
      throw new Blocked(t('it exists'), [], { code: 'EntityAlreadyExists', status: 409 });
    };
    return run;
  };
  const changes = [call('a'), call('b')];

  it('goes on with the rest if that is still planned', async () => {
    const run = madeByOthers('unrelated');
    expect((await walkStep(stepOf(changes), run)).state).toBe('secure');
    expect([run.sent, run.asked]).toEqual([['b'], ['a.apply']]);
  });

  it('is asked about anew if the rest is another by now', async () => {
    const run = madeByOthers('other');
    const plan = (seen: FakeAccount) => {
      if (seen.c) return [];
      return seen.other ? [call('c')] : changes.filter((change) => !seen[nameOf(change)]);
    };
    await walkStep(stepOf(changes, plan), run);
    expect([run.sent, run.asked]).toEqual([['c'], ['a.apply', 'a.apply']]);
  });
});

it('an alias that a change gives to the account is its name from then on', async () => {
  const named = fakeRun();
  await walkStep(stepOf([call('a', { accountAlias: 'acme' }), call('b')]), named);
  expect(named.context.account.alias).toBe('acme');
});

describe('after the last change of a plan', () => {
  const later = (more: object) =>
    fakeStep<FakeAccount>('a', {
      observe: async (look) => ({ ...accountIn(look) }),
      status: () => t('…'),
      plan: (seen) => {
        if (seen.c) return [];
        return seen.a ? [call('c')] : [call('a', more), call('b')];
      },
    });

  it('the walk asks about what is planned then', async () => {
    const run = fakeRun();
    expect((await walkStep(later({}), run)).state).toBe('secure');
    expect([run.sent, run.asked]).toEqual([
      ['a', 'b', 'c'],
      ['a.apply', 'a.apply'],
    ]);
  });

  it('the step waits if one of the changes works late, whatever is planned then', async () => {
    const run = fakeRun();
    expect((await walkStep(later({ shownLate: true }), run)).state).toBe('waiting');
    expect(run.sent).toEqual(['a', 'b']);
  });

  /** Looks fail with this error, the first time after the call. */
  const failing = (error: Error, more: object = {}) => {
    let hasFailed = false;
    return fakeStep('a', {
      observe: async (look) => {
        const made = accountIn(look).a ?? 0;
        if (made && !hasFailed) {
          hasFailed = true;
          throw error;
        }
        return made;
      },
      plan: (seen) => (seen ? [] : [call('a', more)]),
    });
  };

  it('a look that fails is no proof, even of a change that ends the run’s own key', async () => {
    const step = failing(new Blocked(t('no network')), { seenAfter: 1 });
    const row = await walkStep(step, fakeRun());
    expect([row.state, row.message && say(row.message)]).toEqual(['blocked', 'no network']);
  });

  it('a session that ends then is begun anew', async () => {
    let signIns = 0;
    const run = fakeRun({ signIn: async () => void signIns++ });
    const row = await walkStep(failing(new SignedOut(t('ended'), [])), run);
    expect([row.state, signIns, run.sent]).toEqual(['secure', 1, ['a']]);
  });
});
