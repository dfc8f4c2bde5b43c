import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Change } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep, planning } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

/** How AWS says that what a call makes is there already, after this many tries. */
const exists = (attempts: number) =>
  new Blocked(t('it exists'), [], { code: 'EntityAlreadyExists', status: 409, attempts });

/** A run in which each call fails like this. The account shows what it makes after `waits` waits. */
function failing(error: Blocked, waits: number) {
  let slept = 0;
  const run = fakeRun({
    send: async () => {
      if (waits === 0) run.account.a = 1;
      throw error;
    },
    sleep: async () => {
      if (++slept === waits) run.account.a = 1;
    },
  });
  return run;
}

describe('a call that is said to have been made before', () => {
  it('counts as made if the account shows it', async () => {
    expect((await walkStep(fakeStep('a'), failing(exists(1), 0))).state).toBe('secure');
  });

  it('is waited for if it was sent twice, because the first reply may have got lost', async () => {
    expect((await walkStep(fakeStep('a'), failing(exists(2), 3))).state).toBe('secure');
    const never = await walkStep(fakeStep('a'), failing(exists(2), Number.POSITIVE_INFINITY));
    expect([never.state, never.message && say(never.message)]).toEqual(['blocked', 'it exists']);
  });
});

describe('an exchange that fails', () => {
  /** Sets a password that only this run knows, for example. */
  const exchange = (error: Blocked): Change => ({
    kind: 'exchange',
    summary: t('set it'),
    calls: [{ service: 'iam', operation: 'CreateGroup', input: { GroupName: 'a' } }],
    async run(send) {
      await send({ service: 'iam', operation: 'CreateGroup', input: { GroupName: 'a' } });
      throw error;
    },
  });
  const stateAfter = async (error: Blocked) =>
    (await walkStep(planning(exchange(error)), fakeRun())).state;

  it('counts as made if no answer came, and the account shows it', async () => {
    expect(await stateAfter(new Blocked(t('no network')))).toBe('secure');
    expect(await stateAfter(exists(2))).toBe('secure');
    const unreadable = { code: 'Unreadable', status: 200 };
    expect(await stateAfter(new Blocked(t('not AWS'), [], unreadable))).toBe('secure');
  });

  it('is not made if AWS has refused it: if the like is there now, somebody else has set it', async () => {
    expect(await stateAfter(exists(1))).toBe('blocked');
  });
});

describe('a call that AWS shows late', () => {
  const late = call('a', { shownLate: true });
  const silent = (made: string[] = []) =>
    fakeRun({
      send: async ({ input }) => {
        const { GroupName } = input as { GroupName: string };
        if (made.includes(GroupName)) run.account[GroupName] = 1;
        return {} as never;
      },
    });
  let run: ReturnType<typeof fakeRun>;

  it('leaves its step waiting if it is not there after a minute', async () => {
    run = silent();
    const { state, message, fix } = await walkStep(planning(late), run);
    expect(state).toBe('waiting');
    expect(message && say(message)).toContain('can need ten minutes');
    expect(fix?.map(say).join()).toContain('Run Rootlock again');
  });

  /** Plans these calls as long as they are not made. */
  const stepOf = (...names: [string, object][]) =>
    fakeStep<string[]>('a', {
      observe: async (look) => Object.keys(accountIn(look)),
      status: () => t('…'),
      plan: (made) =>
        names.filter(([name]) => !made.includes(name)).map(([name, more]) => call(name, more)),
    });

  it('excuses no other call that AWS does not show', async () => {
    run = silent(['a']);
    const row = await walkStep(stepOf(['a', { shownLate: true }], ['b', {}]), run);
    expect([row.state, row.message && say(row.message)]).toEqual([
      'blocked',
      'AWS does not show the change yet.',
    ]);
  });

  it('is excused beside others that AWS shows at once', async () => {
    run = silent(['b']);
    const row = await walkStep(stepOf(['a', { shownLate: true }], ['b', {}]), run);
    expect(row.state).toBe('waiting');
  });
});
