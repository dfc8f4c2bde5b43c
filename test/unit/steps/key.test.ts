import { accessKey } from '../../../steps/key/index.ts';
import { contract } from '../../support/step-contract.ts';

const chapters = accessKey('backup');
const [user, rights, fresh, use, old] = chapters.flatMap(({ steps }) => steps);
if (!user || !rights || !fresh || !use || !old) throw new Error('a step is missing');
const POLICY = 'arn:aws:iam::aws:policy/SecurityAudit';
const GROUP = 'program-SecurityAudit';
const answers = { 'key-rights.group': 'policy', 'key-rights.policy': 'SecurityAudit' };

type Prepare = Parameters<typeof contract>[1]['hardened'];

const inGroup: Prepare = async (iam) => {
  await iam.createUser({ UserName: 'backup' });
  await iam.createGroup({ GroupName: GROUP });
  await iam.attachGroupPolicy({ GroupName: GROUP, PolicyArn: POLICY });
  await iam.addUserToGroup({ GroupName: GROUP, UserName: 'backup' });
};

contract(user, {
  chapters,
  answers,
  partiallySecured: {},
  hardened: (iam) => iam.createUser({ UserName: 'Backup' }),
  traffic: { reads: 4, writes: 1, rounds: 5 },
});

contract(rights, {
  chapters,
  answers,
  partiallySecured: {
    'a group that a run has left half-made': (iam) => iam.createGroup({ GroupName: GROUP }),
  },
  hardened: inGroup,
  traffic: { reads: 24, writes: 3, rounds: 26 },
});

/** A key that works and is in use, made so many days ago. */
const withKey =
  (days: number): Prepare =>
  async (iam, state) => {
    await inGroup(iam, state);
    await iam.createAccessKey({ UserName: 'backup' });
    const [key] = state.users.find(({ name }) => name === 'backup')?.keys ?? [];
    if (!key) throw new Error('there is no key');
    key.created = new Date(Date.parse(key.created) - days * 86_400_000).toISOString();
    key.lastUsed = { at: key.created, service: 's3', region: 'us-east-1' };
  };

contract(fresh, {
  chapters,
  answers,
  partiallySecured: {
    'a key whose secret nobody has': async (iam, state) => {
      await inGroup(iam, state);
      await iam.createAccessKey({ UserName: 'backup' });
    },
    'a key that is too old': withKey(200),
  },
  hardened: withKey(0),
  traffic: { reads: 20, writes: 1, rounds: 20 },
});

contract(use, {
  chapters,
  answers,
  partiallySecured: {},
  hardened: withKey(0),
  traffic: { reads: 20, writes: 0, rounds: 20 },
});

contract(
  { ...old, needs: [] },
  {
    chapters: [{ id: 'key', title: { en: 'the key' }, steps: [{ ...old, needs: [] }] }],
    answers: { 'key-old.both': 'goes', 'key-old.days': 1 },
    livedIn: async (iam, state) => {
      await withKey(100)(iam, state);
      await iam.createAccessKey({ UserName: 'backup' });
    },
    partiallySecured: {},
    hardened: withKey(0),
    traffic: { reads: 24, writes: 1, rounds: 20 },
  },
);
