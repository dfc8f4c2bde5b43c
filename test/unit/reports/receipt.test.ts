import { expect, test } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import type { Sent } from '../../../src/engine/step.ts';
import { printReceipt, receipt } from '../../../src/reports/receipt.ts';
import { HIDDEN, request } from '../../support/reports/sample-rows.ts';

const NOON = new Date(Date.UTC(2026, 10, 22, 12));
const CREATE = request('CreateGroup', { GroupName: 'admins' });

function after(...sent: Partial<Sent>[]) {
  const it = receipt('us-east-1');
  for (const one of sent) it.add({ request: CREATE, write: true, ms: 80, ...one }, NOON);
  return it;
}

test('a write is kept with its time, its line and the id that AWS gave it', () => {
  expect(after({ requestId: 'r-1' }).lines).toEqual([
    {
      at: '2026-11-22T12:00:00.000Z',
      service: 'iam',
      operation: 'CreateGroup',
      region: 'us-east-1',
      cli: 'aws iam create-group --group-name admins --region us-east-1',
      requestId: 'r-1',
    },
  ]);
});

test('a read is not kept', () => {
  expect(after({ write: false }).lines).toEqual([]);
});

test('a refused write is kept with its error', () => {
  expect(after({ error: 'EntityAlreadyExists', requestId: 'r-2' }).lines).toMatchObject([
    { error: 'EntityAlreadyExists', requestId: 'r-2' },
  ]);
});

test('the region of the call is kept where it has one', () => {
  const sent = { request: request('CreateGroup', {}, 'eu-west-1') };
  expect(after(sent).lines).toMatchObject([
    { region: 'eu-west-1', cli: 'aws iam create-group --region eu-west-1' },
  ]);
});

test('entries come back from a file as they were', () => {
  const { lines } = after({ requestId: 'r-1' }, { error: 'ECONNRESET' });
  expect(JSON.parse(JSON.stringify(lines))).toEqual(lines);
});

test('a receipt keeps neither passwords nor codes', () => {
  const [password, one, two] = HIDDEN as [string, string, string];
  const it = after(
    { request: request('CreateLoginProfile', { Password: new Secret(password) }) },
    { request: request('UpdateLoginProfile', { Password: password }) },
    { request: request('EnableMFADevice', { AuthenticationCode1: one, AuthenticationCode2: two }) },
  );
  const kept = JSON.stringify(it) + printReceipt(it.lines);
  expect(it.lines).toHaveLength(3);
  for (const hidden of HIDDEN) expect(kept).not.toContain(hidden);
});

test('people read one block for each call', () => {
  expect(printReceipt(after({ requestId: 'r-1' }, { error: 'AccessDenied' }).lines)).toBe(
    [
      '2026-11-22T12:00:00.000Z',
      '  aws iam create-group --group-name admins --region us-east-1',
      '  Request id: r-1',
      '',
      '2026-11-22T12:00:00.000Z',
      '  aws iam create-group --group-name admins --region us-east-1',
      '  Error: AccessDenied',
    ].join('\n'),
  );
});

test('a receipt that was tampered with does not reach the terminal raw', () => {
  const [entry] = after({}).lines;
  const lines = [
    { ...(entry as NonNullable<typeof entry>), cli: 'aws \u001b[2J', error: '\u009b' },
  ];
  expect(printReceipt(lines).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('an empty receipt says that nothing was sent', () => {
  expect(printReceipt(after().lines)).toBe('No change was sent to AWS.');
});
