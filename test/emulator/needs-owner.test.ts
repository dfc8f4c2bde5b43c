import { CreateLoginProfileCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { ANSWERS, enrolPhone, KIM } from '../support/emulator/owner.ts';
import { newHome, type Ran, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { exampleAnswers } from '../support/owner/unattended.ts';

const emulator = useEmulator();
const at = async () => ({
  url: emulator().url,
  home: newHome(),
  answers: { ...(await exampleAnswers()), ...ANSWERS },
});
const statesIn = ({ stdout }: Ran) =>
  Object.fromEntries((JSON.parse(stdout) as Report).steps.map(({ id, state }) => [id, state]));

it('an unattended run blocks on what needs the owner, and says so', async () => {
  const ran = await rootlock(['--yes', '--json'], await at());
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

it('the status calls secure what the owner has done in the console', async () => {
  const where = await at();
  await rootlock(['--yes', '--json'], where);
  await emulator().root({ mfa: true });
  await enrolPhone(iamOf(emulator()), KIM);
  const Password = 'Correct-Horse-Battery-1';
  await iamOf(emulator()).send(new CreateLoginProfileCommand({ UserName: KIM, Password }));

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
