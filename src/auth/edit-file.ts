import { createHash } from 'node:crypto';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import type { FileEdit } from '../engine/computer.ts';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import type { OwnersFiles } from './owners-files.ts';

/**
 * Plans an edit of a file.
 *
 * @param edit the lines to change, of the text in latin1: there, each byte is one character
 * @returns `undefined` if there is nothing to change
 * @throws Blocked if the file cannot be read
 */
export function planEdit(
  file: string,
  edit: (text: string) => FileEdit['lines'],
  files: Pick<OwnersFiles, 'read'>,
): FileEdit | undefined {
  const bytes = files.read(file);
  const lines = edit(bytes?.toString('latin1') ?? '');
  if (bytes === undefined || lines.length === 0) return undefined;
  const target = targetOf(file);
  return { file, ...(target !== file && { target }), seen: digestOf(bytes), lines };
}

/**
 * Makes a planned edit, completely or not at all. All other bytes stay, and so do the file's mode, its owner, and a link that leads to it.
 *
 * @throws Blocked if the file is another by now, if it is read-only, or if the disk refuses
 */
export function editFile({ file, target = file, seen, lines }: FileEdit, files: OwnersFiles): void {
  const bytes = files.read(file);
  if (bytes === undefined || digestOf(bytes) !== seen || targetOf(file) !== target) {
    throw new Blocked(t('Another program has changed {file} meanwhile.', { file }), [
      t('Try again.'),
    ]);
  }
  // A new name would take its place all the same: the folder alone decides that.
  if ((statSync(target).mode & OWNER_WRITES) === 0) {
    throw new Blocked(t('{file} is read-only, so it stays as it is.', { file }), [
      t('Make it writable, then run Rootlock again.'),
    ]);
  }
  const changed = new Map(lines.map((line) => [line.at, line.after]));
  const text = bytes
    .toString('latin1')
    .split(/(?<=\n)/)
    .map((line, at) => (changed.has(at) ? withEndOf(line, changed.get(at)) : line))
    .join('');
  files.write(file, Buffer.from(text, 'latin1'), bytes);
}

/** Where a link leads. Only the file's own link counts: a folder on the way may be one too, as /tmp is on macOS. */
const targetOf = (file: string): string =>
  lstatSync(file).isSymbolicLink() ? realpathSync(file) : file;

const OWNER_WRITES = 0o200;

const withEndOf = (line: string, after: string | undefined): string =>
  after === undefined
    ? ''
    : `${Buffer.from(after).toString('latin1')}${/\r?\n?$/.exec(line)?.[0] ?? ''}`;

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
