import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../engine/secret.ts';

/** A long-term access key on this computer. */
export interface StoredKey {
  id: string;
  secret: Secret;
  /** The file and the profile in it. Absent if the key is in the environment. */
  file?: string;
  profile?: string;
}

// Python's configparser, and with it the AWS CLI, ignores the case of names, and takes a colon too.
export const KEY_ID = /^\s*aws_access_key_id\s*[=:]\s*(\S+)/i;
const SECRET_KEY = /^\s*aws_secret_access_key\s*[=:]\s*(\S+)/i;
export const ANY_KEY_LINE = /^\s*aws_(access_key_id|secret_access_key|session_token)\s*[=:]/i;
/** The head of a section. The file may begin with the byte order mark of UTF-8, which some editors write. */
const HEAD = /^(?:\xef\xbb\xbf)?\s*\[/;

/** Where keys are on this computer. Of the `unreadable` files, nobody knows what they hold. */
export interface Stored {
  keys: StoredKey[];
  unreadable: string[];
}

/** The paths of the AWS CLI's shared files. The SDK looks in the same places. */
export function sharedFiles(env: NodeJS.ProcessEnv): { credentials: string; config: string } {
  const folder = join(env.HOME || homedir(), '.aws');
  return {
    credentials: env.AWS_SHARED_CREDENTIALS_FILE || join(folder, 'credentials'),
    config: env.AWS_CONFIG_FILE || join(folder, 'config'),
  };
}

/** The long-term access keys in the AWS CLI's shared files and in the environment. */
export function storedKeys(env: NodeJS.ProcessEnv): Stored {
  const { credentials, config } = sharedFiles(env);
  const files = [credentials, config].map((file) => ({ file, text: textIfReadable(file) }));
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  return {
    keys: [
      ...files.flatMap(({ file, text = '' }) =>
        sectionsOf(text).flatMap((lines) => keyIn(lines, file)),
      ),
      ...(id && secret && !token ? [{ id, secret: new Secret(secret) }] : []),
    ],
    unreadable: files.filter(({ text }) => text === undefined).map(({ file }) => file),
  };
}

/** Replaces a file whole or not at all, if it still holds what it replaces. Keeps its mode and owner. */
export type WriteFile = (file: string, data: Buffer, options: { replaces: Buffer }) => void;

/**
 * Removes one access key from a file. Everything else in the file stays, and no copy is left behind. A file that cannot be read,
 * or that somebody else changes meanwhile, is not written.
 *
 * @throws Node's error if the file cannot be read, and whatever `writeFile` throws
 */
export function removeKey(file: string, id: string, writeFile: WriteFile): void {
  const before = readFileSync(file);
  const after = Buffer.from(withoutKey(before.toString('latin1'), id), 'latin1');
  // A link stays a link: the file that it leads to changes.
  if (!after.equals(before)) writeFile(realpathSync(file), after, { replaces: before });
}

/** The text of a file without the lines of this access key, in whichever profile it is. */
export function withoutKey(text: string, id: string): string {
  return sectionsOf(text)
    .flatMap((lines) =>
      lines.some((line) => KEY_ID.exec(line)?.[1] === id)
        ? lines.filter((line) => !ANY_KEY_LINE.test(line))
        : lines,
    )
    .join('');
}

/** Lines with their line ends, grouped by `[section]`. The first group is what comes before any section. */
export function sectionsOf(text: string): string[][] {
  const sections: string[][] = [[]];
  for (const line of text.split(/(?<=\n)/)) {
    if (HEAD.test(line)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

/** The name of a section, as its head spells it. */
export const nameOf = ([head = '']: string[]): string =>
  HEAD.test(head) ? (/\[\s*(.*?)\s*\]/.exec(head)?.[1] ?? '') : '';

function keyIn(lines: string[], file: string): StoredKey[] {
  const find = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);
  const id = find(KEY_ID);
  const secret = find(SECRET_KEY);
  const profile = nameOf(lines).replace(/^profile\s+/, '');
  return id?.startsWith('AKIA') && secret
    ? [{ id, secret: new Secret(secret), file, profile }]
    : [];
}

/**
 * Empty if there is no such file, `undefined` if it cannot be read. In latin1 each byte is one character, so bytes that are no
 * UTF-8 survive a rewrite.
 */
function textIfReadable(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined;
  }
}
