import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptKeys, removeKey, withoutKey } from '../../../src/auth/credentials-file.ts';
import { newHome } from '../../support/auth/home.ts';

const DEAD = 'AKIADEADKEY000000001';
const LIVE = 'AKIALIVEKEY000000001';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const FILE = `# my keys\r
[default]\r
region=eu-central-1\r
aws_access_key_id = ${DEAD}\r
aws_secret_access_key = ${SECRET}\r
output=json\r

[ work ]
aws_access_key_id=${LIVE} ; a comment
aws_secret_access_key=other`;

describe('a dead key in the credentials file', () => {
  it('goes alone: all else stays, byte for byte, with the file’s mode, and no copy is left', () => {
    const home = newHome({ credentials: FILE });
    const folder = join(home, '.aws');
    const file = join(folder, 'credentials');
    chmodSync(file, 0o640);
    removeKey(file, DEAD);
    const lines = FILE.split('\r\n').filter((line) => !line.startsWith('aws_'));
    expect(readFileSync(file, 'utf8')).toBe(lines.join('\r\n'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['credentials']);
  });

  it('goes from where a link leads to, and the link stays', () => {
    const home = newHome({ real: FILE });
    const file = join(home, '.aws', 'credentials');
    symlinkSync(join(home, '.aws', 'real'), file);
    removeKey(file, DEAD);
    expect(readFileSync(join(home, '.aws', 'real'), 'utf8')).not.toContain(DEAD);
    expect(readdirSync(join(home, '.aws'), { withFileTypes: true })[0]?.isSymbolicLink()).toBe(
      true,
    );
  });

  it('is the only thing that is ever taken out', () => {
    const line = fc.constantFrom('\n', '[a]\n', '[b]\r\n', 'region = x\n', '# [c]\n', 'é=\xff\n');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const rest = (text: string[]) => text.join('');
        const key = `aws_access_key_id = ${DEAD}\naws_secret_access_key = ${SECRET}\n`;
        const text = `${rest(before)}[mine]\n${key}${rest(after)}`;
        expect(withoutKey(text, DEAD)).toBe(`${rest(before)}[mine]\n${rest(after)}`);
        expect(withoutKey(text, LIVE)).toBe(text);
      }),
    );
  });
});

describe('the keys that this computer keeps', () => {
  it('are those of both files, by profile, and that of the environment', () => {
    const config = `[profile ops]\naws_access_key_id=AKIAOPSKEY0000000001\naws_secret_access_key=x\n`;
    const env = {
      HOME: newHome({ credentials: FILE, config }),
      AWS_ACCESS_KEY_ID: 'AKIAENVKEY0000000001',
      AWS_SECRET_ACCESS_KEY: 'y',
    };
    expect(keptKeys(env).map(({ id, profile }) => [id, profile])).toEqual([
      [DEAD, 'default'],
      [LIVE, 'work'],
      ['AKIAOPSKEY0000000001', 'ops'],
      ['AKIAENVKEY0000000001', undefined],
    ]);
    expect(keptKeys(env)[0]?.secret.reveal()).toBe(SECRET);
  });

  it('are no sessions: those end by themselves', () => {
    const credentials = '[a]\naws_access_key_id=ASIASESSION000000001\naws_secret_access_key=x\n';
    const session = {
      HOME: newHome({ credentials }),
      AWS_ACCESS_KEY_ID: 'ASIA1',
      AWS_SECRET_ACCESS_KEY: 'y',
      AWS_SESSION_TOKEN: 'z',
    };
    expect(keptKeys(session)).toEqual([]);
  });
});
