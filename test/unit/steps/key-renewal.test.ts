import { describe, expect, it } from 'vitest';
import { playbook } from '../../../steps/key/index.ts';
import { daysAgo, keysOf, planned, program, steps } from '../../support/accounts/key-program.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

describe('the old key', () => {
  it('is neither switched off nor deleted while a program uses it', async () => {
    const today = await program({ made: 100, used: 0 }, { made: 1 });
    const held = { 'key-new.unseen': 'held' };
    expect(await planned(today, 'key-old', held)).toMatchObject([
      { does: 'UpdateAccessKey', gated: true },
    ]);
    const days = (wanted: number) => ({ 'key-old.days': wanted });
    for (const [answers, expected] of [
      [{}, ['waiting', []]],
      [days(4), ['waiting', []]],
      [days(2), ['secure', ['UpdateAccessKey']]],
    ] as const) {
      const state = await program({ made: 100, used: 3 }, { made: 1, used: 0 });
      const { rows, writes } = await runSteps(state, steps(), { answers });
      expect([rows.at(-1)?.state, writes]).toEqual(expected);
    }
  });

  it('waits until the new one has worked', async () => {
    const state = await program({ made: 100, used: 99 }, { made: 1 });
    const { rows, writes } = await runSteps(state, steps(), {
      answers: { 'key-new.unseen': 'held' },
      observeOnly: true,
    });
    expect([rows.at(-1)?.state, writes]).toEqual(['waiting', []]);
  });

  it('stays if two programs have one each', async () => {
    const state = await program({ made: 100, used: 0 }, { made: 20, used: 0 });
    expect(await planned(state, 'key-old', { 'key-old.both': 'keep' })).toEqual([]);
  });

  it('is no question once it was used by nothing for a week', async () => {
    const asked: string[] = [];
    const onAsk = (id: string) => void asked.push(id);
    const state = await program({ made: 100, used: 8 }, { made: 20, used: 0 });
    await runSteps(state, steps(), { onAsk });
    expect(asked.filter((id) => id.startsWith('key-old'))).toEqual([
      'key-old.days',
      'key-old.apply',
    ]);
  });

  it('is deleted only as an offer, by its typed id', async () => {
    const state = await program({ made: 100, used: 30, active: false }, { made: 1, used: 0 });
    const [id] = keysOf(state).map((key) => key.id);
    expect(await planned(state, 'key-old')).toMatchObject([
      { does: 'DeleteAccessKey', offer: true, typed: id, danger: true },
    ]);
  });
});

it('a renewal goes from the first key to the last, over two runs', async () => {
  const state = await program({ made: 200, used: 0 });
  const [first] = keysOf(state).map(({ id }) => id);
  const answers = { 'key-old.days': 1, 'key-old.both': 'goes' };
  await runSteps(state, steps(), { answers });
  const [old, fresh] = keysOf(state);
  expect([old?.id, old?.active, fresh?.active]).toEqual([first, true, true]);
  if (old?.lastUsed) old.lastUsed.at = daysAgo(2);
  const { rows } = await runSteps(state, steps(), { answers });
  expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'secure'));
  expect(keysOf(state).map(({ id, active }) => [id, active])).toEqual([
    [first, false],
    [fresh?.id, true],
  ]);
});

it('every call of all runs is one that its permissions name', async () => {
  const answers = { 'key-rights.group': 'policy', 'key-rights.policy': 'SecurityAudit' };
  const runs = [
    await runSteps(newAccount(), steps(), { answers }),
    await runSteps(await program({ made: 200, used: 150 }, { made: 190, used: 100 }), steps(), {
      answers: { 'key-old.both': 'goes' },
    }),
    await runSteps(await program({ made: 1 }), steps()),
  ];
  const atFirst = [
    'iam GetAccountAuthorizationDetails',
    'iam ListAccountAliases',
    'sts GetCallerIdentity',
  ];
  const sent = new Set(
    runs.flatMap(({ calls }) => calls).filter((call) => !atFirst.includes(call)),
  );
  expect([...sent].sort()).toEqual([...playbook.calls].sort());
});
