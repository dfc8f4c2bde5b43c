import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAws } from '../../support/aws/fake-aws.ts';
import { startServer } from '../../support/aws/local-endpoint.ts';
import { stubListener } from '../../support/aws/stub-aws.ts';
import { startProxy, startTls } from '../../support/network/connect-proxy.ts';
import { usePrivateCa } from '../../support/network/private-ca.ts';
import { emptyFolder, program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { KEY } from '../../support/tui/screen.ts';

const HERE = 'ap-northeast-2';
const PATH = [fakeAws, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
const ca = usePrivateCa([
  '*.amazonaws.com',
  '*.us-east-1.amazonaws.com',
  `*.${HERE}.amazonaws.com`,
  '*.signin.aws.amazon.com',
]);

/** A refusal in another region than that of signing in. Its name is not documented, so both are tried. */
type Refused = 'ValidationException' | 'AccessDeniedException';

/**
 * AWS behind a proxy: it renews a session in one region alone. `renewals`: the regions that were asked. `signedBy`: the keys that have
 * signed calls.
 */
async function startAws(refused: Refused = 'ValidationException') {
  const renewals: string[] = [];
  const signedBy = new Set<string>();
  const answer = stubListener();
  const url = await startServer((request, response) => {
    const [, region] = /^(.+)\.signin\.aws\.amazon\.com$/.exec(request.headers.host ?? '') ?? [];
    if (!region) {
      signedBy.add(/Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '');
      return answer(request, response);
    }
    renewals.push(region);
    const [status, body] =
      region === HERE
        ? [200, RENEWED]
        : [400, { __type: refused, error: 'INVALID_REQUEST', message: 'No.' }];
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-amzn-requestid': '1' })
      .end(JSON.stringify(body));
  });
  const { address } = await startProxy(await startTls(ca(), Number(new URL(url).port)));
  const env = { PATH, HTTPS_PROXY: address, AWS_CA_BUNDLE: ca().bundle };
  return { renewals, signedBy, env };
}

const RENEWED = {
  accessToken: { accessKeyId: 'ASIARENEWED00000001', secretAccessKey: 's', sessionToken: 't' },
  tokenType: 'aws_sigv4',
  expiresIn: 900,
  refreshToken: 'next',
};

/** A home where `aws login` has signed in, in the region HERE, with four minutes left until it has to be renewed. */
function signedInHome(profile: string): string {
  const home = emptyFolder();
  mkdirSync(join(home, '.aws'));
  execFileSync('aws', ['login', '--profile', profile, '--region', HERE], {
    env: { PATH, HOME: home, FAKE_AWS_MINUTES: '4' },
  });
  return home;
}

describe('a session of aws login that has to be renewed', () => {
  it.each(['ValidationException', 'AccessDeniedException'] as const)(
    'is renewed in the region of --region, and a refusal elsewhere (%s) does not end it',
    async (refused) => {
      const aws = await startAws(refused);
      const home = signedInHome('work');
      const flags = ['--profile', 'work', '--region', HERE];
      await run(['status', ...flags], { home, env: aws.env });
      expect([aws.renewals, [...aws.signedBy]]).toEqual([[HERE], ['ASIARENEWED00000001']]);

      const elsewhere = signedInHome('work');
      appendFileSync(join(elsewhere, '.aws/config'), `region = ${HERE}\n`);
      const other = ['--profile', 'work', '--region', 'eu-west-1'];
      await run(['status', ...other], { home: elsewhere, env: aws.env });
      expect(aws.renewals.slice(1)).toEqual(['eu-west-1', HERE]);
    },
  );

  it('is renewed in the region of its profile, also for a role that is assumed with it', async () => {
    const aws = await startAws();
    const home = signedInHome('work');
    const role = `region = ${HERE}\n[profile role]\nsource_profile = work\nrole_arn = arn:aws:iam::1:role/R\n`;
    appendFileSync(join(home, '.aws/config'), role);
    await run(['status', '--profile', 'work'], { home, env: aws.env });
    expect([aws.renewals, [...aws.signedBy]]).toEqual([[HERE], ['ASIARENEWED00000001']]);
    const again = signedInHome('work');
    appendFileSync(join(again, '.aws/config'), role);
    await run(['status', '--profile', 'role'], { home: again, env: aws.env });
    expect(aws.renewals).toEqual([HERE, HERE]);
  });

  let terminal: Terminal | undefined;
  afterEach(() => terminal?.close());

  it('is renewed where the menu has signed in, also by a later run that names no region', async () => {
    const aws = await startAws();
    const data = emptyFolder();
    const env = { ...aws.env, XDG_DATA_HOME: join(data, 'data'), FAKE_AWS_MINUTES: '4' };
    terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--region', HERE], { env });
    await terminal.waitFor('Sign in with the AWS CLI');
    terminal.type(KEY.down + KEY.enter);
    await terminal.waitFor(`$ aws login --profile rootlock-root --region ${HERE}`);
    terminal.type(KEY.enter);
    await terminal.waitFor('Where would you like to start?');
    terminal.type('\u0003');
    await terminal.waitFor('Sign out?');
    terminal.type('\u0003');
    await terminal.exit;
    expect(new Set(aws.renewals)).toEqual(new Set([HERE]));
    expect(aws.signedBy).toEqual(new Set(['ASIARENEWED00000001']));

    const home = signedInHome('rootlock-root');
    const before = aws.renewals.length;
    await run(['status', '--profile', 'rootlock-root'], {
      home,
      env: { ...aws.env, XDG_DATA_HOME: join(data, 'data') },
    });
    expect(aws.renewals.slice(before)).toEqual([HERE]);
  });
});
