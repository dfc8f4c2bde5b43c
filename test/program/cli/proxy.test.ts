import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../support/aws/local-endpoint.ts';
import { KEYS, stubListener } from '../../support/aws/stub-aws.ts';
import { startProxy, startTls } from '../../support/network/connect-proxy.ts';
import { usePrivateCa } from '../../support/network/private-ca.ts';
import { emptyFolder, run } from '../../support/program/program.ts';

const ca = usePrivateCa([
  '*.amazonaws.com',
  '*.us-east-1.amazonaws.com',
  '*.ap-northeast-2.amazonaws.com',
  'aws.example.com',
  'localhost',
]);
const LOGIN = 'kim:p%40ss%23word';
const NAMES_LEAD_HERE = `--import=${new URL('../../support/network/preloaded/names-lead-here.mjs', import.meta.url)}`;

/** A server that answers in AWS's place with TLS. Gives its port. */
const startAws = async () =>
  startTls(ca(), Number(new URL(await startServer(stubListener())).port));

const reached = expect.stringContaining('123456789012');
const status = (env: Record<string, string>, args: string[] = [], home = emptyFolder()) =>
  run(['status', '--json', ...args], { home, env });

describe('behind a proxy with a password', () => {
  it('AWS is reached through HTTPS_PROXY, and trusted by AWS_CA_BUNDLE', async () => {
    const { address, hosts } = await startProxy(await startAws(), { login: LOGIN });
    const { out, err } = await status({
      ...KEYS,
      HTTPS_PROXY: address,
      AWS_CA_BUNDLE: ca().bundle,
    });
    expect([out, err]).toEqual([reached, '']);
    expect(hosts).toEqual(
      expect.arrayContaining(['sts.us-east-1.amazonaws.com:443', 'iam.amazonaws.com:443']),
    );
  });

  it('https_proxy wins over HTTPS_PROXY, and HTTP_PROXY is not for calls to AWS', async () => {
    const lower = await startProxy(await startAws(), { login: LOGIN });
    const others = await startProxy(await startAws(), { login: LOGIN });
    const { out } = await status({
      ...KEYS,
      https_proxy: lower.address,
      HTTPS_PROXY: others.address,
      HTTP_PROXY: others.address,
      AWS_CA_BUNDLE: ca().bundle,
    });
    expect([out, lower.hosts.length > 0, others.hosts]).toEqual([reached, true, []]);
  });

  it('HTTP_PROXY alone is no proxy for calls to AWS, as in the AWS CLI', async () => {
    const { address, hosts } = await startProxy(await startAws(), { login: LOGIN });
    const { out } = await status(
      {
        ...KEYS,
        HTTP_PROXY: address,
        http_proxy: address,
        AWS_CA_BUNDLE: ca().bundle,
        NODE_OPTIONS: NAMES_LEAD_HERE,
      },
      ['--endpoint-url', `https://aws.example.com:${await startAws()}`],
    );
    expect([out, hosts]).toEqual([reached, []]);
  });

  it('the proxy itself may speak TLS, with a certificate of the same bundle', async () => {
    const proxy = await startProxy(await startAws(), { login: LOGIN, tls: ca() });
    const env = { ...KEYS, HTTPS_PROXY: proxy.address, AWS_CA_BUNDLE: ca().bundle };
    expect((await status(env)).out).toEqual(reached);
    expect(proxy.hosts).toContain('sts.us-east-1.amazonaws.com:443');
  });

  it('the bundle may be ca_bundle of the profile, whose role is taken through the proxy too', async () => {
    const home = emptyFolder();
    mkdirSync(join(home, '.aws'));
    writeFileSync(
      join(home, '.aws/config'),
      `[profile base]
aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}
aws_secret_access_key = s
[profile work]
region = ap-northeast-2
role_arn = arn:aws:iam::123456789012:role/Admin
source_profile = base
ca_bundle = ${ca().bundle}
`,
    );
    const asked: string[] = [];
    const role = (operation: string) =>
      operation === 'AssumeRole'
        ? '<Credentials><AccessKeyId>ASIAWORK00000000001</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>'
        : undefined;
    const server = new URL(await startServer(stubListener(role, asked)));
    const proxy = await startProxy(await startTls(ca(), Number(server.port)), { login: LOGIN });
    const env = { HTTPS_PROXY: proxy.address };
    const { out, err } = await status(env, ['--profile', 'work'], home);
    expect([out, err]).toEqual([reached, '']);
    expect(asked[0]).toBe('AssumeRole');
    expect(new Set(proxy.hosts)).toContain('sts.ap-northeast-2.amazonaws.com:443');
  });

  it('NO_PROXY goes past it, to a name and to what is below a name', async () => {
    const proxy = await startProxy(await startAws(), { login: LOGIN });
    const env = {
      ...KEYS,
      HTTPS_PROXY: proxy.address,
      AWS_CA_BUNDLE: ca().bundle,
      NODE_OPTIONS: NAMES_LEAD_HERE,
    };
    const endpoint = ['--endpoint-url', `https://aws.example.com:${await startAws()}`];
    for (const NO_PROXY of ['localhost, aws.example.com', '.example.com', '*']) {
      expect((await status({ ...env, NO_PROXY }, endpoint)).out).toEqual(reached);
    }
    expect(proxy.hosts).toEqual([]);
    expect((await status({ ...env, NO_PROXY: 's.example.com' }, endpoint)).out).toEqual(reached);
    expect(proxy.hosts).not.toEqual([]);
  });

  it('a call to this computer goes past it, because plain HTTP must not leave it', async () => {
    const proxy = await startProxy(await startAws());
    const endpoint = await startServer(stubListener());
    const env = { ...KEYS, HTTPS_PROXY: proxy.address };
    expect((await status(env, ['--endpoint-url', endpoint])).out).toEqual(reached);
    expect(proxy.hosts).toEqual([]);
  });
});

describe('if the proxy does not let a call through, the run says which proxy and what to do', () => {
  it('with a wrong password, which is not repeated', async () => {
    const { port } = await startProxy(await startAws(), { login: LOGIN });
    const HTTPS_PROXY = `http://kim:wrong-password@127.0.0.1:${port}`;
    const { code, out, err } = await status({ ...KEYS, HTTPS_PROXY });
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(`The proxy 127.0.0.1:${port} needs a user name and a password`);
    expect(err).not.toContain('wrong-password');
  });

  it('with an answer of its own', async () => {
    const { address, port } = await startProxy(await startAws(), { status: 403 });
    const { code, err } = await status({ ...KEYS, HTTPS_PROXY: address });
    expect([code, err]).toEqual([3, expect.stringContaining(`${port} does not let calls to AWS`)]);
  });

  it('while it is down', async () => {
    const { code, err } = await status({ ...KEYS, HTTPS_PROXY: 'http://127.0.0.1:1' });
    expect(code).toBe(3);
    expect(err).toMatch('The proxy 127.0.0.1:1 cannot be reached (ECONNREFUSED).');
    expect(err).toMatch('Check HTTPS_PROXY');
  });

  it('with a certificate that this computer does not trust', async () => {
    const { address } = await startProxy(await startAws(), { tls: ca() });
    const { code, err } = await status({ ...KEYS, HTTPS_PROXY: address });
    expect([code, err]).toEqual([3, expect.stringContaining('AWS_CA_BUNDLE=file')]);
  });
});

describe('a setting of the network that makes no sense is wrong usage', () => {
  it.each([
    'socks5://kim:hidden@127.0.0.1:1',
    'http://kim:hid%den@127.0.0.1:1',
    'http://kim:hid#den@h:1',
  ])('HTTPS_PROXY=%s, which is not repeated', async (HTTPS_PROXY) => {
    const { code, err } = await status({ ...KEYS, HTTPS_PROXY });
    expect([code, err]).toEqual([
      64,
      expect.stringContaining('HTTPS_PROXY must be a proxy address'),
    ]);
    expect(err).not.toContain('hid');
  });

  it.each(['/nowhere/ca.pem', '/dev/null'])('AWS_CA_BUNDLE=%s', async (AWS_CA_BUNDLE) => {
    const { code, err } = await status({ ...KEYS, AWS_CA_BUNDLE });
    expect([code, err]).toEqual([64, expect.stringContaining(`${AWS_CA_BUNDLE} cannot be read`)]);
  });
});
