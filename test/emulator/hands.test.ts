import {
  CreateLoginProfileCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { codeAt, stepAt } from '../../src/practice/owner/device-codes.ts';
import type { Report } from '../../src/reports/json-report.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, type Ran, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const answers = {
  'admin-user.name': 'kim',
  'sign-in-url.alias': 'kims-shop',
  'billing-alerts.addresses': 'kim@example.com',
};
const at = () => ({ url: emulator().url, home: newHome(), answers });
const statesIn = ({ stdout }: Ran) =>
  Object.fromEntries((JSON.parse(stdout) as Report).steps.map(({ id, state }) => [id, state]));

it('blocks on what needs the owner, and says so', async () => {
  const ran = await rootlock(['--yes', '--json'], at());
  expect(ran.code).toBe(3);
  expect(statesIn(ran)).toMatchObject({
    'password-policy': 'secure',
    'admin-group': 'secure',
    'admin-user': 'secure',
    'root-mfa': 'blocked',
    'admin-mfa': 'blocked',
  });
  const { steps } = JSON.parse(ran.stdout) as Report;
  const blocked = steps.filter(({ state }) => state === 'blocked');
  for (const { fix } of blocked) expect(fix?.join(' ')).toContain('in a terminal');
  const begun = writes(await emulator().requests()).filter((call) => /MFA|Login/.test(call));
  expect(begun).toEqual([]);
});

it('calls secure what the owner has done in the console', async () => {
  const where = at();
  await rootlock(['--yes', '--json'], where);
  await emulator().root({ mfa: true });
  await enrolPhone(iamOf(emulator()));
  const Password = 'Correct-Horse-Battery-1';
  await iamOf(emulator()).send(new CreateLoginProfileCommand({ UserName: 'kim', Password }));

  const { requests } = emulator();
  const before = writes(await requests());
  const looked = statesIn(await rootlock(['status', '--json'], where));
  expect(looked).toMatchObject({
    'root-mfa': 'secure',
    'admin-mfa': 'secure',
    'admin-password': 'secure',
  });
  expect(writes(await requests())).toEqual(before);
});

async function enrolPhone(iam: IAMClient): Promise<void> {
  const create = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' });
  const { VirtualMFADevice } = await iam.send(create);
  const { SerialNumber, Base32StringSeed } = VirtualMFADevice ?? {};
  const seed = Buffer.from(Base32StringSeed ?? []).toString('ascii');
  const step = stepAt(Date.now());
  await iam.send(
    new EnableMFADeviceCommand({
      UserName: 'kim',
      SerialNumber,
      AuthenticationCode1: codeAt(seed, step - 1),
      AuthenticationCode2: codeAt(seed, step),
    }),
  );
}
