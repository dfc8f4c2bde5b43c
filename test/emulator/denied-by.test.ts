import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';

const emulator = useEmulator();
const at = () => ({ url: emulator().url, home: newHome() });
const SCP = 'arn:aws:organizations::444455556666:policy/o-example/service_control_policy/p-guard';

it('a policy of the organization blocks one step of root, with the reason of AWS, and not the others', async () => {
  await emulator().deny(
    'iam:UpdateAccountPasswordPolicy',
    `with an explicit deny in a service control policy: ${SCP}`,
  );
  const only = ['--only', 'password-policy,admin-group', '--yes'];
  const { code, stdout } = await rootlock(only, { ...at(), answers: {} });
  const said = stdout.replace(/\s+/g, ' ');
  expect(code).toBe(3);
  expect(said).toContain(`explicit deny in a service control policy: ${SCP}`);
  expect(said).toContain('Ask the administrators of the organization');
  expect(said).not.toContain('Sign in as the root user');
  const { stdout: after } = await rootlock(['status', '--json', '--only', 'admin-group'], at());
  expect(JSON.parse(after)).toMatchObject({ secure: true });
});

it('a user whose policy demands MFA is told how to get a session with MFA', async () => {
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'park' }));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        NotAction: 'iam:ListAccountAliases',
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
  });
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'park', PolicyName: 'ForceMFA', PolicyDocument }),
  );
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'park' }));
  const { code, stdout } = await rootlock(['status', '--only', 'password-policy'], {
    ...at(),
    env: { AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId ?? '' },
  });
  expect(code).toBe(3);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /explicit deny in an identity-based policy.* "aws configure mfa-login"/,
  );
});
