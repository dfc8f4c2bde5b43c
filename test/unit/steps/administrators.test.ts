import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import type { Look } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState, Role, User } from '../../../src/practice/state/account-state.ts';
import { administrators, heldToMfa, identities } from '../../../steps/iam/administrators.ts';
import { ADMINISTRATOR_ACCESS, allowAll, trustPolicy } from '../../support/accounts/policies.ts';
import {
  ALL,
  allow,
  allowAllBut,
  deny,
  ELSEWHERE,
  given,
} from '../../support/policies/statements.ts';

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
const document = (...Statement: object[]) => ({
  own: JSON.stringify({ Version: '2012-10-17', Statement }),
});

/** Who is found to have power, through the real SDK. `refuses`: an operation that these credentials may not call. */
async function found(edit: (state: PracticeState) => void, refuses?: string) {
  const state = freshAccount();
  edit(state);
  const practice = createPracticeAccount(state);
  const { install } = practice;
  const wire = { credentials: async () => practice.credentials, region: 'us-east-1', install };
  const connection = connect(wire, { sleep: async () => undefined });
  const reads = connection.reads();
  const account = { id: state.id, partition: 'aws', region: 'us-east-1' };
  const asked: string[] = [];
  const read = async (service: never, operation: string, input: never) => {
    asked.push(operation);
    // Malformed on purpose: AWS refuses it as it would refuse who may not ask.
    const given = operation === refuses ? ({ ActionNames: ['x'] } as never) : input;
    return reads.read(service, operation as never, given);
  };
  const look = { ...reads, read, account, known: () => undefined } as unknown as Look;
  return { ...(await identities(look)), asked };
}

describe('a user', () => {
  const standing = async (one: User, more: Partial<PracticeState> = {}, refuses?: string) => {
    const all = await found((state) => Object.assign(state, { users: [one] }, more), refuses);
    const [first] = all.users;
    if (!first) throw new Error('no user');
    return { ...first, asked: all.asked, held: heldToMfa(all).length === 1 };
  };
  const has = (...statements: object[]) =>
    standing(user('jun', { inline: document(...statements) }));

  it('is an administrator by AdministratorAccess, and AWS is not asked again', async () => {
    const jun = await standing(user('jun', { attached: [ADMINISTRATOR_ACCESS] }));
    expect(jun).toMatchObject({ administrator: 'yes', powerful: 'yes', held: true });
    expect(jun.asked).toEqual(['GetAccountAuthorizationDetails']);
  });

  it('is one by a policy of the account, and by a group', async () => {
    const policies = [{ ...entity('All'), document: allowAll({ Action: ['*:*'] }) }];
    const attached = ['arn:aws:iam::111122223333:policy/All'];
    expect(await standing(user('jun', { attached }), { policies })).toMatchObject({
      administrator: 'yes',
    });
    const groups = [{ ...entity('Owners'), attached: [ADMINISTRATOR_ACCESS] }];
    expect(await standing(user('jun', { groups: ['Owners'] }), { groups })).toMatchObject({
      administrator: 'yes',
    });
  });

  it('is one in AWS’s eyes who may do all but what nobody knows', async () => {
    const { Statement } = JSON.parse(
      readFileSync(new URL('../../support/policies/not-action.json', import.meta.url), 'utf8'),
    );
    expect(await has(...Statement)).toMatchObject({ administrator: 'yes', powerful: 'yes' });
  });

  it('is one in AWS’s eyes whom a Deny keeps from one bucket alone', async () => {
    expect(await has(ALL, deny('s3:*', 'arn:aws:s3:::logs'))).toMatchObject({
      administrator: 'yes',
      limited: false,
    });
  });

  it('stays in doubt where AWS does not say', async () => {
    const jun = user('jun', { inline: document(allowAllBut('prowler:action')) });
    expect(await standing(jun, {}, 'SimulatePrincipalPolicy')).toMatchObject({
      administrator: 'unknown',
      powerful: 'yes',
    });
  });

  it.each([
    ['on all ARNs', deny('*', 'arn:aws:*'), 'no', 'iam:CreateUser'],
    ['on all users', deny('*', 'arn:aws:iam::*:user/*'), 'no', 'iam:CreateUser'],
    ['of IAM', deny('iam:*'), 'no', 'iam:CreateUser'],
    ['by address', given(ELSEWHERE, deny('*')), 'unknown', 'aws:SourceIp'],
    [
      'by time',
      given({ DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, deny('*')),
      'unknown',
      'aws:CurrentTime',
    ],
  ])('is an administrator on paper alone with a Deny %s', async (_, statement, answer, why) => {
    const jun = await has(ALL, statement);
    expect(jun).toMatchObject({ administrator: answer, onPaper: true, limited: true, held: true });
    expect(jun.because).toContain(why);
  });

  it('is under quarantine, and none', async () => {
    const arn = 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3';
    const jun = await standing(user('jun', { attached: [ADMINISTRATOR_ACCESS, arn] }));
    expect(jun).toMatchObject({ quarantined: true, administrator: 'no', held: true });
  });

  it('has no power by what only reads, and is not held to MFA', async () => {
    const attached = ['arn:aws:iam::aws:policy/IAMReadOnlyAccess'];
    expect(await standing(user('jun', { attached }))).toMatchObject({
      administrator: 'no',
      powerful: 'no',
      held: false,
    });
  });

  it('is found on whatever page of the list AWS has them', async () => {
    const users = Array.from({ length: 230 }, (_, n) => user(`user-${n}`));
    const last = user('zoe', { inline: document(allow('iam:*')) });
    const all = await found((state) => Object.assign(state, { users: [...users, last] }));
    expect(heldToMfa(all).map(({ name }) => name)).toEqual(['zoe']);
  });
});

describe('a role', () => {
  const accountWith = (one: Role, users: User[] = []) =>
    found((state) => {
      state.roles = [...state.roles, one];
      state.users = users;
    });
  const rolesOf = async (one: Role, users: User[] = []) =>
    administrators(await accountWith(one, users)).roles.map(({ name }) => name);
  const saml = { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE' };
  const arnOf = (path: string) => `arn:aws:iam::111122223333:user/${path}`;

  it('counts where people come in by SAML, as Identity Center’s do', async () => {
    const path = '/aws-reserved/sso.amazonaws.com/ap-northeast-2/';
    const all = await accountWith(role('AWSReservedSSO_Admin', saml, { path }));
    expect(administrators(all).roles).toMatchObject([
      { name: 'AWSReservedSSO_Admin', identityCenter: true },
    ]);
  });

  it('counts where a user that is there may assume it, and holds that user to MFA', async () => {
    const one = role('Admin', { AWS: arnOf('jun') });
    expect(await rolesOf(one, [user('jun')])).toEqual(['Admin']);
    expect(await rolesOf(one)).toEqual([]);
    const [jun, kim] = (await accountWith(one, [user('jun'), user('kim')])).users;
    expect(jun).toMatchObject({ administrator: 'no', powerful: 'yes', roles: ['Admin'] });
    expect(kim).toMatchObject({ powerful: 'no', roles: [] });
  });

  it('knows a user by the whole ARN, the path too', async () => {
    const kim = user('kim', { path: '/ops/team/' });
    expect(await rolesOf(role('Admin', { AWS: arnOf('ops/team/kim') }), [kim])).toEqual(['Admin']);
    expect(await rolesOf(role('Admin', { AWS: arnOf('kim') }), [kim])).toEqual([]);
  });

  it('counts where the account is trusted and a user is allowed to assume it', async () => {
    const one = role('Admin', { AWS: 'arn:aws:iam::111122223333:root' });
    const jun = user('jun', { inline: document(allow('sts:AssumeRole', '*')) });
    expect(await rolesOf(one, [jun])).toEqual(['Admin']);
    expect(heldToMfa(await accountWith(one, [jun])).map(({ name }) => name)).toEqual(['jun']);
  });

  it('does not count, and holds whoever may perhaps enter it, where that hangs on a condition', async () => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: arnOf('jun') },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:PrincipalTag/team': 'owners' } },
        },
      ],
    });
    const all = await accountWith(role('Admin', {}, { trust }), [user('jun')]);
    expect(administrators(all).roles).toEqual([]);
    expect(heldToMfa(all).map(({ name }) => name)).toEqual(['jun']);
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
