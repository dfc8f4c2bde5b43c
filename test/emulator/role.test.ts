import {
  DescribeIamInstanceProfileAssociationsCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { GetInstanceProfileCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { playbook } from '../../steps/role/index.ts';
import { ec2Of, iamOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

it('an instance gets a role, another run sends nothing, and a second role takes its place only by a word', async () => {
  const { url, requests } = emulator();
  const home = newHome();
  const ec2 = ec2Of(emulator());
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1 }),
  );
  const id = Instances?.[0]?.InstanceId ?? '';
  const before = writes(await requests()).length;
  const answers = { 'role-policy.work': 'files' };
  const role = (name: string) =>
    rootlock(['role', name, '--for', 'ec2', '--instance', id, '--yes'], { url, home, answers });
  const made = await role('web');
  expect([made.code, made.stderr]).toEqual([0, '']);
  const sent = writes(await requests()).slice(before);
  expect(sent).toEqual([
    'iam CreateRole',
    'iam AttachRolePolicy',
    'iam CreateInstanceProfile',
    'iam AddRoleToInstanceProfile',
    'ec2 AssociateIamInstanceProfile',
  ]);
  expect(playbook.calls).toEqual(expect.arrayContaining(sent));
  const iam = iamOf(emulator());
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'web' }));
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toContain('ec2.amazonaws.com');
  const { InstanceProfile } = await iam.send(
    new GetInstanceProfileCommand({ InstanceProfileName: 'web' }),
  );
  expect(InstanceProfile?.Roles?.map(({ RoleName }) => RoleName)).toEqual(['web']);
  const { IamInstanceProfileAssociations } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({}),
  );
  expect(IamInstanceProfileAssociations).toMatchObject([
    { InstanceId: id, IamInstanceProfile: { Arn: InstanceProfile?.Arn } },
  ]);
  expect((await role('WEB')).code).toBe(0);
  expect(writes(await requests())).toHaveLength(before + sent.length);

  const other = await role('db');
  expect(other.code).toBe(2);
  expect(writes(await requests())).not.toContain('ec2 ReplaceIamInstanceProfileAssociation');
});
