import { Account } from '@aws-sdk/client-account';
import { expect, it } from 'vitest';
import { startServer } from '../../support/aws/local-endpoint.ts';
import { startFaultProxy } from '../../support/emulator/faults/fault-proxy.ts';
import { faults } from '../../support/emulator/faults/faults.ts';

it('a fault strikes a REST-JSON call that has a body, and the rest of it arrives', async () => {
  const bodies: string[] = [];
  const url = await startServer(async (request, response) => {
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(200, { 'x-amzn-requestid': '1' }).end();
  });
  const operation = 'PutAlternateContact';
  const at = [{ service: 'account', operation, region: 'us-east-1', nth: 1 } as const];
  const fault = faults(async () => undefined)['throttled once'];
  if (!fault) throw new Error('there is no such fault');
  const proxy = await startFaultProxy(url, { at, fault });
  const account = new Account({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
    endpoint: proxy.url,
  });
  const contact = {
    AlternateContactType: 'SECURITY' as const,
    EmailAddress: 'kim@example.com',
    Name: 'Kim',
    PhoneNumber: '+82 2 000 0000',
    Title: 'Owner',
  };
  const { $metadata } = await account.putAlternateContact(contact);
  await proxy.stop();
  expect(proxy.strikes()).toBe(1);
  expect($metadata.attempts).toBe(2);
  expect(bodies.map((body) => JSON.parse(body))).toEqual([contact]);
});
