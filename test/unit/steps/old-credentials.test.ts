import { describe, expect, it } from 'vitest';
import { isOffer } from '../../../src/engine/change.ts';
import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import oldCredentials from '../../../steps/old-credentials.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const ago = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();

const password = (created: number, used?: number): Pick<User, 'password'> => ({
  password: {
    salt: 'salt of nobody',
    hash: 'hash of nobody',
    created: ago(created),
    reset: false,
    ...(used !== undefined && { lastUsed: ago(used) }),
  },
});

const key = (name: string, created: number, used?: number): User['keys'][number] => ({
  id: `AKIA${name.toUpperCase().padEnd(16, 'X')}`,
  active: true,
  created: ago(created),
  ...(used !== undefined && {
    lastUsed: { at: ago(used), service: 's3', region: 'us-east-1' },
  }),
});

const ADMINISTRATOR = { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] };

contract(oldCredentials, {
  answers: {},
  livedIn: async (_, state) => {
    giveUser(state, 'kim', { ...password(400, 46), keys: [key('kim', 400, 46)] });
  },
  partiallySecured: {
    'a password and a key that nobody ever used, and keys that are old': async (_, state) => {
      giveUser(state, 'park', password(46));
      giveUser(state, 'backup', { keys: [key('backup', 91, 1), key('next', 60)] });
    },
  },
  hardened: async (_, state) => {
    giveUser(state, 'jun', { ...ADMINISTRATOR, ...password(200, 2) });
    giveUser(state, 'lee', { ...password(44), keys: [key('lee', 44), key('leetwo', 80, 44)] });
    giveUser(state, 'old', { keys: [{ ...key('old', 700), active: false }] });
  },
  traffic: { reads: 50, writes: 2, rounds: 25 },
});

describe('old credentials', () => {
  const lookAt = async (state: PracticeState, options: Parameters<typeof runSteps>[2] = {}) => {
    const { rows } = await runSteps(state, [oldCredentials], { observeOnly: true, ...options });
    const [row] = rows;
    if (!row) throw new Error('no row');
    return {
      ...row,
      planned: row.changes.map(({ summary, gated, danger }) =>
        [say(summary), ...(gated ? ['later'] : []), ...(danger ? ['danger'] : [])].join(' | '),
      ),
    };
  };

  it('are asked about one by one, each as a danger', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { ...password(400, 46), keys: [key('kim', 400, 46)] });
    giveUser(state, 'park', password(300));
    const { planned, status } = await lookAt(state);
    expect(planned).toEqual([
      'Remove the unused password of kim | danger',
      'Deactivate the unused access key AKIAKIMXXXXXXXXXXXXX of kim | later | danger',
      'Remove the unused password of park | later | danger',
    ]);
    expect(status && say(status)).toBe('unused for 45 days: kim, park');
  });

  it.each([
    ['a password that was used after the report', password(400, 0.01), 'no_information'],
    ['a password that was changed since', password(400), ago(20)],
  ])('are not: %s', async (_, has, cell) => {
    const state = newAccount();
    const user = giveUser(state, 'kim', has);
    const arn = `arn:aws:iam::${state.id}:user/${user.name}`;
    const isChange = cell !== 'no_information';
    state.credentialReport = {
      asked: new Date(NOW.getTime() - 3_600_000).toISOString(),
      content: [
        'user,arn,password_enabled,password_last_used,password_last_changed,access_key_1_active',
        `kim,${arn},true,no_information,${isChange ? cell : ago(400)},false`,
      ].join('\n'),
    };
    expect((await lookAt(state)).planned).toEqual([]);
  });

  it('are looked for also where the report knows nobody yet', async () => {
    const state = newAccount();
    giveUser(state, 'kim', password(50));
    state.credentialReport = {
      asked: new Date(NOW.getTime() - 3_600_000).toISOString(),
      content:
        'user,arn,password_enabled,password_last_used,access_key_1_active,access_key_2_active,cert_1_active,cert_2_active',
    };
    expect((await lookAt(state)).planned).toEqual(['Remove the unused password of kim | danger']);
  });

  it('are unknown, and not secure, if the report cannot be read', async () => {
    const state = newAccount();
    state.credentialReport = { asked: ago(0.05), content: '<html>' };
    expect((await lookAt(state)).state).toBe('blocked');
    const deniedOperation = 'GenerateCredentialReport';
    expect((await lookAt(newAccount(), { deniedOperation })).state).toBe('blocked');
  });

  it('stay if they are the only way of the last administrator, and the step waits', async () => {
    const state = newAccount();
    giveUser(state, 'jun', { ...ADMINISTRATOR, ...password(400, 46) });
    const { planned, ...row } = await lookAt(state);
    expect([row.state, planned]).toEqual([
      'waiting',
      ['Remove the unused password of jun | later | danger'],
    ]);
    const run = await runSteps(state, [oldCredentials]);
    expect(run.writes).toEqual([]);
  });

  it('of an administrator go if another one has a way that is in use', async () => {
    const state = newAccount();
    giveUser(state, 'jun', { ...ADMINISTRATOR, ...password(400, 46) });
    giveUser(state, 'lee', { ...ADMINISTRATOR, ...password(400, 3) });
    const run = await runSteps(state, [oldCredentials]);
    expect([run.rows[0]?.state, run.writes]).toEqual(['secure', ['DeleteLoginProfile']]);
  });

  it('never are those of this session', async () => {
    const state = newAccount();
    giveUser(state, 'lee', { ...ADMINISTRATOR, ...password(400, 3) });
    const jun = giveUser(state, 'jun', { ...ADMINISTRATOR, ...password(400, 46) });
    expect((await lookAt(state, { signedInAs: jun.id })).planned).toEqual([]);
  });

  it('are keys in use that are older than the owner lets them be', async () => {
    const state = newAccount();
    giveUser(state, 'deploy', { keys: [key('deploy', 120, 1)] });
    const { changes } = await lookAt(state);
    const [renew] = changes;
    expect(changes.map(({ summary }) => say(summary))).toEqual([
      'Renew the access keys older than 90 days: deploy',
    ]);
    expect(renew?.kind === 'console' && renew.instructions.map(say)).toContainEqual(
      expect.stringMatching(/^For deploy: .*rootlock key deploy$/),
    );
    const answers = { 'old-credentials.days': '180' };
    expect((await lookAt(state, { answers })).changes.filter((one) => !isOffer(one))).toEqual([]);
  });

  it('whose use AWS does not tell are named', async () => {
    const state = newAccount();
    const created = ago(400);
    giveUser(state, 'kim', {
      certificates: [{ id: 'CERT', active: true, created }],
      sshKeys: [
        { id: 'APKAKIM', active: true, created },
        { id: 'APKAOLD', active: false, created },
      ],
      serviceCredentials: [
        { id: 'ACCA1', service: 'bedrock.amazonaws.com', userName: 'kim', active: true, created },
        { id: 'ACCA2', service: 'logs.amazonaws.com', userName: 'kim', active: false, created },
      ],
    });
    const { status, state: found } = await lookAt(state);
    expect([found, status && say(status)]).toEqual([
      'secure',
      'no unused password or key. Look yourself whether these are used: kim (SSH, X.509, bedrock)',
    ]);
  });
});
