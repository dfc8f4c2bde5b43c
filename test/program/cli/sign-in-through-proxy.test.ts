import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startServer } from '../../support/aws/local-endpoint.ts';
import { startProxy, startTls } from '../../support/network/connect-proxy.ts';
import { usePrivateCa } from '../../support/network/private-ca.ts';
import { emptyFolder, start } from '../../support/program/program.ts';

const HERE = 'ap-northeast-2';
const HOST = `${HERE}.signin.aws.amazon.com`;
const ARN = 'arn:aws:iam::123456789012:user/kim';
const ca = usePrivateCa(['*.signin.aws.amazon.com']);

const TOKENS = {
  accessToken: { accessKeyId: 'ASIATHROUGHPROXY0001', secretAccessKey: 's', sessionToken: 't' },
  tokenType: 'aws_sigv4',
  expiresIn: 900,
  refreshToken: 'r',
  idToken: `e.${Buffer.from(JSON.stringify({ sub: ARN })).toString('base64url')}.s`,
};

/** Signs in to AWS's own address. The person comes back with a code as soon as the address is shown. */
async function signIn(env: Record<string, string>) {
  const home = emptyFolder();
  const flags = ['--profile', 'acme', '--region', HERE, '--account', '123456789012'];
  const { child, ended } = start(['sign-in', ...flags], home, { ...env, BROWSER: 'none' });
  let out = '';
  child.stdout?.on('data', async (text) => {
    out += text;
    const [, address] = /(https:\S+)\n/.exec(out) ?? [];
    if (!address) return;
    out = '';
    const query = new URL(address).searchParams;
    const back = new URLSearchParams({ code: 'the-code', state: query.get('state') ?? '' });
    await fetch(`${query.get('redirect_uri')}?${back}`);
  });
  return { home, ...(await ended) };
}

it('the call of signing in goes through the proxy, and trusts its certificates', async () => {
  const asked: string[] = [];
  const aws = await startServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(TOKENS));
  });
  const proxy = await startProxy(await startTls(ca(), Number(new URL(aws).port)), {
    login: 'kim:pa%23ss',
  });
  const env = { HTTPS_PROXY: proxy.address, AWS_CA_BUNDLE: ca().bundle };
  const { code, err, home } = await signIn(env);
  expect([code, err]).toEqual([0, '']);
  expect(asked).toEqual([`POST ${HOST}/v1/token`]);
  expect(proxy.hosts).toEqual([`${HOST}:443`]);
  expect(readFileSync(join(home, '.aws/config'), 'utf8')).toContain(ARN);

  const distrusted = await signIn({ HTTPS_PROXY: proxy.address });
  expect(distrusted.code).toBe(3);
  expect(distrusted.err).toContain('breaks the encryption');
  const refused = await startProxy(1, { status: 403 });
  const blocked = await signIn({ HTTPS_PROXY: refused.address });
  expect(blocked.code).toBe(3);
  expect(blocked.err).toContain('*.signin.aws.amazon.com');
});
