import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awsCli, loginCommand } from '../../../src/auth/aws-cli.ts';
import { resolveCredentials } from '../../../src/auth/credentials.ts';
import { profiles } from '../../../src/auth/profiles.ts';
import { newHome } from '../../support/auth/home.ts';

const aws = (...args: string[]) => execFileSync('aws', args, { encoding: 'utf8' });

describe('the AWS CLI on the PATH', () => {
  it.each([
    ['2.32.0', true],
    ['2.40.1', true],
    ['3.0.0', true],
    ['2.31.39', false],
    ['1.44.62', false],
  ])('version %s has aws login: %s', async (version, logsIn) => {
    newHome();
    process.env.FAKE_AWS_VERSION = version;
    expect(await awsCli()).toEqual({ version, logsIn });
  });

  it('may be absent', async () => {
    const home = newHome();
    process.env.PATH = home;
    expect(await awsCli()).toBeUndefined();
  });

  it('is told to do without a browser where there is none', () => {
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
  it('writes what the SDK reads, while this process runs, and aws logout takes it away', async () => {
    const home = newHome();
    const way = { profile: 'rootlock-root' };
    await expect(resolveCredentials(way)).rejects.toThrow('There is no profile rootlock-root');
    aws('login', '--profile', 'rootlock-root', '--region', 'eu-north-1');
    const { credentials, region, profile, renews, notices } = await resolveCredentials(way);
    expect(await credentials()).toMatchObject({
      accessKeyId: 'ASIAROOTLOCKSESS0001',
      sessionToken: expect.any(String),
      accountId: '123456789012',
    });
    expect({ region, profile, renews }).toEqual({ region: 'eu-north-1', ...way, renews: true });
    expect(notices.map(({ en }) => en).join()).toContain('renews itself for up to 12 hours');
    const [cache] = execFileSync('ls', [join(home, '.aws/login/cache')], {
      encoding: 'utf8',
    }).split('\n');
    expect(statSync(join(home, '.aws/login/cache', cache ?? '')).mode & 0o777).toBe(0o600);

    aws('logout', '--profile', 'rootlock-root');
    await expect(resolveCredentials(way)).rejects.toMatchObject({
      text: { en: 'The profile {profile} gives no credentials.' },
    });
  });

  it('is hidden by an access key of the same profile, which is said', async () => {
    newHome();
    aws('login', '--profile', 'root');
    const home = process.env.HOME ?? '';
    execFileSync('sh', [
      '-c',
      `printf '[root]\\naws_access_key_id=AKIA1\\naws_secret_access_key=x\\n' > ${home}/.aws/credentials`,
    ]);
    const { credentials, renews, notices } = await resolveCredentials({ profile: 'root' });
    expect((await credentials()).accessKeyId).toBe('AKIA1');
    expect(renews).toBe(false);
    expect(notices.map(({ en }) => en).join()).toContain('hides its "aws login" session');
    expect(await profiles()).toMatchObject([
      { name: 'root', keyId: 'AKIA1', session: expect.stringMatching(/:root$/) },
    ]);
  });
});
