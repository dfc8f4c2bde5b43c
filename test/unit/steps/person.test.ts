import { person } from '../../../steps/person/index.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { contract } from '../../support/step-contract.ts';

const chapters = person('kim');
const [user, group, mfa, password] = chapters.flatMap(({ steps }) => steps);
if (!user || !group || !mfa || !password) throw new Error('a step is missing');
const OURS = [{ Key: 'managed-by', Value: 'rootlock' }];
const policy = (name: string) => `arn:aws:iam::aws:policy/${name}`;

contract(user, {
  chapters,
  answers: {},
  partiallySecured: {},
  hardened: (iam) => iam.createUser({ UserName: 'Kim' }),
  traffic: { reads: 3, writes: 1, rounds: 4 },
});

contract(group, {
  chapters,
  answers: { 'person-group.job': 'Security', 'person-group.leave': true },
  partiallySecured: {
    'a group that a run has left half-made': async (iam) => {
      await iam.createGroup({ GroupName: 'Security' });
      await iam.attachGroupPolicy({ GroupName: 'Security', PolicyArn: policy('SecurityAudit') });
    },
    'other work so far': async (iam) => {
      await iam.createUser({ UserName: 'kim', Tags: OURS });
      await iam.createGroup({ GroupName: 'Developers' });
      await iam.addUserToGroup({ GroupName: 'Developers', UserName: 'kim' });
    },
    'a group of that name with members and more rights': async (iam) => {
      await iam.createUser({ UserName: 'lee' });
      await iam.createGroup({ GroupName: 'security' });
      await iam.attachGroupPolicy({ GroupName: 'security', PolicyArn: ADMINISTRATOR_ACCESS });
      await iam.addUserToGroup({ GroupName: 'security', UserName: 'lee' });
    },
  },
  hardened: async (iam) => {
    await iam.createUser({ UserName: 'kim' });
    await iam.createGroup({ GroupName: 'Security' });
    for (const name of ['SecurityAudit', 'job-function/ViewOnlyAccess']) {
      await iam.attachGroupPolicy({ GroupName: 'Security', PolicyArn: policy(name) });
    }
    await iam.addUserToGroup({ GroupName: 'Security', UserName: 'kim' });
  },
  traffic: { reads: 32, writes: 5, rounds: 16 },
});

/** Kim with a user and a group, as the steps before have left them. */
const inGroup: Parameters<typeof contract>[1]['hardened'] = async (iam) => {
  await iam.createUser({ UserName: 'kim', Tags: OURS });
  await iam.createGroup({ GroupName: 'Interns' });
  await iam.addUserToGroup({ GroupName: 'Interns', UserName: 'kim' });
};

contract(mfa, {
  chapters,
  answers: {},
  partiallySecured: {
    'a device of ours that was never enrolled': (iam) =>
      iam.createVirtualMFADevice({ VirtualMFADeviceName: 'kim', Tags: OURS }),
  },
  hardened: async (iam, state) => {
    await inGroup(iam, state);
    giveMfa(state, 'kim', 'arn:aws:iam::111122223333:u2f/user/kim/key');
  },
  traffic: { reads: 15, writes: 2, rounds: 10 },
});

contract(password, {
  chapters,
  answers: {},
  partiallySecured: {},
  hardened: async (iam, state) => {
    await inGroup(iam, state);
    giveMfa(state, 'kim');
    await iam.createLoginProfile({ UserName: 'kim', Password: 'Practice-makes-1-perfect' });
  },
  traffic: { reads: 14, writes: 1, rounds: 10 },
});
