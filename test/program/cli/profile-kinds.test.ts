import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../support/aws/local-endpoint.ts';
import { stubListener } from '../../support/aws/stub-aws.ts';
import { startProxy, startTls } from '../../support/network/connect-proxy.ts';
import { usePrivateCa } from '../../support/network/private-ca.ts';
import { emptyFolder, run } from '../../support/program/program.ts';

const ca = usePrivateCa([
  '*.us-east-1.amazonaws.com',
  '*.sso.us-east-1.amazonaws.com',
  '*.amazonaws.com',
]);

const BASE = `[profile base]
aws_access_key_id = AKIAEXAMPLE00000001
aws_secret_access_key = x
`;
const MFA = `[profile mfa]
role_arn = arn:aws:iam::123456789012:role/Admin
mfa_serial = arn:aws:iam::123456789012:mfa/jun
source_profile = base
${BASE}`;
const SSO = `[profile corp]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
region = us-east-1
[sso-session corp]
sso_start_url = https://example.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
`;

function homeWith(config: string, token?: { expiresAt: string }): string {
  const home = emptyFolder();
  const cache = join(home, '.aws/sso/cache');
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(home, '.aws/config'), config);
  const name = createHash('sha1').update('corp').digest('hex');
  if (token) {
    writeFileSync(join(cache, `${name}.json`), JSON.stringify({ accessToken: 't', ...token }));
  }
  return home;
}

/** CloudShell's credentials must not take the place of those that the owner has asked for. */
const CLOUDSHELL = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/' };
const status = (home: string, profile: string, env: Record<string, string> = CLOUDSHELL) =>
  run(['status', '--json', '--profile', profile], { home, env });

describe('a profile that gives no credentials is told of in its own way', () => {
  it('one whose role asks for an MFA code: what lets the AWS CLI ask for it', async () => {
    const { code, err } = await status(homeWith(MFA), 'mfa');
    expect(code).toBe(3);
    expect(err).toContain('needs an MFA code');
    expect(err).toContain('aws configure export-credentials --profile mfa --format env');
    expect(err).not.toContain('cli.js sign-in');
  });

  it.each([
    ['without a session', undefined],
    ['whose session has ended', { expiresAt: '2026-01-01T00:00:00Z' }],
  ])('one of IAM Identity Center %s: aws sso login', async (_, token) => {
    const { code, err } = await status(homeWith(SSO, token), 'corp');
    expect([code, err]).toEqual([3, expect.stringContaining('aws sso login --profile corp')]);
    expect(err).not.toContain('cli.js sign-in');
  });

  it('a role of one of IAM Identity Center: aws sso login for that one', async () => {
    const role = `[profile role]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = corp\n${SSO}`;
    const { err } = await status(homeWith(role), 'role');
    expect(err).toContain('aws sso login --profile corp');
  });

  it('one with a program: what the program says, without its command line', async () => {
    const home = emptyFolder();
    mkdirSync(join(home, '.aws'));
    const program = join(home, 'tool');
    writeFileSync(program, '#!/bin/sh\necho "vault is locked" >&2\nexit 3\n');
    chmodSync(program, 0o755);
    writeFileSync(
      join(home, '.aws/config'),
      `[profile tool]\ncredential_process = ${program} --token hidden\n`,
    );
    const { code, err } = await status(home, 'tool');
    expect([code, err]).toEqual([3, expect.stringContaining('credentials: vault is locked')]);
    expect(err).not.toContain('hidden');
    expect(err).not.toContain('cli.js sign-in');
  });

  it('the default profile too, although nobody has named it', async () => {
    const home = homeWith(SSO.replace('[profile corp]', '[default]'));
    const { err } = await run(['status'], { home });
    expect(err).toContain('aws sso login --profile default');
  });

  it('one with a token file that is not there: its name', async () => {
    const config = `[profile web]\nrole_arn = arn:aws:iam::1:role/R\nweb_identity_token_file = /nowhere/token\n`;
    const { code, err } = await status(homeWith(config), 'web');
    expect([code, err]).toEqual([3, expect.stringContaining('/nowhere/token')]);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('what AWS refuses to a profile', () => {
  it('a role that may not be taken is told with the reason of AWS', async () => {
    const reason =
      'User: arn:aws:iam::123456789012:user/jun is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/Admin';
    const answer = stubListener(() => ({ code: 'AccessDenied', message: reason }));
    const port = await startTls(ca(), Number(new URL(await startServer(answer)).port));
    const { address } = await startProxy(port);
    const env = { HTTPS_PROXY: address, AWS_CA_BUNDLE: ca().bundle };
    const { code, err } = await status(homeWith(MFA.replace(/mfa_serial.*\n/, '')), 'mfa', env);
    expect(code).toBe(3);
    expect(err).toContain('role/Admin');
    expect(err).toContain('trust policy');
    expect(err).not.toContain('cli.js sign-in');
  });

  it('a session of IAM Identity Center asks for its role through the proxy, in its own region', async () => {
    const stub = stubListener();
    const url = await startServer((request, response) => {
      if (!request.url?.startsWith('/federation/credentials')) return stub(request, response);
      response.writeHead(200, { 'content-type': 'application/json' });
      const roleCredentials = {
        accessKeyId: 'ASIACORP000000000001',
        secretAccessKey: 's',
        sessionToken: 't',
        expiration: Date.parse('2099-01-01T00:00:00Z'),
      };
      response.end(JSON.stringify({ roleCredentials }));
    });
    const { address, hosts } = await startProxy(await startTls(ca(), Number(new URL(url).port)));
    const env = { HTTPS_PROXY: address, AWS_CA_BUNDLE: ca().bundle, AWS_REGION: 'ap-northeast-2' };
    const { err } = await status(homeWith(SSO, { expiresAt: '2099-01-01T00:00:00Z' }), 'corp', env);
    expect(hosts[0]).toBe('portal.sso.us-east-1.amazonaws.com:443');
    expect(err).not.toContain('aws sso login');
  });
});
