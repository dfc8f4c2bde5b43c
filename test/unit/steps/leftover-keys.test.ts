import { describe, expect, it } from 'vitest';
import type { ComputerLook, LeftoverKey } from '../../../src/engine/computer.ts';
import type { Look } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { keyCopies } from '../../../steps/computer/key-copies.ts';
import { leave } from '../../../steps/leave/index.ts';
import leftoverKeys from '../../../steps/leftover-keys.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const FILE = '/home/you/.aws/credentials';

/** A key in the credentials file, at this line. */
const key = (id: string, at: number, more: Partial<LeftoverKey> = {}): LeftoverKey => ({
  id,
  isDeleted: true,
  file: FILE,
  profile: 'old',
  edit: { file: FILE, seen: '1', lines: [{ at, before: `aws_access_key_id = ${id}` }] },
  ...more,
});

/** What the step sees, plans and says where these keys are. `sent`: ids of what was sent from this computer. */
async function on(keys: LeftoverKey[], sent: string[] = []) {
  const asked: boolean[] = [];
  const computer: Partial<ComputerLook> = {
    leftoverKeys: async (_, wasDeleted) => {
      asked.push(wasDeleted('AKIAONE'));
      return keys;
    },
  };
  const lastSent = (id: string) => (sent.includes(id) ? 1 : undefined);
  const account = { region: 'us-east-1' };
  const seen = await leftoverKeys.observe({ computer, account, lastSent } as unknown as Look);
  return {
    asked,
    status: say(leftoverKeys.status(seen)),
    changes: leftoverKeys.plan(seen, {}, {} as never),
    handover: (leftoverKeys.handover?.(seen, {} as never) ?? []).map(([, text]) => say(text)),
  };
}

describe('leftover-keys', () => {
  it('has nothing to do where no key is left', async () => {
    expect(await on([])).toMatchObject({ status: 'none on this computer', changes: [] });
  });

  it('takes all deleted keys of a file out of it in one change, so that none finds the file changed', async () => {
    const { changes } = await on([key('AKIATWO', 7), key('AKIAONE', 3), key('AKIATWO', 7)]);
    expect(changes).toHaveLength(1);
    expect(changes).toMatchObject([
      { kind: 'local', edit: { file: FILE, lines: [{ at: 3 }, { at: 7 }] } },
    ]);
    expect(changes[0] && say(changes[0].summary)).toBe(`Take AKIATWO, AKIAONE out of ${FILE}`);
  });

  it('leaves a key of root’s that is not deleted for later', async () => {
    const { status, changes } = await on([key('AKIAONE', 1, { isDeleted: false })]);
    expect(status).toBe(`root's key AKIAONE in ${FILE}`);
    expect(changes).toMatchObject([{ gated: true }]);
  });

  it('leaves to the owner what no edit can take out', async () => {
    const { edit: _, ...beside } = key('AKIAONE', 1);
    const found = await on([{ id: 'AKIATWO', isDeleted: true }, beside]);
    expect(found.changes).toEqual([]);
    expect(found.handover).toEqual([
      expect.stringContaining('in this shell still hold AKIATWO: unset them'),
      expect.stringContaining(`AKIAONE is still in ${FILE}, beside another key`),
    ]);
  });

  it('remembers what a run on this computer has deleted', async () => {
    expect((await on([], ['root-keys.deleted-AKIAONE'])).asked).toEqual([true]);
    expect((await on([])).asked).toEqual([false]);
  });
});

describe('leftover-keys, on the practice computer', () => {
  /** Root's key is deleted, and the file still holds it. */
  function deleted() {
    const state = newAccount();
    state.profiles = [
      { name: 'default', id: 'AKIADELETEDKEY000001' },
      { name: 'mine', id: state.root.keys[0]?.id ?? '' },
    ];
    return state;
  }

  it('waits while root has keys, without a call', async () => {
    const state = newAccount();
    state.profiles = [{ name: 'default', id: state.root.keys[0]?.id ?? '' }];
    const { rows, calls } = await runSteps(state, [leftoverKeys], { observeOnly: true });
    expect([rows[0]?.state, calls]).toEqual(['waiting', []]);
  });

  it('takes deleted keys out and no others, and a second run does nothing', async () => {
    const state = deleted();
    const { rows, writes } = await runSteps(state, [leftoverKeys]);
    expect([rows[0]?.state, writes]).toEqual(['waiting', []]);
    expect(state.profiles.map(({ name }) => name)).toEqual(['mine']);
    state.root.keys = [];
    await runSteps(state, [leftoverKeys]);
    expect(state.profiles).toEqual([]);
    expect((await runSteps(state, [leftoverKeys])).rows[0]?.state).toBe('secure');
  });
});

describe('copies of the keys of users', () => {
  it('are taken out of the files if this run has deleted them, and no others', async () => {
    const step = keyCopies('key-copies', ['key-old']);
    const asked: boolean[] = [];
    const computer: Partial<ComputerLook> = {
      leftoverKeys: async (_, wasDeleted) => {
        asked.push(wasDeleted('AKIAONE'));
        return [key('AKIAONE', 1), key('AKIAROOT', 5, { isDeleted: false })];
      },
    };
    const account = { region: 'us-east-1' };
    const seen = await step.observe({ computer, account } as unknown as Look);
    const summaries = step.plan(seen, {}, {} as never).map(({ summary }) => say(summary));
    expect([asked, summaries]).toEqual([[false], [`Take AKIAONE out of ${FILE}`]]);
  });

  it('go after somebody has left with a key of which a profile holds the secret', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { key: true });
    giveUser(state, 'lee', { key: true });
    const idOf = (name: string) =>
      state.users.find((user) => user.name === name)?.keys[0]?.id ?? '';
    state.profiles.push({ name: 'old', id: idOf('kim') }, { name: 'lee', id: idOf('lee') });
    const steps = leave('kim').flatMap((chapter) => chapter.steps);
    const { rows } = await runSteps(state, steps);
    expect(rows.map((row) => row.state)).not.toContain('pending');
    const names = state.profiles.map(({ name }) => name);
    expect([names.includes('old'), names.includes('lee')]).toEqual([false, true]);
  });
});
