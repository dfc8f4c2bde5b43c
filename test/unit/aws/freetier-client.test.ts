import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { FreeTierClient, GetAccountPlanStateCommand } from '../../../src/aws/freetier-client.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import {
  connectTo,
  errorOf,
  startAnswering,
  startServer,
} from '../../support/aws/local-endpoint.ts';

const FROM_AWS = { 'x-amzn-requestid': '1', 'content-type': 'application/x-amz-json-1.0' };
const readFrom = (endpoint: string) =>
  connectTo(endpoint).reads().find('freetier', 'GetAccountPlanState', {});

/** The host that a client of this region asks, and the region and service that it signs for. */
async function asked(region: string, useFipsEndpoint = false) {
  let seen: [host: string, signedFor: string | undefined] | undefined;
  const client = new FreeTierClient({
    region,
    useFipsEndpoint,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 1,
    requestHandler: {
      async handle({ hostname, headers }: { hostname: string; headers: Record<string, string> }) {
        seen = [hostname, /\d{8}\/(\S+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]];
        throw new Error('sent');
      },
    } as never,
  });
  await expect(client.send(new GetAccountPlanStateCommand({}))).rejects.toThrow('sent');
  return seen;
}

// Source: botocore's endpoint rules of freetier.
it('asks AWS at its one endpoint, or at the FIPS one, and signs for the service', async () => {
  expect(await asked('us-east-1')).toEqual(['freetier.us-east-1.api.aws', 'us-east-1/freetier']);
  expect(await asked('us-east-1', true)).toEqual([
    'freetier-fips.us-east-1.api.aws',
    'us-east-1/freetier',
  ]);
});

it('speaks AWS JSON 1.0 over HTTP, and reads what AWS answers', async () => {
  let request: IncomingMessage | undefined;
  const url = await startServer((incoming, response) => {
    request = incoming;
    response.writeHead(200, FROM_AWS).end(
      JSON.stringify({
        accountId: '123456789012',
        accountPlanType: 'FREE',
        accountPlanStatus: 'ACTIVE',
        accountPlanRemainingCredits: { amount: 97.5, unit: 'USD' },
        accountPlanExpirationDate: '2027-05-20T10:00:00Z',
      }),
    );
  });
  expect(await readFrom(url)).toMatchObject({
    accountPlanRemainingCredits: { amount: 97.5, unit: 'USD' },
    accountPlanExpirationDate: new Date('2027-05-20T10:00:00Z'),
  });
  expect(request?.method).toBe('POST');
  expect(request?.headers).toMatchObject({
    'x-amz-target': 'AWSFreeTierService.GetAccountPlanState',
    'content-type': 'application/x-amz-json-1.0',
  });
});

it('takes "not found" for an account without a plan, and a denial for a failed read', async () => {
  const refusal = (code: string) =>
    startAnswering(400, JSON.stringify({ __type: code, message: 'no' }), FROM_AWS);
  expect(await readFrom(await refusal('com.amazonaws.freetier#ResourceNotFoundException'))).toBe(
    undefined,
  );
  const error = await errorOf(readFrom(await refusal('AccessDeniedException')));
  expect(error).toBeInstanceOf(Blocked);
  expect((error as Blocked).code).toBe('AccessDeniedException');
});

it("takes a proxy's page for no answer of AWS", async () => {
  const error = await errorOf(readFrom(await startAnswering(200, '{}')));
  expect((error as Blocked).code).toBe('Unreadable');
});
