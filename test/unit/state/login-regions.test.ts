import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderAt } from '../../../src/state/folder.ts';
import { loginRegionsIn } from '../../../src/state/login-regions.ts';

const root = mkdtempSync(join(tmpdir(), 'rootlock-login-regions-'));
afterAll(() => rmSync(root, { recursive: true }));

test('the region of each profile is remembered', () => {
  const regions = loginRegionsIn(folderAt(join(root, 'state')));
  regions.set('kim', 'ap-northeast-2');
  regions.set('zoe', 'eu-west-1');
  expect([regions.get('kim'), regions.get('zoe'), regions.get('jun')]).toEqual([
    'ap-northeast-2',
    'eu-west-1',
    undefined,
  ]);
});

test('no region is known of a profile that is called as what every object has', () => {
  const regions = loginRegionsIn(folderAt(join(root, 'none')));
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect(regions.get(name)).toBeUndefined();
  }
});

test('a disk that refuses does not undo a sign-in', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const regions = loginRegionsIn(folderAt(join(file, 'state')));
  expect(() => regions.set('kim', 'ap-northeast-2')).not.toThrow();
});
