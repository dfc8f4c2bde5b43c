import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftoverKeys } from '../../../src/auth/leftover-keys.ts';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { newHome } from '../../support/auth/home.ts';
import { profileWithKey, SECRET } from '../../support/auth/scripted-source.ts';
import { startAnswering } from '../../support/aws/local-endpoint.ts';
import { startStub } from '../../support/aws/stub-aws.ts';

const KEY = 'AKIADELETEDKEY000001';
const UNKNOWN_KEY = `<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
const NOWHERE = 'http://127.0.0.1:1';
const none = new Set<string>();
const key = new Set([KEY]);
const DEAD = { known: key, dead: key, inactive: none };

type Parts = Parameters<typeof leftoverKeys>[0];

/** AWS as it answers a key that it does not know. */
const refusing = () => startAnswering(403, UNKNOWN_KEY, { 'x-amzn-requestid': '1' });

/** The keys that are left over where this answers in AWS's place. */
const found = (endpoint: string, parts: Partial<Parts> = {}) =>
  leftoverKeys({
    env: process.env,
    files: ownersFiles,
    tracked: { known: key, dead: none, inactive: none },
    rootKeys: none,
    region: 'us-east-1',
    readsWith: (config) =>
      connect({ ...config, endpoint }, { sleep: async () => undefined }).reads(),
    wasDeleted: () => false,
    ...parts,
  });

describe('a key of this account in the credentials file', () => {
  it('is deleted if AWS does not know it, and its edit shows no secret', async () => {
    const home = newHome({ credentials: `# mine\n${profileWithKey('default', KEY)}` });
    const file = join(home, '.aws/credentials');
    const [one, ...others] = await found(await refusing());
    expect(one).toMatchObject({ id: KEY, isDeleted: true, file, profile: 'default' });
    expect(one?.edit?.lines.map(({ before }) => before)).toEqual([
      `aws_access_key_id=${KEY}`,
      'aws_secret_access_key=[secret]',
    ]);
    expect(JSON.stringify([one, others])).not.toContain(SECRET);
  });

  it('is deleted without a question to AWS if this run has deleted it: AWS may take it for some seconds more', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    expect(await found(NOWHERE, { tracked: DEAD })).toMatchObject([{ isDeleted: true }]);
  });

  it('is found if an earlier run on this computer has deleted it, and is asked about', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    const tracked = { known: none, dead: none, inactive: none };
    const wasDeleted = (id: string) => id === KEY;
    const deleted = await found(await refusing(), { tracked, wasDeleted });
    expect(deleted).toMatchObject([{ isDeleted: true }]);
    const { url } = await startStub();
    expect(await found(url, { tracked, wasDeleted })).toEqual([]);
  });

  it('is left alone if it is only inactive: the owner may activate it again', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    const tracked = { known: key, dead: none, inactive: key };
    expect(await found(await refusing(), { tracked })).toEqual([]);
  });

  it('is unknown if AWS cannot be asked', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    const hotel = await startAnswering(200, '<p>Room number?</p>');
    await expect(found(hotel)).rejects.toThrow(Blocked);
  });

  it('is named if it is root’s and works, or is inactive', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    const { url } = await startStub();
    const inactive = { known: key, dead: key, inactive: key };
    for (const tracked of [undefined, inactive]) {
      const keys = await found(url, { rootKeys: key, ...(tracked && { tracked }) });
      expect(keys).toMatchObject([{ id: KEY, isDeleted: false }]);
    }
  });

  it('is never sent to AWS if it belongs to another account', async () => {
    newHome({ credentials: profileWithKey('default', KEY) });
    const { url, asked } = await startStub();
    const tracked = { known: new Set(['AKIASOMEOTHER0000001']), dead: none, inactive: none };
    expect(await found(url, { tracked })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('may be in a file that cannot be read, and then nobody can tell', async () => {
    const home = newHome({ credentials: profileWithKey('default', KEY) });
    truncateSync(join(home, '.aws/credentials'), 2 ** 31 + 1);
    await expect(found(NOWHERE)).rejects.toThrow(Blocked);
  });

  it('is the owner’s to take out beside another key in the same profile', async () => {
    const other = 'aws_access_key_id = AKIALIVEKEY000000001\n';
    const home = newHome({ credentials: `${profileWithKey('default', KEY)}${other}` });
    const [one] = await found(NOWHERE, { tracked: DEAD });
    expect([one?.isDeleted, one?.edit]).toEqual([true, undefined]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toContain(KEY);
  });
});

it('a key in the environment has no file: the owner alone can unset it', async () => {
  newHome();
  const env = { ...process.env, AWS_ACCESS_KEY_ID: KEY, AWS_SECRET_ACCESS_KEY: SECRET };
  expect(await found(NOWHERE, { env, tracked: DEAD })).toEqual([{ id: KEY, isDeleted: true }]);
});
