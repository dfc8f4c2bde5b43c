import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { withSecretsRevealed } from '../../../src/aws/reveal-secrets.ts';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Sent } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { say } from '../../../src/text/text.ts';
import { connectTo, errorOf, startAnswering } from '../../support/aws/local-endpoint.ts';

/** A connection to a practice account, and what is sent to it. */
function connectToPractice(region = 'us-east-1') {
  const practice = createPracticeAccount(freshAccount());
  const sent: Sent[] = [];
  const { install } = practice;
  const { credentials } = practice;
  const config = { credentials: async () => credentials, region, install };
  const sleep = async () => undefined;
  const connection = connect(config, { sleep, onSent: (one) => void sent.push(one) });
  return { ...connection, practice, sent };
}

/** An error as IAM writes it. */
const iamError = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
const FROM_AWS = { 'x-amzn-requestid': '1', 'content-type': 'text/xml' };

describe('read', () => {
  it('refuses a write at run time, whatever the types allow', async () => {
    const { reads, sent } = connectToPractice();
    await expect(
      reads().read('iam', 'CreateUser' as never, { UserName: 'x' } as never),
    ).rejects.toThrow('not a read');
    await expect(reads().read('sts', 'GetSessionToken' as never, {} as never)).rejects.toThrow(
      'not a read',
    );
    expect(sent).toEqual([]);
  });

  it.each(['../', 'us-east-1/x', 'evil.example#', '\u001b[31m', 'a b', 'x'.repeat(64)])(
    'sends nothing to the region %j of a damaged answer, and says so',
    async (region) => {
      const { reads, sent } = connectToPractice();
      const error = await errorOf(reads().read('cloudtrail', 'LookupEvents', {}, region));
      expect(error).toBeInstanceOf(Blocked);
      expect([(error as Blocked).code, sent]).toEqual(['Unreadable', []]);
    },
  );

  it.each(['', 'a/b', 'arn:aws:s3:::a'])(
    'sends nothing about a bucket or a detector that a damaged answer calls "%s"',
    async (name) => {
      const { reads, sent } = connectToPractice();
      const errors = await Promise.all([
        errorOf(reads().find('s3', 'GetBucketPolicy', { Bucket: name })),
        errorOf(reads().read('guardduty', 'GetDetector', { DetectorId: name })),
      ]);
      for (const error of errors) expect(error).toMatchObject({ code: 'Unreadable' });
      expect(sent).toEqual([]);
    },
  );

  it('sends equal reads of one survey once, and again in the next survey', async () => {
    const { reads, sent } = connectToPractice();
    const survey = reads();
    await Promise.all([
      survey.read('iam', 'GetAccountSummary', {}),
      survey.read('iam', 'GetAccountSummary', {}),
    ]);
    await reads().read('iam', 'GetAccountSummary', {});
    expect(sent).toHaveLength(2);
  });

  it('joins every page of a list', async () => {
    const { reads, practice, sent } = connectToPractice();
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
});

describe('find', () => {
  it('finds nothing if AWS says that it does not exist', async () => {
    const { reads } = connectToPractice();
    expect(await reads().find('iam', 'GetUser', { UserName: 'nobody' })).toBeUndefined();
    expect(await reads().find('s3', 'HeadBucket', { Bucket: 'nobodys' })).toBeUndefined();
  });

  it.each(['NoSuchBucket', 'ResourceNotFoundException', 'NotFound'])(
    'takes %s, which is not listed for the operation, for a failed look',
    async (code) => {
      const url = await startAnswering(404, iamError(code), FROM_AWS);
      const error = await errorOf(
        connectTo(url).reads().find('iam', 'GetUser', { UserName: 'jun' }),
      );
      expect(error).toBeInstanceOf(Blocked);
      expect(error).toMatchObject({ code });
    },
  );

  it('takes no operation that declares no absence, by its types and at run time', async () => {
    const { reads, sent } = connectToPractice();
    // @ts-expect-error: it declares no absence.
    const found = reads().find('iam', 'GetAccountSummary', {});
    await expect(found).rejects.toThrow('declares no absence');
    expect(sent).toEqual([]);
  });
});

describe('send', () => {
  it('never sends a placeholder', async () => {
    const { send, sent } = connectToPractice();
    const request = {
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName: placeholder('admin-user.name') },
    } as const;
    await expect(send(request)).rejects.toThrow('placeholder');
    expect(sent).toEqual([]);
  });

  it('reveals a secret to AWS alone', async () => {
    const { send, practice } = connectToPractice();
    await send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } });
    const Password = new Secret('Correct-Horse-1-Battery');
    await send({
      service: 'iam',
      operation: 'CreateLoginProfile',
      input: { UserName: 'jun', Password },
    });
    expect(practice.state.users[0]?.password).toBeDefined();
    const revealed = withSecretsRevealed({ UserName: 'jun', Password });
    expect((revealed as { Password: string }).Password).toBe('Correct-Horse-1-Battery');
    const shown = `${inspect(revealed, { showHidden: true, depth: 9 })} ${JSON.stringify({ ...revealed })}`;
    expect(shown).not.toContain('Horse');
    expect(() => withSecretsRevealed({ deep: { Password } })).toThrow('nested');
  });

  it('says what AWS refused without the secret', async () => {
    const { send } = connectToPractice();
    await send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } });
    const Password = new Secret('short');
    const error = await errorOf(
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

describe('credentials that AWS rejects', () => {
  it.each(['ExpiredToken', 'InvalidClientTokenId', 'AuthFailure'])(
    'end the session with %s',
    async (code) => {
      const url = await startAnswering(403, iamError(code), FROM_AWS);
      const error = await errorOf(connectTo(url).reads().read('iam', 'GetAccountSummary', {}));
      expect(error).toBeInstanceOf(SignedOut);
    },
  );
});

describe('a region that is off, and so knows no credentials', () => {
  const OFF = 'af-south-1';

  it('is named instead of the credentials, whichever service says so', async () => {
    const { reads, sent } = connectToPractice(OFF);
    const refused = await Promise.all([
      errorOf(reads().read('sts', 'GetCallerIdentity', {})),
      errorOf(reads().read('cloudtrail', 'DescribeTrails', {}, 'me-south-1')),
      errorOf(reads().read('s3', 'ListBuckets', {})),
    ]);
    for (const error of refused) expect(error).toBeInstanceOf(Blocked);
    expect(refused.map((error) => say((error as Blocked).text))).toEqual([
      expect.stringContaining(`but not in ${OFF}`),
      expect.stringContaining('but not in me-south-1'),
      expect.stringContaining(`but not in ${OFF}`),
    ]);
    expect(sent.filter(({ write }) => write)).toEqual([]);
  });

  it('does not hide that the key is deleted, or the session over', async () => {
    const { reads, practice } = connectToPractice(OFF);
    practice.change((state, now) => {
      for (const session of state.sessions) session.ends = now.toISOString();
    });
    const ended = errorOf(reads().read('sts', 'GetCallerIdentity', {}));
    expect(await ended).toBeInstanceOf(SignedOut);
    practice.change((state) => {
      state.sessions = [];
    });
    const unknown = errorOf(reads().read('sts', 'GetCallerIdentity', {}));
    expect(await unknown).toBeInstanceOf(SignedOut);
  });
});

describe('HeadBucket, which S3 answers with a bare status', () => {
  it.each([
    [400, SignedOut],
    [403, Blocked],
  ] as const)('says what to do after %s', async (status, kind) => {
    const url = await startAnswering(status, '', { 'x-amz-request-id': '1' });
    const error = await errorOf(
      connectTo(url).reads().read('s3', 'HeadBucket', { Bucket: 'logs' }),
    );
    expect(error).toBeInstanceOf(kind);
    expect((error as Blocked).fix.length).toBeGreaterThan(0);
  });
});
