import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Folder, folderAt } from '../../../src/state/folder.ts';
import { openReceipt, readReceipts } from '../../../src/state/receipt-file.ts';

function stateFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-receipts-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return folderAt(path);
}

const accountIn = (folder: Folder, id: string) => folder.folder('accounts').folder(id);

/** An entry of the run that began in this minute. */
const entry = (minute: number, operation: string) => ({
  at: `2026-11-22T12:${minute}:30.000Z`,
  run: `2026-11-22T12:${minute}:00.000Z`,
  account: '123456789012',
  service: 'iam',
  operation,
  region: 'us-east-1',
  cli: `aws iam ${operation}`,
});
const namesIn = (folder: Folder, practice = false) =>
  readReceipts(folder, practice).entries.map(({ operation }) => operation);

it('a run that sends little takes nothing from the receipt of the runs before', () => {
  const folder = stateFolder();
  const account = accountIn(folder, '123456789012');
  const first = Array.from({ length: 20 }, (_, n) => entry(10, `first ${n}`));
  openReceipt(account).write(first);
  openReceipt(account).write([entry(20, 'second')]);
  const names = namesIn(folder);
  expect([names.length, names[0], names.at(-1)]).toEqual([21, 'first 0', 'second']);
});

it('a run replaces its own entries alone, whoever else has written meanwhile', () => {
  const folder = stateFolder();
  const account = accountIn(folder, '123456789012');
  const receipt = openReceipt(account);
  receipt.write([entry(10, 'sending')]);
  openReceipt(account).write([entry(11, 'another run')]);
  receipt.write([entry(10, 'sent'), entry(10, 'sending')]);
  expect(namesIn(folder)).toEqual(['another run', 'sent', 'sending']);
});

it('each account has a receipt of its own, and the one that was changed last is at the end', () => {
  const folder = stateFolder();
  openReceipt(accountIn(folder, '111122223333')).write([entry(30, 'newest')]);
  openReceipt(accountIn(folder, '999988887777')).write([entry(20, 'older')]);
  openReceipt(folder.folder('practice')).write([entry(40, 'practice')]);
  // The lock of an account is a folder beside its own.
  accountIn(folder, '111122223333.lock').write('mark', '');
  expect(namesIn(folder)).toEqual(['older', 'newest']);
  expect(namesIn(folder, true)).toEqual(['practice']);
});

it('the oldest entries go once there are more than a thousand', () => {
  const folder = stateFolder();
  const account = accountIn(folder, '123456789012');
  openReceipt(account).write(Array.from({ length: 999 }, (_, n) => entry(10, String(n))));
  openReceipt(account).write([entry(20, 'a'), entry(20, 'b')]);
  const names = namesIn(folder);
  expect([names.length, names[0], names.at(-1)]).toEqual([1000, '1', 'b']);
});

it('a receipt that is not understood is neither added to nor overwritten', () => {
  const folder = stateFolder();
  const account = accountIn(folder, '123456789012');
  account.write('receipt.json', '{ "version": 2 }');
  expect(() => openReceipt(account).write([entry(10, 'a')])).toThrow('receipt.json is damaged');
  expect(account.read('receipt.json')).toBe('{ "version": 2 }');
});

it('the damaged receipt of one account is named, and does not hide the others', () => {
  const folder = stateFolder();
  openReceipt(accountIn(folder, '111122223333')).write([entry(10, 'whole')]);
  accountIn(folder, '999988887777').write('receipt.json', '[');
  const { entries, damaged } = readReceipts(folder, false);
  expect(entries.map(({ operation }) => operation)).toEqual(['whole']);
  expect(damaged?.text.with?.file).toContain('999988887777');
});
