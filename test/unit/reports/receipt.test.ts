import { expect, test } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import type { Sent } from '../../../src/engine/step.ts';
import { printReceipt, type ReceiptEntry, receipt } from '../../../src/reports/receipt.ts';
import { HIDDEN, request } from '../../support/reports/sample-rows.ts';

const NOON = new Date(Date.UTC(2026, 10, 22, 12));
const BEGUN = new Date(Date.UTC(2026, 10, 22, 11));
const CREATE = request('CreateGroup', { GroupName: 'admins' });

function receiptOf(...sent: Partial<Sent>[]) {
  const it = receipt({ id: '123456789012', region: 'us-east-1', practice: false }, BEGUN);
  for (const one of sent) it.add({ request: CREATE, write: true, ms: 80, ...one }, NOON);
  return it;
}

test('a write has an entry with its time, its CLI command and its request id', () => {
  expect(receiptOf({ requestId: 'r-1' }).lines).toEqual([
    {
      at: '2026-11-22T12:00:00.000Z',
      run: '2026-11-22T11:00:00.000Z',
      account: '123456789012',
      service: 'iam',
      operation: 'CreateGroup',
      region: 'us-east-1',
      cli: 'aws iam create-group --group-name admins --region us-east-1',
      requestId: 'r-1',
    },
  ]);
});

test('a read has no entry', () => {
  expect(receiptOf({ write: false }).lines).toEqual([]);
});

test('the entry of a refused write has the error', () => {
  expect(receiptOf({ error: 'EntityAlreadyExists', requestId: 'r-2' }).lines).toMatchObject([
    { error: 'EntityAlreadyExists', requestId: 'r-2' },
  ]);
});

test('the region of the call wins over the region of the run', () => {
  const sent = { request: request('CreateGroup', {}, 'eu-west-1') };
  expect(receiptOf(sent).lines).toMatchObject([
    { region: 'eu-west-1', cli: 'aws iam create-group --region eu-west-1' },
  ]);
});

test('entries read back from a file are unchanged', () => {
  const { lines } = receiptOf({ requestId: 'r-1' }, { error: 'ECONNRESET' });
  expect(JSON.parse(JSON.stringify(lines))).toEqual(lines);
});

test('a receipt contains neither passwords nor codes', () => {
  const [password, one, two] = HIDDEN as [string, string, string];
  const it = receiptOf(
    { request: request('CreateLoginProfile', { Password: new Secret(password) }) },
    { request: request('UpdateLoginProfile', { Password: password }) },
    { request: request('EnableMFADevice', { AuthenticationCode1: one, AuthenticationCode2: two }) },
  );
  const kept = JSON.stringify(it) + printReceipt(it.lines);
  expect(it.lines).toHaveLength(3);
  for (const hidden of HIDDEN) expect(kept).not.toContain(hidden);
});

test('a printed receipt has one block for each write, below the account', () => {
  expect(printReceipt(receiptOf({ requestId: 'r-1' }, { error: 'AccessDenied' }).lines)).toBe(
    [
      'Account 1234-5678-9012',
      '',
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

test('the receipts of several accounts are told apart, also behind an endpoint', () => {
  const [entry] = receiptOf({ requestId: 'r-1' }).lines as [ReceiptEntry];
  const elsewhere = { ...entry, account: '999988887777', endpoint: 'http://127.0.0.1:5000' };
  const printed = printReceipt([entry, elsewhere, elsewhere, { ...entry, account: 'x' }]);
  expect(printed.match(/^Account .+$/gm)).toEqual([
    'Account 1234-5678-9012',
    'Account 9999-8888-7777 at http://127.0.0.1:5000',
    'Account x',
  ]);
});

test('a manipulated receipt is printed harmlessly', () => {
  const [entry] = receiptOf({}).lines;
  const lines = [
    { ...(entry as NonNullable<typeof entry>), cli: 'aws \u001b[2J', error: '\u009b' },
  ];
  expect(printReceipt(lines).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('an empty receipt says that nothing was sent', () => {
  expect(printReceipt(receiptOf().lines)).toBe('No change was sent to AWS.');
});
