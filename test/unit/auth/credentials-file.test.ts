import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfKey, sharedFiles, storedKeys } from '../../../src/auth/credentials-file.ts';
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

describe('the lines of a key', () => {
  it('are shown without its secret, and without a comment, which may repeat it', () => {
    const text = FILE.replace(SECRET, `${SECRET} ; was ${SECRET}`);
    expect(linesOfKey(text, DELETED)).toEqual([
      { at: 3, before: `aws_access_key_id = ${DELETED}` },
      { at: 4, before: 'aws_secret_access_key = [secret]' },
    ]);
    expect(linesOfKey(text, 'AKIASOMEOTHER0000001')).toEqual([]);
  });

  it('are left alone in a profile that names another key too: nobody knows whose the secret is', () => {
    const text = `[a]\naws_access_key_id = ${DELETED}\naws_access_key_id = ${LIVE}\naws_secret_access_key = x\n`;
    expect(linesOfKey(text, DELETED)).toEqual([]);
  });

  it('are found below a byte order mark, and in a file of nothing there are none', () => {
    const text = '\xef\xbb\xbf[default]\naws_access_key_id = A\n[b]\naws_secret_access_key = x\n';
    expect(linesOfKey(text, 'A').map(({ at }) => at)).toEqual([1]);
    expect(linesOfKey('', 'A')).toEqual([]);
  });

  it('are never anything else', () => {
    const line = fc.constantFrom('\n', '[a]\n', '[b]\r\n', 'region = x\n', '# [c]\n', 'é=\xff\n');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const key = [`aws_access_key_id = ${DELETED}\n`, `aws_secret_access_key = ${SECRET}\n`];
        const text = [...before, '[mine]\n', ...key, ...after].join('');
        const first = before.length + 1;
        expect(linesOfKey(text, DELETED).map(({ at }) => at)).toEqual([first, first + 1]);
        expect(linesOfKey(text, LIVE)).toEqual([]);
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

  it('are unknown of a file that cannot be read', () => {
    const home = newHome({ credentials: FILE });
    const file = join(home, '.aws', 'credentials');
    // Node reads no file of this size, whoever runs the test.
    truncateSync(file, TOO_LARGE);
    expect(storedKeys({ HOME: home })).toEqual({ keys: [], unreadable: [file] });
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

it('the shared files are looked for where the AWS CLI does, also from the home on', () => {
  const env = { HOME: '/home/kim', AWS_SHARED_CREDENTIALS_FILE: '~/keys' };
  expect(sharedFiles(env)).toEqual({
    credentials: '/home/kim/keys',
    config: '/home/kim/.aws/config',
  });
});
