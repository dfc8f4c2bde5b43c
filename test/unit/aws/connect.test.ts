import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { withSecretsRevealed } from '../../../src/aws/reveal-secrets.ts';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Sent } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { placeholder } from '../../../src/text/placeholder.ts';

const sleep = async () => undefined;

function practising() {
  const practice = createPracticeAccount(freshAccount());
  const sent: Sent[] = [];
  const { install } = practice;
  const wire = { credentials: async () => practice.credentials, region: 'us-east-1', install };
  const connection = connect(wire, { sleep, onSent: (one) => void sent.push(one) });
  return { ...connection, practice, sent };
}

/** A server on this computer that gives one answer to everything. */
let server: Server | undefined;
async function answering(status: number, body: string, headers = {}): Promise<string> {
  server = createServer((_, response) => response.writeHead(status, headers).end(body));
  return listening(server);
}
async function listening(one: Server): Promise<string> {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
afterEach(() => void server?.close());

const against = (endpoint: string) =>
  connect(
    {
      credentials: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }),
      region: 'us-east-1',
      endpoint,
    },
    { sleep },
  );
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a read', () => {
  it('that is a write is refused at run time, whatever the types were told', async () => {
    const { reads, sent } = practising();
    await expect(
      reads().read('iam', 'CreateUser' as never, { UserName: 'x' } as never),
    ).rejects.toThrow('not a read');
    await expect(reads().read('sts', 'GetSessionToken' as never, {} as never)).rejects.toThrow(
      'not a read',
    );
    expect(sent).toEqual([]);
  });

  it('is one call for all who ask alike within one survey, and a new one in the next', async () => {
    const { reads, sent } = practising();
    const view = reads();
    await Promise.all([
      view.read('iam', 'GetAccountSummary', {}),
      view.read('iam', 'GetAccountSummary', {}),
    ]);
    await reads().read('iam', 'GetAccountSummary', {});
    expect(sent).toHaveLength(2);
  });

  it('gives every page of a list as one', async () => {
    const { reads, practice, sent } = practising();
    for (let n = 0; n < 120; n++) {
      practice.state.users.push({
        id: `AIDA${n}`,
        name: `user${n}`,
        path: '/',
        created: '2026-01-01T00:00:00.000Z',
        inline: {},
        attached: [],
        tags: [],
        groups: [],
        keys: [],
      });
    }
    const { UserDetailList } = await reads().read('iam', 'GetAccountAuthorizationDetails', {
      Filter: ['User'],
    });
    expect(UserDetailList).toHaveLength(120);
    expect(sent.length).toBeGreaterThan(1);
  });

  it('finds nothing where AWS says that it does not exist', async () => {
    expect(
      await practising().reads().find('iam', 'GetUser', { UserName: 'nobody' }),
    ).toBeUndefined();
  });
});

describe('a write', () => {
  it('with a placeholder in it is never sent', async () => {
    const { send, sent } = practising();
    const request = {
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName: placeholder('admin-user.name') },
    } as const;
    await expect(send(request)).rejects.toThrow('placeholder');
    expect(sent).toEqual([]);
  });

  it('opens a secret for AWS alone', async () => {
    const { send, practice } = practising();
    await send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } });
    const Password = new Secret('Correct-Horse-1-Battery');
    await send({
      service: 'iam',
      operation: 'CreateLoginProfile',
      input: { UserName: 'jun', Password },
    });
    expect(practice.state.users[0]?.password).toBeDefined();
    const opened = withSecretsRevealed({ UserName: 'jun', Password });
    expect((opened as { Password: string }).Password).toBe('Correct-Horse-1-Battery');
    const shown = `${inspect(opened, { showHidden: true, depth: 9 })} ${JSON.stringify({ ...opened })}`;
    expect(shown).not.toContain('Horse');
    expect(() => withSecretsRevealed({ deep: { Password } })).toThrow('too deep');
  });

  it('that AWS refuses says so without the secret', async () => {
    const { send } = practising();
    await send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } });
    const Password = new Secret('short');
    const error = await failure(
      send({
        service: 'iam',
        operation: 'CreateLoginProfile',
        input: { UserName: 'jun', Password },
      }),
    );
    expect(error).toBeInstanceOf(Blocked);
    expect(error).toMatchObject({ code: 'PasswordPolicyViolation' });
    expect(inspect(error, { depth: 9 })).not.toContain("'short'");
  });
});

describe('an answer that AWS did not give', () => {
  it.each([200, 403, 404])('is unreadable, with status %s', async (status) => {
    const url = await answering(status, '<html>Welcome to the hotel</html>', {
      'content-type': 'text/html',
    });
    const { send, reads } = against(url);
    const looked = await failure(reads().read('iam', 'ListMFADevices', { UserName: 'jun' }));
    expect(looked).toMatchObject({ code: 'Unreadable', status });
    const found = await failure(reads().find('iam', 'GetUser', { UserName: 'jun' }));
    expect(found).toBeInstanceOf(Blocked);
    const written = await failure(
      send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } }),
    );
    expect(written).toBeInstanceOf(Blocked);
  });

  it.each([502, 503, 504])(
    'is tried again and then unreadable, not blamed on AWS, with status %s',
    async (status) => {
      let asked = 0;
      server = createServer((_, response) => {
        asked++;
        response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      });
      const { reads } = against(await listening(server));
      const error = await failure(reads().read('iam', 'GetAccountSummary', {}));
      expect(error).toMatchObject({ code: 'Unreadable', status, attempts: asked });
      expect(asked).toBeGreaterThan(1);
      expect((error as Blocked).message).toContain('gateway or proxy');
    },
  );

  it('is half a list, wherever it ends: damaged, never taken for all of it', async () => {
    const names = '<member>kims-shop</member>';
    const list = `<IsTruncated>false</IsTruncated><AccountAliases>${names}</AccountAliases>`;
    const whole = `<ListAccountAliasesResponse><ListAccountAliasesResult>${list}</ListAccountAliasesResult></ListAccountAliasesResponse>`;
    let length = 0;
    server = createServer((_, response) => {
      response.writeHead(200, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' });
      response.end(whole.slice(0, length));
    });
    const { reads } = against(await listening(server));
    for (length = 0; length < whole.length; length++) {
      const error = await failure(reads().read('iam', 'ListAccountAliases', {}));
      expect(error, whole.slice(0, length)).toMatchObject({ code: 'Unreadable', status: 200 });
      expect((error as Blocked).message).toContain('arrived damaged');
    }
  });

  it('is an address where nobody listens: Blocked, with what to do', async () => {
    const error = await failure(
      against('http://127.0.0.1:1').reads().read('iam', 'GetAccountSummary', {}),
    );
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect((error as Blocked).fix.length).toBeGreaterThan(0);
  });
});

describe('credentials that AWS does not take', () => {
  it.each(['ExpiredToken', 'InvalidClientTokenId'])('end the session: %s', async (code) => {
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
    const url = await answering(403, body, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' });
    const error = await failure(against(url).reads().read('iam', 'GetAccountSummary', {}));
    expect(error).toBeInstanceOf(SignedOut);
  });
});

describe('a look at a bucket, of which S3 says no more than a status', () => {
  it.each([
    [400, SignedOut],
    [403, Blocked],
  ] as const)('%s: has somebody to do something', async (status, kind) => {
    const url = await answering(status, '', { 'x-amz-request-id': '1' });
    const error = await failure(against(url).reads().read('s3', 'HeadBucket', { Bucket: 'logs' }));
    expect(error).toBeInstanceOf(kind);
    expect((error as Blocked).fix.length).toBeGreaterThan(0);
  });
});

describe('AWS’s clock', () => {
  it('is learned from its answers', async () => {
    const body =
      '<GetAccountSummaryResponse><GetAccountSummaryResult/></GetAccountSummaryResponse>';
    const date = new Date(Date.now() + 600_000).toUTCString();
    const url = await answering(200, body, {
      'x-amzn-requestid': '1',
      'content-type': 'text/xml',
      date,
    });
    const { reads, clock } = against(url);
    await reads().read('iam', 'GetAccountSummary', {});
    expect(Math.abs(clock() - Date.now() - 600_000)).toBeLessThan(1500);
  });
});
