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

const KEY_ID = /^\s*aws_access_key_id\s*=\s*(\S+)/;
const SECRET_KEY = /^\s*aws_secret_access_key\s*=\s*(\S+)/;
const ANY_KEY_LINE = /^\s*aws_(access_key_id|secret_access_key|session_token)\s*=/;

/** The long-term access keys in the AWS CLI's shared files and in the environment. */
export function storedKeys(env: NodeJS.ProcessEnv): StoredKey[] {
  // The SDK looks in the same places.
  const folder = join(env.HOME || homedir(), '.aws');
  const files = [
    env.AWS_SHARED_CREDENTIALS_FILE || join(folder, 'credentials'),
    env.AWS_CONFIG_FILE || join(folder, 'config'),
  ];
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  return [
    ...files.flatMap((file) => sectionsOf(contents(file)).flatMap((lines) => keyIn(lines, file))),
    ...(id && secret && !token ? [{ id, secret: new Secret(secret) }] : []),
  ];
}

/** Replaces a file whole or not at all. Keeps its mode and owner. */
export type WriteFile = (file: string, data: Buffer) => void;

/**
 * Removes one access key from a file. Everything else in the file stays, and no copy is left behind.
 *
 * @throws whatever `writeFile` throws
 */
export function removeKey(file: string, id: string, writeFile: WriteFile): void {
  // A link stays a link: the file that it leads to changes.
  writeFile(realpathSync(file), Buffer.from(withoutKey(contents(file), id), 'latin1'));
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
function sectionsOf(text: string): string[][] {
  const sections: string[][] = [[]];
  for (const line of text.split(/(?<=\n)/)) {
    if (/^\s*\[/.test(line)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

function keyIn(lines: string[], file: string): StoredKey[] {
  const find = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);
  const id = find(KEY_ID);
  const secret = find(SECRET_KEY);
  const profile = /^\s*\[\s*(?:profile\s+)?(.*?)\s*\]/.exec(lines[0] ?? '')?.[1] ?? '';
  return id?.startsWith('AKIA') && secret
    ? [{ id, secret: new Secret(secret), file, profile }]
    : [];
}

/** In latin1 each byte is one character, so bytes that are no UTF-8 survive a rewrite. */
function contents(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
