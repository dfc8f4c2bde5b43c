import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editFile, planEdit } from '../../../src/auth/edit-file.ts';
import type { FileEdit } from '../../../src/engine/computer.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { newHome } from '../../support/auth/home.ts';

/** With a byte order mark, both kinds of line ends, bytes that are no UTF-8, and no end of the last line. */
const BYTES = Buffer.from('\xef\xbb\xbf[a]\r\nsecret = 1\r\nkept = \xff\r\n\n[b]\nold', 'latin1');

/** A file in a home whose name has a blank. */
function fileOf(bytes: Buffer | string = BYTES): string {
  const folder = join(newHome(), 'my files');
  mkdirSync(folder);
  const file = join(folder, 'credentials');
  writeFileSync(file, bytes);
  return file;
}

/** Takes the second line out, and puts another in the last one's place. */
function planned(file: string): FileEdit {
  const lines = [
    { at: 1, before: 'secret = [secret]' },
    { at: 5, before: 'old', after: 'é' },
  ];
  const edit = planEdit(file, () => lines, ownersFiles);
  return edit ?? expect.unreachable();
}

const make = (edit: FileEdit) => editFile(edit, ownersFiles);

describe('an edit of a file', () => {
  it.each([0o600, 0o644])('changes its own lines, keeps mode %o, and leaves no copy', (mode) => {
    const file = fileOf();
    chmodSync(file, mode);
    make(planned(file));
    const expected = Buffer.concat([
      Buffer.from('\xef\xbb\xbf[a]\r\nkept = \xff\r\n\n[b]\n', 'latin1'),
      Buffer.from('é'),
    ]);
    expect(readFileSync(file)).toEqual(expected);
    expect(statSync(file).mode & 0o777).toBe(mode);
    expect(readdirSync(join(file, '..'))).toEqual(['credentials']);
  });

  it('changes the file that a link leads to, says so, and leaves the link', () => {
    const real = fileOf();
    const file = join(real, '..', 'link');
    symlinkSync(real, file);
    const edit = planned(file);
    expect([edit.file, edit.target]).toEqual([file, real]);
    make(edit);
    expect(readFileSync(real, 'latin1')).not.toContain('secret');
    expect(readdirSync(join(file, '..'), { withFileTypes: true })[1]?.isSymbolicLink()).toBe(true);
  });

  it('is not made if the link leads elsewhere by then, even to the same text', () => {
    const real = fileOf();
    const [file, other] = [join(real, '..', 'link'), join(real, '..', 'other')];
    symlinkSync(real, file);
    const edit = planned(file);
    writeFileSync(other, BYTES);
    unlinkSync(file);
    symlinkSync(other, file);
    expect(() => make(edit)).toThrow(Blocked);
    expect([real, other].map((one) => readFileSync(one))).toEqual([BYTES, BYTES]);
  });

  it.each([
    ['has changed', (file: string) => appendFileSync(file, '\n[new]\n'), /\[new\]/],
    ['is empty', (file: string) => writeFileSync(file, ''), /^$/],
  ])('is not made in a file that %s meanwhile, and says so', (_, change, after) => {
    const file = fileOf();
    const edit = planned(file);
    change(file);
    expect(() => make(edit)).toThrow('Another program has changed');
    expect(readFileSync(file, 'latin1')).toMatch(after);
    expect(readdirSync(join(file, '..'))).toEqual(['credentials']);
  });

  it('brings no file back that is gone', () => {
    const file = fileOf();
    const edit = planned(file);
    unlinkSync(file);
    expect(() => make(edit)).toThrow('Another program has changed');
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('is not made in a file that its owner has made read-only, and says so', () => {
    const file = fileOf();
    const edit = planned(file);
    chmodSync(file, 0o400);
    expect(() => make(edit)).toThrow('is read-only');
    expect(readFileSync(file)).toEqual(BYTES);
  });

  it('is not planned if there is nothing to change, or no file', () => {
    const file = fileOf('');
    expect(planEdit(file, () => [], ownersFiles)).toBeUndefined();
    expect(planEdit(`${file}2`, () => [{ at: 0, before: '' }], ownersFiles)).toBeUndefined();
  });
});
