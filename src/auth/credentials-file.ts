import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FileEdit } from '../engine/computer.ts';
import { Secret } from '../engine/secret.ts';

/** A long-term access key on this computer. */
export interface StoredKey {
  id: string;
  secret: Secret;
  /** The file and the profile in it: `''` above all profiles. Absent if the key is in the environment. */
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

/** The paths of the AWS CLI's shared files. The SDK looks in the same places, and both know what `~/` means. */
export function sharedFiles(env: NodeJS.ProcessEnv): { credentials: string; config: string } {
  const home = env.HOME || homedir();
  const at = (path: string) => (path.startsWith('~/') ? join(home, path.slice(2)) : path);
  return {
    credentials: at(env.AWS_SHARED_CREDENTIALS_FILE || '~/.aws/credentials'),
    config: at(env.AWS_CONFIG_FILE || '~/.aws/config'),
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

/** A line that an edit takes out of a file. */
type RemovedLine = FileEdit['lines'][number];

/**
 * The lines of an access key, in whichever profiles it is, with secrets masked. A profile that names another key too is left alone: nobody
 * can tell whose the secret is.
 */
export function linesOfKey(text: string, id: string): RemovedLine[] {
  let first = 0;
  return sectionsOf(text).flatMap((lines) => {
    const start = first;
    first += lines.length;
    const ids = lines.flatMap((line) => KEY_ID.exec(line)?.[1] ?? []);
    if (ids.length === 0 || ids.some((other) => other !== id)) return [];
    return lines.flatMap((line, index) =>
      ANY_KEY_LINE.test(line) ? [{ at: start + index, before: shown(line) }] : [],
    );
  });
}

/** The line without what may be secret: a comment may repeat the secret. */
function shown(line: string): string {
  const [idLine] = KEY_ID.exec(line) ?? [];
  return (idLine ?? line.replace(/^([^=:]*[=:][^\S\n]*).*$/s, '$1[secret]')).trim();
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
