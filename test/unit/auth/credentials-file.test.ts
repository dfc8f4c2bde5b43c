import {
  appendFileSync,
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeKey, storedKeys, withoutKey } from '../../../src/auth/credentials-file.ts';
import { writeWhole } from '../../../src/state/atomic-write.ts';
import { newHome } from '../../support/auth/home.ts';

const DELETED = 'AKIADELETEDKEY000001';
/** Bytes. */
const TOO_LARGE = 2 ** 31 + 1;
const LIVE = 'AKIALIVEKEY000000001';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const FILE = `# my keys\r
[default]\r
region=eu-central-1\r
aws_access_key_id = ${DELETED}\r
aws_secret_access_key = ${SECRET}\r
output=json\r

[ work ]
aws_access_key_id=${LIVE} ; a comment
aws_secret_access_key=other`;

describe('removing a key from the credentials file', () => {
  it('leaves everything else byte for byte, with the file’s mode, and no copy', () => {
    const home = newHome({ credentials: FILE });
    const folder = join(home, '.aws');
    const file = join(folder, 'credentials');
    chmodSync(file, 0o640);
    removeKey(file, DELETED, writeWhole);
    const lines = FILE.split('\r\n').filter((line) => !line.startsWith('aws_'));
    expect(readFileSync(file, 'utf8')).toBe(lines.join('\r\n'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['credentials']);
  });

  it('changes the file that a link leads to, and leaves the link', () => {
    const home = newHome({ real: FILE });
    const file = join(home, '.aws', 'credentials');
    symlinkSync(join(home, '.aws', 'real'), file);
    removeKey(file, DELETED, writeWhole);
    expect(readFileSync(join(home, '.aws', 'real'), 'utf8')).not.toContain(DELETED);
    expect(readdirSync(join(home, '.aws'), { withFileTypes: true })[0]?.isSymbolicLink()).toBe(
      true,
    );
  });

  it('writes nothing if the file cannot be read: what is in it would be lost', () => {
    const home = newHome({ credentials: FILE });
    const file = join(home, '.aws', 'credentials');
    // Node reads no file of this size, whoever runs the test.
    truncateSync(file, TOO_LARGE);
    expect(storedKeys({ HOME: home })).toEqual({ keys: [], unreadable: [file] });
    expect(() => removeKey(file, DELETED, writeWhole)).toThrow();
    expect(statSync(file).size).toBe(TOO_LARGE);
  });

  it('writes nothing if another program has changed the file since it was read', () => {
    const home = newHome({ credentials: FILE });
    const file = join(home, '.aws', 'credentials');
    const meanwhile: typeof writeWhole = (...write) => {
      appendFileSync(file, '\n[new]\n');
      writeWhole(...write);
    };
    expect(() => removeKey(file, DELETED, meanwhile)).toThrow('has changed meanwhile');
    expect(readFileSync(file, 'utf8')).toBe(`${FILE}\n[new]\n`);
    expect(readdirSync(join(home, '.aws'))).toEqual(['credentials']);
  });

  it('writes nothing if the key is gone already', () => {
    const home = newHome({ credentials: FILE });
    const file = join(home, '.aws', 'credentials');
    const never = () => expect.unreachable();
    removeKey(file, 'AKIASOMEOTHER0000001', never);
    expect(readFileSync(file, 'utf8')).toBe(FILE);
  });

  it('never removes anything else', () => {
    const line = fc.constantFrom('\n', '[a]\n', '[b]\r\n', 'region = x\n', '# [c]\n', 'é=\xff\n');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const rest = (text: string[]) => text.join('');
        const key = `aws_access_key_id = ${DELETED}\naws_secret_access_key = ${SECRET}\n`;
        const text = `${rest(before)}[mine]\n${key}${rest(after)}`;
        expect(withoutKey(text, DELETED)).toBe(`${rest(before)}[mine]\n${rest(after)}`);
        expect(withoutKey(text, LIVE)).toBe(text);
      }),
    );
  });
});

describe('the keys stored on this computer', () => {
  it('are those of both files, by profile, and that of the environment', () => {
    const config = `[profile ops]\naws_access_key_id=AKIAOPSKEY0000000001\naws_secret_access_key=x\n`;
    const env = {
      HOME: newHome({ credentials: FILE, config }),
      AWS_ACCESS_KEY_ID: 'AKIAENVKEY0000000001',
      AWS_SECRET_ACCESS_KEY: 'y',
    };
    expect(storedKeys(env).keys.map(({ id, profile }) => [id, profile])).toEqual([
      [DELETED, 'default'],
      [LIVE, 'work'],
      ['AKIAOPSKEY0000000001', 'ops'],
      ['AKIAENVKEY0000000001', undefined],
    ]);
    expect(storedKeys(env).keys[0]?.secret.reveal()).toBe(SECRET);
  });

  it('do not include keys of sessions, which expire by themselves', () => {
    const credentials = '[a]\naws_access_key_id=ASIASESSION000000001\naws_secret_access_key=x\n';
    const session = {
      HOME: newHome({ credentials }),
      AWS_ACCESS_KEY_ID: 'ASIA1',
      AWS_SECRET_ACCESS_KEY: 'y',
      AWS_SESSION_TOKEN: 'z',
    };
    expect(storedKeys(session)).toEqual({ keys: [], unreadable: [] });
  });
});
