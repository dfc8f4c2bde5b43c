import { expect, it } from 'vitest';
import { showInTurn } from '../../../src/review/show-in-turn.ts';

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

it('a show that fails ends the reading with its error', async () => {
  const reading = showInTurn(
    async () => {
      throw new TypeError('a bug');
    },
    async (came) => {
      came();
      await new Promise(() => undefined);
    },
  );
  await expect(reading).rejects.toThrow('a bug');
});

it.each([
  ['is over', async () => 'all'],
  ['has failed', async () => Promise.reject(new Error('denied'))],
])('nothing is shown any more once reading %s', async (_, end) => {
  const shown: string[] = [];
  let isPrepared: () => void = () => undefined;
  const prepare = () =>
    new Promise<() => void>((resolve) => {
      isPrepared = () => resolve(() => void shown.push('late'));
    });
  await showInTurn(prepare, async (came) => {
    came();
    return end();
  }).catch(() => undefined);
  isPrepared();
  await aMoment();
  expect(shown).toEqual([]);
});
