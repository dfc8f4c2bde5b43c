import { describe, expect, it } from 'vitest';
import { BODY_MAX } from '../../../src/aws/check-responses.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import {
  connectTo,
  errorOf,
  startAnswering,
  startServer,
} from '../../support/aws/local-endpoint.ts';

const PIECE = Buffer.alloc(1_000_000, 'a');

const lookAtSummary = (endpoint: string) =>
  errorOf(connectTo(endpoint).reads().read('iam', 'GetAccountSummary', {}));

describe('a response without a request id of AWS', () => {
  it.each([200, 403, 404])('is unreadable with status %s', async (status) => {
    const page = '<html>Welcome to the hotel</html>';
    const url = await startAnswering(status, page, { 'content-type': 'text/html' });
    const { send, reads } = connectTo(url);
    const read = await errorOf(reads().read('iam', 'ListMFADevices', { UserName: 'jun' }));
    expect(read).toMatchObject({ code: 'Unreadable', status });
    const found = await errorOf(reads().find('iam', 'GetUser', { UserName: 'jun' }));
    expect(found).toBeInstanceOf(Blocked);
    const written = await errorOf(
      send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } }),
    );
    expect(written).toBeInstanceOf(Blocked);
  });

  it.each([502, 503, 504])(
    'is asked for again with status %s, then unreadable, and not blamed on AWS',
    async (status) => {
      let requests = 0;
      const url = await startServer((_, response) => {
        requests++;
        response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      });
      const error = await lookAtSummary(url);
      expect(error).toMatchObject({ code: 'Unreadable', status, attempts: requests });
      expect(requests).toBeGreaterThan(1);
      expect((error as Blocked).message).toContain('gateway or proxy');
    },
  );
});

describe('a response that breaks off', () => {
  it('is damaged after each possible byte, and never taken for the whole list', async () => {
    const names = '<member>kims-shop</member>';
    const list = `<IsTruncated>false</IsTruncated><AccountAliases>${names}</AccountAliases>`;
    const whole = `<ListAccountAliasesResponse><ListAccountAliasesResult>${list}</ListAccountAliasesResult></ListAccountAliasesResponse>`;
    let length = 0;
    const url = await startServer((_, response) => {
      response.writeHead(200, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' });
      response.end(whole.slice(0, length));
    });
    const { reads } = connectTo(url);
    for (length = 0; length < whole.length; length++) {
      const error = await errorOf(reads().read('iam', 'ListAccountAliases', {}));
      expect(error, whole.slice(0, length)).toMatchObject({ code: 'Unreadable', status: 200 });
      expect((error as Blocked).message).toContain('arrived damaged');
    }
  });
});

describe('an emptied response', () => {
  it.each([200, 403, 404])('is damaged with status %s, and proves no absence', async (status) => {
    const url = await startAnswering(status, '', { 'x-amzn-requestid': '1' });
    const error = await errorOf(connectTo(url).reads().find('iam', 'GetUser', { UserName: 'jun' }));
    expect(error).toMatchObject({ code: 'Unreadable', status });
    expect((error as Blocked).message).toContain('arrived damaged');
  });
});

describe('an answer of another shape than AWS has', () => {
  const answering = (type: string, body: string) =>
    startAnswering(200, body, { 'x-amzn-requestid': '1', 'content-type': type });

  it.each([
    ['null in a list', '{"trailList":[null]}'],
    ['a list in place of all', '["x"]'],
    ['a number in place of all', '5'],
    ['null in place of all', 'null'],
    ['a text in a list', '{"trailList":["x"]}'],
    ['a list in a list', '{"trailList":[["x"]]}'],
    ['an object in place of a list', '{"trailList":{"a":"b"}}'],
    ['a text in place of a list', '{"trailList":"x"}'],
    ['a number in place of a text', '{"trailList":[{"Name":5}]}'],
    ['an object in place of a text', '{"trailList":[{"Name":{"a":"b"}}]}'],
    ['a text in place of yes and no', '{"trailList":[{"IsMultiRegionTrail":"false"}]}'],
  ])('is damaged, if it is %s', async (_, body) => {
    const { reads } = connectTo(await answering('application/x-amz-json-1.1', body));
    const error = await errorOf(reads().read('cloudtrail', 'DescribeTrails', {}));
    expect(error).toMatchObject({ code: 'Unreadable', status: 200 });
    expect((error as Blocked).message).toContain('arrived damaged');
  });

  it.each([
    ['deep inside', '{"metricFilters":[{"metricTransformations":[null]}]}'],
    ['a map', '{"metricFilters":[{"metricTransformations":[{"dimensions":{"a":5}}]}]}'],
    ['a number', '{"metricFilters":[{"creationTime":"noon"}]}'],
  ])('is damaged also in %s', async (_, body) => {
    const { reads } = connectTo(await answering('application/x-amz-json-1.1', body));
    const error = await errorOf(reads().read('logs', 'DescribeMetricFilters', {}));
    expect(error).toMatchObject({ code: 'Unreadable', status: 200 });
  });

  const users = (entries: string) =>
    `<ListUsersResponse><ListUsersResult><Users>${entries}</Users></ListUsersResult></ListUsersResponse>`;

  it.each([
    ['a text in place of a list', users('x')],
    ['a list with another element', users('<other>1</other>')],
    ['a text in place of an entry', users('<member>x</member>')],
    ['an answer in another element', users('').replaceAll('ListUsersResult', 'Other')],
    ['a text in place of all', '<ListUsersResponse>x</ListUsersResponse>'],
  ])('is damaged, and no empty list, if it is %s', async (_, body) => {
    const { reads } = connectTo(await answering('text/xml', body));
    const error = await errorOf(reads().read('iam', 'ListUsers', {}));
    expect(error).toMatchObject({ code: 'Unreadable', status: 200 });
  });

  it.each([
    ['EC2', '<A><securityGroupInfo>x</securityGroupInfo></A>', 'ec2', 'DescribeSecurityGroups'],
    ['S3', '<A><Buckets>x</Buckets></A>', 's3', 'ListBuckets'],
  ] as const)('is damaged, and no empty list, also of %s', async (_, body, service, operation) => {
    const { reads } = connectTo(await answering('text/xml', body));
    const error = await errorOf(reads().read(service as 's3', operation as 'ListBuckets', {}));
    expect(error).toMatchObject({ code: 'Unreadable', status: 200 });
  });

  it('is none, if entries stand for themselves, one or several, texts or not', async () => {
    const entry = '<Contents><Key>k</Key><ChecksumAlgorithm>CRC32</ChecksumAlgorithm></Contents>';
    const found = { Key: 'k', ChecksumAlgorithm: ['CRC32'] };
    for (const n of [1, 2]) {
      const body = `<ListBucketResult>${entry.repeat(n)}</ListBucketResult>`;
      const { reads } = connectTo(await answering('application/xml', body));
      const { Contents } = await reads().read('s3', 'ListObjectsV2', { Bucket: 'b' });
      expect(Contents).toEqual(Array(n).fill(found));
    }
  });

  it.each([
    ['a list without entries', '', []],
    ['a list of blanks', '\n  ', []],
    ['an entry without members', '<member/>', [{}]],
  ])('is none, if it is %s', async (_, entries, Users) => {
    const { reads } = connectTo(await answering('text/xml', users(entries)));
    expect(await reads().read('iam', 'ListUsers', {})).toMatchObject({ Users });
  });
});

describe('a response that never ends', () => {
  it.each([
    ['a read', 200],
    ['a read', 500],
    ['a write', 200],
    ['a write', 400],
  ])('to %s is damaged with status %s, and is not collected', async (call, status) => {
    let most = 0;
    const url = await startServer((_, response) => {
      let sent = 0;
      const more = () => {
        sent += PIECE.length;
        most = Math.max(most, sent);
        response.write(PIECE, (error) => error ?? more());
      };
      response.writeHead(status, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' });
      more();
    });
    const { send, reads } = connectTo(url);
    const error = await errorOf(
      call === 'a read'
        ? reads().read('iam', 'GetAccountSummary', {})
        : send({ service: 'iam', operation: 'CreateUser', input: { UserName: 'jun' } }),
    );
    expect((error as Blocked).message).toContain('arrived damaged');
    expect(most).toBeLessThan(2 * BODY_MAX);
  });
});

describe('an address without a listener', () => {
  it('blocks, and says what to do', async () => {
    const error = await lookAtSummary('http://127.0.0.1:1');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect((error as Blocked).fix.length).toBeGreaterThan(0);
  });
});

describe("AWS's clock", () => {
  it('is learned from the Date header of its responses', async () => {
    const body =
      '<GetAccountSummaryResponse><GetAccountSummaryResult/></GetAccountSummaryResponse>';
    const date = new Date(Date.now() + 600_000).toUTCString();
    const headers = { 'x-amzn-requestid': '1', 'content-type': 'text/xml', date };
    const { reads, clock } = connectTo(await startAnswering(200, body, headers));
    await reads().read('iam', 'GetAccountSummary', {});
    expect(Math.abs(clock() - Date.now() - 600_000)).toBeLessThan(1500);
  });
});
