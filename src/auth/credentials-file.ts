import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../engine/secret.ts';
import { writeWhole } from '../state/atomic-write.ts';

/** An access key that this computer keeps. */
export interface KeptKey {
  id: string;
  secret: Secret;
  /** Where it stands: a profile of a file, or the environment. */
  file?: string;
  profile?: string;
}

const ID = /^\s*aws_access_key_id\s*=\s*(\S+)/;
const SECRET = /^\s*aws_secret_access_key\s*=\s*(\S+)/;
const OF_KEY = /^\s*aws_(access_key_id|secret_access_key|session_token)\s*=/;

/** The long-term keys of the AWS CLI's shared files, and of the environment. */
export function keptKeys(env: NodeJS.ProcessEnv): KeptKey[] {
  // Where the SDK looks.
  const folder = join(env.HOME || homedir(), '.aws');
  const files = [
    env.AWS_SHARED_CREDENTIALS_FILE || join(folder, 'credentials'),
    env.AWS_CONFIG_FILE || join(folder, 'config'),
  ];
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  return [
    ...files.flatMap((file) => sectionsOf(contents(file)).flatMap((lines) => keyOf(lines, file))),
    ...(id && secret && !token ? [{ id, secret: new Secret(secret) }] : []),
  ];
}

/**
 * Takes one key out of a file, and nothing else: whole or not at all, with the file's mode and owner. No copy is left.
 *
 * @throws where the disk refuses
 */
export function removeKey(file: string, id: string): void {
  writeWhole(realpathSync(file), Buffer.from(withoutKey(contents(file), id), 'latin1'));
}

/** The text without the lines of this key, in whichever profile it stands. */
export function withoutKey(text: string, id: string): string {
  return sectionsOf(text)
    .flatMap((lines) =>
      lines.some((line) => ID.exec(line)?.[1] === id)
        ? lines.filter((line) => !OF_KEY.test(line))
        : lines,
    )
    .join('');
}

/** Lines with their ends, in groups that begin with a `[name]`. */
function sectionsOf(text: string): string[][] {
  const sections: string[][] = [[]];
  for (const line of text.split(/(?<=\n)/)) {
    if (/^\s*\[/.test(line)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

function keyOf(lines: string[], file: string): KeptKey[] {
  const find = (what: RegExp) => lines.map((line) => what.exec(line)?.[1]).find(Boolean);
  const id = find(ID);
  const secret = find(SECRET);
  const profile = /^\s*\[\s*(?:profile\s+)?(.*?)\s*\]/.exec(lines[0] ?? '')?.[1] ?? '';
  return id?.startsWith('AKIA') && secret
    ? [{ id, secret: new Secret(secret), file, profile }]
    : [];
}

/** A byte is a letter here, so that what is not ours comes back as it was. */
function contents(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
