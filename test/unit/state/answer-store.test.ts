import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { forThisRun, openAnswerStore } from '../../../src/state/answer-store.ts';
import { folderAt } from '../../../src/state/folder.ts';

it('the next run knows when a change was sent, also from a file that tells of none', () => {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-answers-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const folder = folderAt(path);
  const before = { version: 1, trusted: true, answers: {}, attested: {} };
  folder.write('book.json', JSON.stringify(before));
  const store = openAnswerStore(folder, {});
  expect(store.lastSent('admin-password.kim')).toBeUndefined();
  store.noteSent('admin-password.kim', 1_800_000_000_000);
  for (const run of [store, openAnswerStore(folder, {})]) {
    expect(run.lastSent('admin-password.kim')).toBe(1_800_000_000_000);
    expect(run.isAccountTrusted()).toBe(true);
  }
});

it('a run about one person keeps nothing but that the account is the owner’s', () => {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-answers-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const folder = folderAt(path);
  const store = forThisRun(openAnswerStore(folder, { 'person-mfa.device': 'app' }));
  store.set('person-group.job', 'Security');
  store.attest('person-mfa.later');
  store.noteSent('person-password.kim', 1_800_000_000_000);
  expect([
    store.get('person-group.job'),
    store.get('person-mfa.device'),
    store.attested('person-mfa.later'),
    store.lastSent('person-password.kim'),
  ]).toEqual(['Security', 'app', expect.any(String), 1_800_000_000_000]);
  expect(store.isEmpty()).toBe(true);
  store.trustAccount();
  const next = forThisRun(openAnswerStore(folder, {}));
  expect(next.isAccountTrusted()).toBe(true);
  expect([
    next.get('person-group.job'),
    next.attested('person-mfa.later'),
    next.lastSent('person-password.kim'),
  ]).toEqual([undefined, undefined, undefined]);
});
