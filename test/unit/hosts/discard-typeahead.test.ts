import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { leaving } from '../../../src/engine/errors.ts';
import { discardTypeahead } from '../../../src/hosts/plain/discard-typeahead.ts';

const typed = (keys: string): PassThrough => {
  const input = new PassThrough();
  input.write(keys);
  return input;
};

it('keys from before a question are dropped', async () => {
  const input = typed('yes\ryes\r');
  await discardTypeahead(input);
  expect(input.read()).toBeNull();
});

it('but Ctrl-C among them is heard', async () => {
  const why = await discardTypeahead(typed('\r\r\u0003')).catch(leaving);
  expect(why).toBe('quit');
});
