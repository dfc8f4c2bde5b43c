import { expect, it } from 'vitest';
import { abortable } from '../../../src/engine/abortable.ts';
import { Leave } from '../../../src/engine/errors.ts';

it('work is waited for until the owner stops, and not a moment longer', async () => {
  const stop = new AbortController();
  expect(await abortable(Promise.resolve(7), stop.signal)).toBe(7);
  await expect(abortable(Promise.reject(new TypeError('oops')), stop.signal)).rejects.toThrow(
    'oops',
  );
  const waiting = abortable(new Promise(() => undefined), stop.signal);
  stop.abort(new Leave('quit'));
  await expect(waiting).rejects.toMatchObject({ to: 'quit' });
  await expect(abortable(Promise.resolve(7), stop.signal)).rejects.toMatchObject({ to: 'quit' });
});
