import { statSync } from 'node:fs';
import { Blocked } from '../engine/errors.ts';
import type { KeyPlace, NewKey } from '../engine/key-place.ts';
import type { Secret } from '../engine/secret.ts';
import { t } from '../text/text.ts';
import {
  ANY_KEY_LINE,
  KEY_ID,
  nameOf,
  sectionsOf,
  sharedFiles,
  storedKeys,
} from './credentials-file.ts';
import type { OwnersFiles } from './owners-files.ts';

/** The part of a `KeyPlace` that is a file. */
type KeyFile = Pick<KeyPlace, 'file' | 'isOpenToOthers' | 'keyIn' | 'profileOf' | 'write'> & {
  /** The secret of a key that a profile holds. */
  secretOf(id: string): Secret | undefined;
};

/** Reading or writing for the group or for all others. */
const OPEN = 0o077;

/** The AWS CLI's credentials file. */
export function keyFile(
  env: NodeJS.ProcessEnv,
  files: Pick<OwnersFiles, 'read' | 'write'>,
): KeyFile {
  const { credentials: file, config } = sharedFiles(env);
  const textOf = (bytes: Buffer | undefined) => bytes?.toString('latin1') ?? '';
  // A key would also take the place of what the other file says of the profile: a role, or a sign-in by the browser.
  const isInConfig = (profile: string) =>
    sectionsOf(textOf(files.read(config))).some(
      (section) => nameOf(section).replace(/^profile\s+/, '') === profile,
    );
  const heldIn = (text: string, profile: string) =>
    keyIn(text, profile) ?? (isInConfig(profile) ? '' : undefined);
  const stored = (id: string) => storedKeys(env).keys.find((key) => key.id === id && key.file);
  return {
    file,
    isOpenToOthers: () => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OPEN) !== 0,
    keyIn: (profile) => heldIn(textOf(files.read(file)), profile),
    profileOf: (id) => stored(id)?.profile,
    secretOf: (id) => stored(id)?.secret,
    write(profile, key, before) {
      const bytes = files.read(file);
      const text = textOf(bytes);
      if (heldIn(text, profile) !== before) {
        throw new Blocked(
          t('Meanwhile, another program has changed the profile {profile} in {file}.', {
            profile,
            file,
          }),
          [t('Run Rootlock again: it shows the profile as it is then.')],
        );
      }
      files.write(file, Buffer.from(withKey(text, profile, key), 'latin1'), bytes ?? 'nothing');
    },
  };
}

/** The id of the key in a profile, `''` if it has none, `undefined` if there is no such profile. Of two with one name, the SDK takes the last. */
export function keyIn(text: string, profile: string): string | undefined {
  const sections = sectionsOf(text).filter(isOf(profile));
  if (sections.length === 0) return undefined;
  return (
    sections
      .flat()
      .flatMap((line) => KEY_ID.exec(line)?.[1] ?? [])
      .at(-1) ?? ''
  );
}

/** The text of a file with this key in the profile. All other lines stay as they are, line ends too. */
export function withKey(text: string, profile: string, { id, secret }: NewKey): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = (line: string) => (line.endsWith('\n') ? line : `${line}${eol}`);
  const own = [
    `aws_access_key_id = ${id}${eol}`,
    `aws_secret_access_key = ${secret.reveal()}${eol}`,
  ];
  const sections = sectionsOf(text);
  const first = sections.find(isOf(profile));
  if (!first) {
    const gap = text === '' ? '' : `${text.endsWith('\n') ? '' : eol}${eol}`;
    return [text, gap, `[${profile}]${eol}`, ...own].join('');
  }
  return sections
    .flatMap((section) => {
      if (!isOf(profile)(section)) return section;
      const [head = '', ...rest] = section;
      const others = rest.filter((line) => !ANY_KEY_LINE.test(line));
      return section === first ? [ended(head), ...own, ...others] : [head, ...others];
    })
    .join('');
}

const isOf = (profile: string) => (section: string[]) => nameOf(section) === profile;

interface Parts {
  file: KeyFile;
  /** Has AWS say whose key it is, by a call that the key signs. `undefined` if AWS does not accept the key yet. */
  whoSigns(key: NewKey): Promise<string | undefined>;
  sleep(ms: number): Promise<void>;
}

/** Milliseconds. A new key takes from 5 to 15 seconds to work. */
const WAITS_MS = [1000, 2000, 4000, 8000, 15_000, 15_000];

/** Keeps new keys in memory until the run ends, and in the file if the owner wants that. */
export function keyPlace({ file, whoSigns, sleep }: Parts): KeyPlace {
  const inMemory = new Map<string, Secret>();
  const proven = new Set<string>();
  const secretOf = (id: string) => inMemory.get(id) ?? file.secretOf(id);
  return {
    ...file,
    holds: (id) => file.secretOf(id) !== undefined,
    handedOver: ({ id, secret }) => void inMemory.set(id, secret),
    isHandedOver: (id) => inMemory.has(id),
    isProven: (id) => proven.has(id),
    async prove(id) {
      const secret = secretOf(id);
      if (!secret) throw secretElsewhere(id);
      for (const wait of [...WAITS_MS, 0]) {
        const arn = await whoSigns({ id, secret });
        if (arn !== undefined) {
          proven.add(id);
          return arn;
        }
        await sleep(wait);
      }
      throw notAccepted(id);
    },
  };
}

const secretElsewhere = (id: string): Blocked =>
  new Blocked(t('Nothing on this computer has the secret of the key {id}.', { id }), [
    t('Run a command with it where it is, then run Rootlock again.'),
  ]);

const notAccepted = (id: string): Blocked =>
  new Blocked(t('AWS does not accept the key {id} yet.', { id }), [
    t('Wait a minute, then run Rootlock again. It continues where it stopped.'),
  ]);
