import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import type { Look } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState, Role, User } from '../../../src/practice/state/account-state.ts';
import { administrators, identities } from '../../../steps/iam/administrators.ts';
import { ADMINISTRATOR_ACCESS, allowAll, trustPolicy } from '../../support/accounts/policies.ts';

const entity = (name: string) => ({
  id: `AIDA${name}`,
  name,
  path: '/',
  created: '2026-01-01T00:00:00.000Z',
  inline: {},
  attached: [],
  tags: [],
});
const user = (name: string, more: Partial<User> = {}): User => ({
  ...entity(name),
  groups: [],
  keys: [],
  ...more,
});
const role = (name: string, principal: object, more: Partial<Role> = {}): Role => ({
  ...entity(name),
  attached: [ADMINISTRATOR_ACCESS],
  trust: trustPolicy(principal),
  ...more,
});

/** Reads the identities of an edited account through the real SDK. */
async function identitiesIn(edit: (state: PracticeState) => void) {
  const state = freshAccount();
  edit(state);
  const practice = createPracticeAccount(state);
  const { install } = practice;
  const wire = { credentials: async () => practice.credentials, region: 'us-east-1', install };
  const reads = connect(wire, { sleep: async () => undefined }).reads();
  const account = { id: state.id, partition: 'aws' };
  return identities({ ...reads, account, known: () => undefined } as unknown as Look);
}

describe('a user', () => {
  const rightsOf = async (one: User, more: Partial<PracticeState> = {}) => {
    const { users } = await identitiesIn((state) => Object.assign(state, { users: [one] }, more));
    return users[0]?.rights;
  };

  it('is an administrator by AdministratorAccess', async () => {
    expect(await rightsOf(user('jun', { attached: [ADMINISTRATOR_ACCESS] }))).toBe('full');
  });

  it('is an administrator by a policy that allows everything on everything', async () => {
    expect(await rightsOf(user('jun', { inline: { all: allowAll() } }))).toBe('full');
    const policies = [{ ...entity('All'), document: allowAll({ Action: ['*:*'] }) }];
    const attached = ['arn:aws:iam::111122223333:policy/All'];
    expect(await rightsOf(user('jun', { attached }), { policies })).toBe('full');
  });

  it('is an administrator by a group', async () => {
    const groups = [{ ...entity('Owners'), attached: [ADMINISTRATOR_ACCESS] }];
    expect(await rightsOf(user('jun', { groups: ['Owners'] }), { groups })).toBe('full');
  });

  it.each([
    ['everything on one resource', { Resource: 'arn:aws:s3:::x' }],
    ['one service', { Action: 's3:*' }],
    ['nothing: it denies', { Effect: 'Deny' }],
  ])('is no administrator if allowed %s', async (_, statement) => {
    expect(await rightsOf(user('jun', { inline: { some: allowAll(statement) } }))).toBe('none');
  });

  it('is limited by a Deny of everything, attached anywhere', async () => {
    const deny = { no: allowAll({ Effect: 'Deny' }) };
    expect(await rightsOf(user('jun', { attached: [ADMINISTRATOR_ACCESS], inline: deny }))).toBe(
      'limited',
    );
    const groups = [{ ...entity('Shut'), inline: deny }];
    const shut = user('jun', { attached: [ADMINISTRATOR_ACCESS], groups: ['Shut'] });
    expect(await rightsOf(shut, { groups })).toBe('limited');
  });

  it('is limited by a condition, or by a permissions boundary', async () => {
    const condition = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    expect(await rightsOf(user('jun', { inline: { if: allowAll(condition) } }))).toBe('limited');
    const bounded = user('jun', {
      attached: [ADMINISTRATOR_ACCESS],
      boundary: ADMINISTRATOR_ACCESS,
    });
    expect(await rightsOf(bounded)).toBe('limited');
  });
});

describe('a role', () => {
  const rolesOf = async (one: Role, users: User[] = []) => {
    const all = await identitiesIn((state) => {
      state.roles = [...state.roles, one];
      state.users = users;
    });
    return administrators(all).roles.map(({ name }) => name);
  };
  const saml = { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE' };

  it('counts if people assume it by SAML, as in Identity Center', async () => {
    expect(await rolesOf(role('AWSReservedSSO_Admin', saml))).toEqual(['AWSReservedSSO_Admin']);
  });

  it('counts if an existing user may assume it', async () => {
    const jun = { AWS: 'arn:aws:iam::111122223333:user/jun' };
    expect(await rolesOf(role('Admin', jun), [user('jun')])).toEqual(['Admin']);
    expect(await rolesOf(role('Admin', jun))).toEqual([]);
  });

  it.each([
    ['a service', { Service: 'ec2.amazonaws.com' }],
    ['a build server', { Federated: 'arn:aws:iam::111122223333:oidc-provider/ci.example' }],
    [
      'anybody in this account whom another policy admits',
      { AWS: 'arn:aws:iam::111122223333:root' },
    ],
    ['another account', { AWS: 'arn:aws:iam::999999999999:root' }],
  ])('does not count if %s assumes it', async (_, principal) => {
    expect(await rolesOf(role('Admin', principal), [user('jun')])).toEqual([]);
  });

  it('does not count without all rights', async () => {
    expect(await rolesOf(role('Reader', saml, { attached: [] }))).toEqual([]);
  });
});
