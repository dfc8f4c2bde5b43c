import { describe, expect, it } from 'vitest';
import { asBlocked } from '../../../src/aws/errors.ts';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import { say } from '../../../src/text/text.ts';

describe('a connection that fails', () => {
  const request = { service: 'iam', operation: 'GetAccountSummary', input: {} } as const;
  const explained = (code: string) =>
    asBlocked(Object.assign(new Error('no'), { code }), request) as Blocked;

  it.each([
    'EAI_AGAIN',
    'EAI_FAIL',
    'ENOTFOUND',
    'HPE_INVALID_CONSTANT',
    'ERR_STREAM_PREMATURE_CLOSE',
  ])('is explained as a network problem with %s', (code) => {
    expect(explained(code)).toBeInstanceOf(Blocked);
    expect(say(explained(code).text)).toContain(`AWS cannot be reached from here (${code})`);
  });

  it('is explained as broken encryption with a wrong version of TLS', () => {
    expect(say(explained('ERR_SSL_WRONG_VERSION_NUMBER').text)).toContain('breaks the encryption');
  });

  it('stays a bug of ours with a code of a mistake of the program', () => {
    const bug = Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(asBlocked(bug, request)).toBe(bug);
  });
});

it('a session that has ended is one for EC2 too, which says so in words of its own', () => {
  const error = Object.assign(new Error('Request has expired.'), {
    name: 'RequestExpired',
    $metadata: { httpStatusCode: 400 },
  });
  const of = (service: string) =>
    asBlocked(error, { service, operation: 'DescribeInstances', input: {} } as never);
  expect(of('ec2')).toBeInstanceOf(SignedOut);
  expect(of('iam')).toBeInstanceOf(Blocked);
});

describe('Cost Explorer that is not ready', () => {
  const explained = (name: string, message: string, service = 'ce') =>
    asBlocked(Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } }), {
      service,
      operation: 'GetAnomalyMonitors',
      input: {},
    } as never) as Blocked;

  it.each([
    ['AccessDeniedException', 'User not enabled for cost explorer access', 'not switched on'],
    ['DataUnavailableException', 'Data is not available.', 'no data yet'],
  ])('is waited for if it says %s', (name, message, words) => {
    const error = explained(name, message);
    expect([error.notYet, error.code]).toEqual([true, name]);
    expect(say(error.text)).toContain(words);
    expect(error.fix).not.toEqual([]);
  });

  it.each([
    ['AccessDeniedException', 'User: x is not authorized to perform: ce:GetAnomalyMonitors'],
    ['LimitExceededException', 'Limit exceeded on dimensional spend monitor creation'],
    ['ValidationException', 'Limit exceeded on dimensional spend monitor creation'],
    ['OptInRequired', 'The AWS Access Key Id needs a subscription for the service'],
    ['SubscriptionRequiredException', 'no'],
  ])('is none of what blocks: %s', (name, message) => {
    expect(explained(name, message)).toMatchObject({ notYet: false, code: name });
  });
});
