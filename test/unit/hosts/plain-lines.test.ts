import { getEventListeners } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/step.ts';
import { dumbReader } from '../../../src/hosts/plain/dumb-reader.ts';
import { editingReader } from '../../../src/hosts/plain/reader.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { agree } from '../../support/hosts/samples.ts';

const notice = t('Nobody but the owner of this account can turn this on, and it takes a minute.');

describe('sentences in a narrow terminal', () => {
  it('are broken between words', () => {
    const { host, said } = converse({ columns: 40 });
    host.emit({ type: 'doing', step: 'a', changes: [{ kind: 'call', summary: notice } as Change] });
    const lines = said().trimEnd().split('\n');
    expect(lines.join(' ')).toBe(notice.en);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('are one line each in a pipe', () => {
    const { host, said } = converse();
    host.emit({ type: 'doing', step: 'a', changes: [{ kind: 'call', summary: notice } as Change] });
    expect(said()).toBe(`${notice.en}\n`);
  });
});

it('a command stays whole in a narrow terminal, so that it can be copied', async () => {
  const { host, replies, said } = converse({ columns: 20 });
  const changes = [
    { kind: 'call', service: 'iam', operation: 'UpdateAccountPasswordPolicy', summary: notice },
  ] as unknown as Change[];
  host.emit({ type: 'doing', step: 'a', changes });
  const answer = host.ask('a.apply', agree);
  await replies('Enter means', ':cli');
  await replies('aws iam', '');
  await answer;
  expect(said()).toContain('\naws iam UpdateAccountPasswordPolicy\n');
});

it.each([
  ['an ordinary terminal', editingReader],
  ['a dumb terminal', dumbReader],
])('a line that was read leaves no listener behind, on %s', async (_, reader) => {
  const input = new PassThrough();
  const { line } = reader(input, new PassThrough());
  const { signal } = new AbortController();
  for (const typed of ['one', 'two']) {
    const read = line({}, signal);
    input.write(`${typed}\r\n`);
    expect(await read).toBe(typed);
  }
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
