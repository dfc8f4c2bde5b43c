import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profilesHere } from '../../../../src/app/computer-answers.ts';
import { administratorProfile, keepSession } from '../../../../src/auth/browser/keep-session.ts';
import { cacheFileOf } from '../../../../src/auth/browser/login-cache.ts';
import { newProofKey } from '../../../../src/auth/browser/proof-key.ts';
import type { LoginSession } from '../../../../src/auth/browser/token-call.ts';
import { Blocked } from '../../../../src/engine/errors.ts';
import { Secret } from '../../../../src/engine/secret.ts';
import { ownersFiles } from '../../../../src/state/owners-files.ts';
import { t } from '../../../../src/text/text.ts';
import { administratorProfile as handedOver } from '../../../../steps/computer/administrator-profile.ts';
import { newHome } from '../../../support/auth/home.ts';

const KIM = 'arn:aws:iam::123456789012:user/kim';
const secret = new Secret('s');
const session: LoginSession = {
  arn: KIM,
  accountId: '123456789012',
  clientId: 'client',
  region: 'us-east-1',
  accessKeyId: 'ASIAKIM',
  secretAccessKey: secret,
  sessionToken: secret,
  expiresAt: new Date(),
  refreshToken: new Secret('new'),
  idToken: secret,
  proofKey: newProofKey().pem,
};

function home(config = '') {
  const folder = newHome(config ? { config } : {});
  const cache = cacheFileOf(KIM, process.env);
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const keep = (files = ownersFiles) =>
    keepSession(session, 'rootlock-admin', { env: process.env, files });
  return { cache: () => read(cache), config: () => read(`${folder}/.aws/config`), keep, at: cache };
}

describe('a session that is kept', () => {
  it('is put back without a trace if there was none before', () => {
    const { cache, config, keep } = home('[default]\nregion = eu-north-1\n');
    const putBack = keep();
    expect([cache(), config()]).toEqual([
      expect.stringContaining('"new"'),
      expect.stringContaining('[profile rootlock-admin]'),
    ]);
    putBack();
    expect([cache(), config()]).toEqual([undefined, '[default]\nregion = eu-north-1\n']);
  });

  it('gives way to the one of the same user that was there before', () => {
    const theirs = `[profile rootlock-admin]\nlogin_session = ${KIM}\nregion = us-east-1\n`;
    const { cache, config, keep, at } = home(theirs);
    ownersFiles.write(at, 'before');
    const putBack = keep();
    expect(cache()).toContain('"new"');
    putBack();
    expect([cache(), config()]).toEqual(['before', theirs]);
  });

  it('goes if the disk refuses the profile', () => {
    const { cache, keep } = home();
    const full = { ...ownersFiles };
    full.write = (file, ...rest) => {
      if (file.endsWith('config')) throw new Blocked(t('The disk is full.'));
      ownersFiles.write(file, ...rest);
    };
    expect(() => keep(full)).toThrow('The disk is full.');
    expect(cache()).toBeUndefined();
  });
});

describe('the profile of the administrator', () => {
  it.each<[string, string, string]>([
    ['does not exist yet', '', 'rootlock-admin'],
    ['is theirs', `login_session = ${KIM}`, 'rootlock-admin'],
    [
      'is somebody else’s',
      'login_session = arn:aws:iam::123456789012:user/zoe',
      'rootlock-admin-2',
    ],
    ['assumes a role', 'role_arn = arn:aws:iam::1:role/r', 'rootlock-admin-2'],
    [
      'assumes a role with their session',
      `role_arn = r\nlogin_session = ${KIM}`,
      'rootlock-admin-2',
    ],
    [
      'has an access key',
      'aws_access_key_id = AKIA\naws_secret_access_key = s',
      'rootlock-admin-2',
    ],
    ['only has a region', 'region = eu-north-1', 'rootlock-admin-2'],
  ])('that %s: %s', async (_, setting, name) => {
    home(setting && `[profile rootlock-admin]\n${setting}\n`);
    expect(await administratorProfile(KIM)).toBe(name);
    expect(handedOver(await profilesHere(), KIM), 'what the end of the run names').toBe(name);
  });
});
