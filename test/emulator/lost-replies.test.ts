import { CreateLoginProfileCommand, CreateUserCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { connect } from '../../src/aws/connection.ts';
import type { Request } from '../../src/engine/step.ts';
import { errorOf } from '../support/aws/local-endpoint.ts';
import { alike } from '../support/emulator/alike.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { startFaultProxy } from '../support/emulator/faults/fault-proxy.ts';
import { faults } from '../support/emulator/faults/faults.ts';
import { ROOT_KEYS } from '../support/emulator/server.ts';

const emulator = useEmulator();

const RENEW = {
  service: 'iam',
  operation: 'UpdateLoginProfile',
  input: { UserName: 'kim', Password: 'Another-Password-2' },
} satisfies Request;

/** Sets kim a new password. Returns the account after it, the error, and how often it was on the wire. */
async function renew(name?: string) {
  await emulator().reset();
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'kim' }));
  await iam.send(new CreateLoginProfileCommand({ UserName: 'kim', Password: 'A-Password-1' }));
  const fault = name && faults(emulator().clock)[name];
  const at = [{ service: 'iam', operation: RENEW.operation, region: 'us-east-1', nth: 1 } as const];
  const proxy = await startFaultProxy(emulator().url, fault ? { at, fault } : undefined);
  const { send } = connect(
    {
      credentials: async () => ({ accessKeyId: ROOT_KEYS[0], secretAccessKey: 'not checked' }),
      region: 'us-east-1',
      endpoint: proxy.url,
    },
    { sleep: async () => undefined },
  );
  const error = await errorOf(send(RENEW));
  await proxy.stop();
  return { account: alike(await emulator().state()), error, requests: proxy.requests() };
}

it.each(['reset after it is carried out', 'an answer that breaks off', 'half an answer'])(
  'a password is set once if its reply is lost: %s',
  async (fault) => {
    const undisturbed = await renew();
    expect(undisturbed.error).toBeUndefined();
    const { account, error, requests } = await renew(fault);
    expect(error).toMatchObject({ lost: true });
    expect(requests).toBe(1);
    expect(account).toEqual(undisturbed.account);
  },
);
