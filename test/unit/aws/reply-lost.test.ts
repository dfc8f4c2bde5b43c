import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Request } from '../../../src/engine/step.ts';
import { connectTo, errorOf, startServer } from '../../support/aws/local-endpoint.ts';
import { stubListener } from '../../support/aws/stub-aws.ts';
import { startFaultProxy } from '../../support/emulator/faults/fault-proxy.ts';
import { faults } from '../../support/emulator/faults/faults.ts';

const RENEW = {
  service: 'iam',
  operation: 'UpdateLoginProfile',
  input: { UserName: 'kim', Password: 'Practice-makes-1-perfect' },
} satisfies Request;
const JOIN = {
  service: 'iam',
  operation: 'AddUserToGroup',
  input: { UserName: 'kim', GroupName: 'Owners' },
} satisfies Request;

/**
 * Sends a call that a fault strikes. `wire`: how often it was on the wire. `done`: how often AWS has carried it out.
 */
async function struck(request: Request, name: string) {
  const { service, operation } = request;
  const done: string[] = [];
  const url = await startServer(stubListener(() => '', done));
  const fault = faults(async () => undefined)[name];
  if (!fault) throw new Error(`there is no fault ${name}`);
  const at = [{ service, operation, region: 'us-east-1', nth: 1 } as const];
  const proxy = await startFaultProxy(url, { at, fault });
  const error = await errorOf(connectTo(proxy.url).send(request));
  await proxy.stop();
  return { tries: proxy.requests(), done: done.length, error };
}

describe('a write that must not be sent again', () => {
  it.each([
    ['reset before it is carried out', 0],
    ['reset after it is carried out', 1],
    ['503 once', 0],
    ['an answer that breaks off', 1],
    ["a proxy's page with 502", 0],
  ])('is on the wire once: %s', async (fault, carriedOut) => {
    const { tries, done, error } = await struck(RENEW, fault);
    expect([tries, done]).toEqual([1, carriedOut]);
    expect(error).toBeInstanceOf(Blocked);
    expect(error).toMatchObject({ lost: true });
  });

  it('is sent again if AWS has certainly not carried it out', async () => {
    const { tries, done, error } = await struck(RENEW, 'throttled once');
    expect([tries, done, error]).toEqual([2, 1, undefined]);
  });

  it('is refused, and not lost, if AWS says so', async () => {
    const { tries, error } = await struck(RENEW, 'access denied');
    expect(tries).toBe(1);
    expect(error).toMatchObject({ code: 'AccessDenied', lost: false });
  });

  it('is not lost if there was no connection', async () => {
    const error = await errorOf(connectTo('http://127.0.0.1:1').send(RENEW));
    expect(error).toMatchObject({ code: 'ECONNREFUSED', attempts: 3, lost: false });
  });
});

it('a write whose reply was lost once is known to have been sent twice, also after it was sent again for half a minute', async () => {
  const gone = '<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>';
  let tries = 0;
  const url = await startServer(({ socket }, response) => {
    if (++tries === 1) return void socket.destroy();
    response.writeHead(404, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' }).end(gone);
  });
  const leaving = { service: 'iam', operation: 'DeleteUser', input: { UserName: 'kim' } } as const;
  const error = await errorOf(connectTo(url).send(leaving));
  expect(tries).toBeGreaterThan(3);
  expect(error).toMatchObject({ code: 'NoSuchEntity', attempts: 2 });
});

it('any other write is sent again if its reply is lost', async () => {
  const { tries, done, error } = await struck(JOIN, 'reset after it is carried out');
  expect([tries, done, error]).toEqual([2, 2, undefined]);
});
