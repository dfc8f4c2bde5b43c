import { describe, expect, it } from 'vitest';
import type { ComputerLook, LeftoverKey } from '../../../src/engine/computer.ts';
import type { Look } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import leftoverKeys from '../../../steps/leftover-keys.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
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
