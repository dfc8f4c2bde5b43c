import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awsCli, loginCommand } from '../../../src/auth/aws-cli.ts';
import { profiles } from '../../../src/auth/profiles.ts';
import { newHome } from '../../support/auth/home.ts';
import { profileWithKey, scriptedSource } from '../../support/auth/scripted-source.ts';

const aws = (...args: string[]) => execFileSync('aws', args, { encoding: 'utf8' });

describe('the AWS CLI on the PATH', () => {
  it.each([
    ['2.32.0', true],
    ['2.40.1', true],
    ['3.0.0', true],
    ['2.31.39', false],
    ['1.44.62', false],
  ])('of version %s has aws login: %s', async (version, hasLogin) => {
    newHome();
    process.env.FAKE_AWS_VERSION = version;
    expect(await awsCli()).toEqual({ version, hasLogin });
  });

  it('may be absent', async () => {
    const home = newHome();
    process.env.PATH = home;
    expect(await awsCli()).toBeUndefined();
  });

  it('is told --remote if this computer has no browser', () => {
    const command = ['aws', 'login', '--profile', 'p', '--region', 'us-east-1'];
    const remote = [...command, '--remote'];
    const ssh = { SSH_CONNECTION: '10.0.0.1 22', DISPLAY: ':0' };
    expect(loginCommand('p', 'us-east-1', ssh)).toEqual(remote);
    expect(loginCommand('p', 'us-east-1', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(command);
    const bare = platform() === 'linux' ? remote : command;
    expect(loginCommand('p', 'us-east-1', {})).toEqual(bare);
  });
});

describe('aws login', () => {
  it('writes what the SDK reads while this process runs, and aws logout removes it', async () => {
    const home = newHome();
    const request = { profile: 'rootlock-root' };
    await expect(scriptedSource(undefined, request).resolve()).rejects.toThrow(
      'There is no profile rootlock-root',
    );
    aws('login', '--profile', 'rootlock-root', '--region', 'eu-north-1');
    expect(readFileSync(join(home, '.aws/config'), 'utf8')).not.toContain('eu-north-1');
    const { credentials, region, profile, renews, notices } = await scriptedSource(
      undefined,
      request,
    ).resolve();
    expect(await credentials()).toMatchObject({
      accessKeyId: 'ASIAROOTLOCKSESS0001',
      sessionToken: expect.any(String),
      accountId: '123456789012',
    });
    expect({ region, profile, renews }).toEqual({ region: 'us-east-1', ...request, renews: true });
    expect(notices.map(({ en }) => en).join()).toContain('renews itself for up to 12 hours');
    const cache = join(home, '.aws/login/cache');
    const [file = ''] = readdirSync(cache);
    expect(statSync(join(cache, file)).mode & 0o777).toBe(0o600);

    aws('logout', '--profile', 'rootlock-root');
    await expect(scriptedSource(undefined, request).resolve()).rejects.toMatchObject({
      text: { en: 'The profile {profile} has no valid credentials.' },
    });
  });

  it('is hidden by an access key of the same profile, and the owner is told', async () => {
    const home = newHome();
    aws('login', '--profile', 'root');
    appendFileSync(join(home, '.aws/credentials'), profileWithKey('root', 'AKIA1'));
    const { credentials, renews, notices } = await scriptedSource(undefined, {
      profile: 'root',
    }).resolve();
    expect((await credentials()).accessKeyId).toBe('AKIA1');
    expect(renews).toBe(false);
    expect(notices.map(({ en }) => en).join()).toContain('hides its browser session');
    expect(await profiles()).toMatchObject([
      { name: 'root', keyId: 'AKIA1', session: expect.stringMatching(/:root$/) },
    ]);
  });
});
