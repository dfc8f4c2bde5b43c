import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { openPractice } from '../../../src/practice/account-file.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { signIn } from '../../../src/practice/owner/console-sign-in.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { iamOf, stsOf } from '../../support/clients.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rootlock-practice-'));
  file = join(folder, 'state', 'practice.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an account continues where the last run left it', async () => {
  const first = await openPractice(file, false);
  const iam = iamOf(first);
  await iam.createUser({ UserName: 'jun', Tags: [{ Key: '이름', Value: '준' }] });
  await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun' });
  await iam.createLoginProfile({ UserName: 'jun', Password: 'Correct-horse-1' });
  await iam.updateAccountPasswordPolicy({ MinimumPasswordLength: 14, MaxPasswordAge: 90 });
  await iam.createAccountAlias({ AccountAlias: 'acme' });

  const second = await openPractice(file, false);
  expect(second.state).toEqual(first.state);
  expect(signIn(second, 'jun', 'Correct-horse-1', '')).toBe(true);
  const { Arn } = await stsOf(second, first.credentials).getCallerIdentity();
  expect(Arn).toBe('arn:aws:iam::111122223333:root');
});

test('the file holds what was answered, and not what was typed', async () => {
  const iam = iamOf(await openPractice(file, false));
  await iam.createUser({ UserName: 'jun' });
  await iam.createLoginProfile({ UserName: 'jun', Password: 'Correct-horse-1' });
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text).users).toMatchObject([{ name: 'jun', password: { reset: false } }]);
  expect(text).not.toContain('Correct-horse-1');
});

test('the file is readable by its owner only, and alone in its folder', async () => {
  await iamOf(await openPractice(file, false)).createUser({ UserName: 'jun' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'state'))).toEqual(['practice.json']);
});

test('a change that cannot be saved is undone', async () => {
  const practice = createPracticeAccount(freshAccount(), {
    save() {
      throw new Error('full');
    },
  });
  const before = structuredClone(practice.state);
  const iam = iamOf(practice);
  await expect(iam.createAccountAlias({ AccountAlias: 'acme' })).rejects.toThrow('full');
  await expect(iam.createUser({ UserName: 'jun' })).rejects.toThrow('full');
  expect(practice.state).toEqual(before);
});

test('a fresh account replaces the file', async () => {
  await iamOf(await openPractice(file, false)).createUser({ UserName: 'jun' });
  expect((await openPractice(file, true)).state.users).toEqual([]);
  expect((await openPractice(file, false)).state.users).toEqual([]);
});

test('a file without buckets, trails and budgets is opened with none', async () => {
  await openPractice(file, false);
  const { buckets, trails, budgets, events, evidenceDelay, activation, ...old } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  delete old.root.certificates;
  writeFileSync(file, JSON.stringify(old));
  const { state } = await openPractice(file, false);
  const later = { buckets, trails, budgets, events, evidenceDelay, activation };
  expect(state).toEqual({ ...old, ...later, root: { ...old.root, certificates: [] } });
  expect([buckets, trails, budgets, events]).toEqual([[], [], [], []]);
});

test.each([
  ['is cut off', (text: string) => text.slice(0, 100)],
  ['is empty', () => ''],
  ['is of a newer version', (text: string) => text.replace('"version":1', '"version":2')],
  ['lacks its users', (text: string) => text.replace('"users"', '"people"')],
  ['is something else', () => '[]'],
])('a file that %s is refused as an account, and can be started over', async (_, damage) => {
  await openPractice(file, false);
  const damaged = damage(readFileSync(file, 'utf8'));
  writeFileSync(file, damaged);
  const error = await openPractice(file, false).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Blocked);
  expect((error as Blocked).message).toContain(file);
  expect((error as Blocked).fix[0]?.en).toContain('--practice=fresh');
  expect(readFileSync(file, 'utf8')).toBe(damaged);
  expect((await openPractice(file, true)).state.users).toEqual([]);
});
