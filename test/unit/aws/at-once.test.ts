import { expect, it } from 'vitest';
import { AT_ONCE, atMost } from '../../../src/aws/at-once.ts';
import { connect } from '../../../src/aws/connection.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { newAccount } from '../../support/accounts/new-account.ts';

/** `most`: how many calls were under way at the same moment. */
function counting() {
  const counted = { now: 0, most: 0 };
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    counted.most = Math.max(counted.most, ++counted.now);
    try {
      return await work();
    } finally {
      counted.now--;
    }
  };
  return { counted, call };
}

it('calls wait for their turn, in their order, whether those before them fail or not', async () => {
  const { counted, call } = counting();
  const inTurn = atMost(2);
  const began: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 9 }, (_, n) =>
      inTurn(() =>
        call(async () => {
          began.push(n);
          await new Promise(setImmediate);
          if (n % 3 === 0) throw new Error('refused');
        }),
      ),
    ),
  );
  expect([counted.most, began]).toEqual([2, [0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});

it('no more calls are under way than the SDK has connections, in each region', async () => {
  const { counted, call } = counting();
  const practice = createPracticeAccount(newAccount());
  const connection = connect(
    {
      region: 'us-east-1',
      credentials: async () => practice.credentials,
      install(client, service) {
        practice.install(client, service);
        client.middlewareStack.add((next) => (args) => call(() => next(args)) as never, {
          step: 'initialize',
        });
      },
    },
    { sleep: async () => undefined },
  );
  const { read } = connection.reads();
  const names = Array.from({ length: 4 * AT_ONCE }, (_, n) => `nobody-${n}`);
  await Promise.allSettled(names.map((UserName) => read('iam', 'GetUser', { UserName })));
  expect(counted.most).toBe(AT_ONCE);
});
