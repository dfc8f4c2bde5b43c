import { ec2Trust } from '../../../steps/role/ec2-trust.ts';
import { ec2Role } from '../../../steps/role/index.ts';
import { contract } from '../../support/step-contract.ts';

const chapters = ec2Role('web');
const [made, policy, profile, instance] = chapters.flatMap(({ steps }) => steps);
if (!made || !policy || !profile || !instance) throw new Error('a step is missing');

type Prepare = Parameters<typeof contract>[1]['hardened'];

const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
/** The one that the practice account has. */
const answers = {
  'role-policy.work': 'files',
  'role-instance.instance': 'i-0a1b2c3d4e5f60718',
};

const withRole: Prepare = async (iam) => {
  await iam.createRole({
    RoleName: 'Web',
    AssumeRolePolicyDocument: ec2Trust({ partition: 'aws' }),
  });
};

const withPolicy: Prepare = async (iam, state) => {
  await withRole(iam, state);
  await iam.attachRolePolicy({ RoleName: 'web', PolicyArn });
};

/** In a profile of another name, as CloudFormation makes it. */
const withProfile: Prepare = async (iam, state) => {
  await withPolicy(iam, state);
  await iam.createInstanceProfile({ InstanceProfileName: 'stack-web', Path: '/stack/' });
  await iam.addRoleToInstanceProfile({ InstanceProfileName: 'stack-web', RoleName: 'web' });
};

contract(made, {
  chapters,
  answers,
  partiallySecured: {},
  hardened: withRole,
  traffic: { reads: 4, writes: 1, rounds: 5 },
});

contract(policy, {
  chapters,
  answers,
  partiallySecured: {},
  hardened: withPolicy,
  traffic: { reads: 10, writes: 1, rounds: 11 },
});

contract(profile, {
  chapters,
  answers,
  partiallySecured: {
    'a profile that a run has left empty': (iam) =>
      iam.createInstanceProfile({ InstanceProfileName: 'web' }),
  },
  hardened: withProfile,
  traffic: { reads: 10, writes: 2, rounds: 10 },
});

contract(instance, {
  chapters,
  answers,
  partiallySecured: {
    'an instance with another profile': async (iam, state) => {
      await withProfile(iam, state);
      const [one] = state.ec2['us-east-1']?.instances ?? [];
      if (one) one.profile = { id: 'iip-assoc-1', arn: 'arn:aws:iam::1:instance-profile/db' };
    },
  },
  hardened: async (iam, state) => {
    await withProfile(iam, state);
    const [one] = state.ec2['us-east-1']?.instances ?? [];
    const arn = `arn:aws:iam::${state.id}:instance-profile/stack/stack-web`;
    if (one) one.profile = { id: 'iip-assoc-1', arn };
  },
  traffic: { reads: 20, writes: 1, rounds: 20 },
});
