import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { rights } from '../../../src/review/rights.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { ADMINISTRATOR_ACCESS, allowAll } from '../../support/accounts/policies.ts';
import { askedRights } from '../../support/review/asked-rights.ts';

const busy = () => busyAccount(NOW);

/** kim with these inline policies, by name. */
function kimWith(inline: Record<string, string>, more: Partial<User> = {}): PracticeState {
  const state = newAccount();
  giveUser(state, 'kim', { inline, ...more });
  return state;
}
const KIM = { who: 'kim', actions: 's3:GetObject' };
const NO_MFA_BOOL = allowAll({
  Effect: 'Deny',
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
});
const ONLY_OFFICE = allowAll({
  Effect: 'Deny',
  Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
});

describe('without somebody chosen, the page Rights', () => {
  it('lists users, groups and roles, what gives them rights, and what they used of them', async () => {
    const { rows, unseen, signals } = await askedRights(busy());
    expect(rows).toMatchObject({
      jun: {
        everything: 'yes, by a policy',
        policies: 'AdministratorAccess of the group Administrators',
      },
      kim: { everything: 'no', boundary: 'DeveloperBoundary' },
      choi: { used: '3 of 16' },
      'ci-deploy': { everything: 'yes, by a policy', policies: 'full-access' },
      'group/Administrators': { kind: 'group', policies: 'AdministratorAccess' },
      'role/release': {
        kind: 'role',
        policies: 'DeployToShop, roles-of-tasks',
        used: '? not asked: open the row',
      },
    });
    expect(rows).not.toHaveProperty('role/AWSServiceRoleForSupport');
    expect(unseen).toContain("2 roles of AWS's own services: nobody changes what they may do");
    expect(signals).toContain('everything-and-few-services choi');
    expect(signals).not.toContain('everything-and-few-services kim');
  });

  it('does not say of somebody with a boundary that they may do everything', async () => {
    const { seen } = await askedRights(busy());
    const subjects = 'is' in seen.subjects ? seen.subjects.is : [];
    const [kim, choi] = ['kim', 'choi'].map((name) => subjects.find(({ key }) => key === name));
    Object.assign(choi ?? {}, { boundary: kim?.boundary });
    const rows = rights.signals(seen).map(({ row }) => row);
    expect(rows).toContain('ci-deploy');
    expect(rows).not.toContain('choi');
  });

  it('gives the command that moves an administrator to another group, if it would help', async () => {
    const { seen } = await askedRights(busy());
    const mends = rights.signals(seen).map(({ row, mend }) => [row, mend?.join(' ')]);
    expect(Object.fromEntries(mends)).toMatchObject({ jun: 'person jun', choi: undefined });
  });

  it('says nothing of an administrator who is new', async () => {
    const state = newAccount();
    giveUser(state, 'jun', { attached: [ADMINISTRATOR_ACCESS] });
    const { signals, rows } = await askedRights(state);
    expect(rows.jun).toMatchObject({ everything: 'yes, by a policy', used: '0 of 16' });
    expect(signals).toEqual([]);
  });

  it('opens somebody: policies, what these ask for, and services last used, the last one first', async () => {
    const { open } = await askedRights(busy());
    const lines = await open('lee');
    expect(lines).toContain(
      'policies: PowerUserAccess of the group Developers, release of the group Developers',
    );
    expect(lines.find((line) => line.startsWith('# Services'))).toBeDefined();
    expect(lines).toContainEqual(
      expect.stringMatching(/^Amazon S3 \| 2026-11-22 \| ap-northeast-2$/),
    );
    expect(await open('nobody')).toEqual([]);
  });
});

describe('for somebody who is chosen, the page Rights', () => {
  it('says what decides, and cuts the statement out of its policy', async () => {
    const state = kimWith({
      mine: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
          { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
        ],
      }),
    });
    const { rows, open } = await askedRights(state, KIM);
    expect(rows['s3:GetObject']).toMatchObject({
      'with-mfa': 'is allowed',
      'without-mfa': 'is allowed',
      decides: 'mine',
    });
    const lines = await open('s3:GetObject');
    expect(lines).toContain('# mine, statement 2');
    expect(lines.filter((line) => line.startsWith('>'))).toContain('>      "Action": "s3:Get*",');
    expect(lines.join()).not.toContain('ec2:');
  });

  it('tells with and without MFA apart, and an access key from a session', async () => {
    const state = kimWith({ all: allowAll(), mfa: NO_MFA_BOOL });
    const { rows, signals } = await askedRights(state, KIM);
    expect(rows['s3:GetObject']).toMatchObject({
      'with-mfa': 'is allowed',
      'without-mfa': 'denied, but is allowed with an access key',
    });
    expect(signals).toEqual(['key-passes-without-mfa s3:GetObject']);
    const tight = NO_MFA_BOOL.replace('"Bool"', '"BoolIfExists"');
    const shut = await askedRights(kimWith({ all: allowAll(), mfa: tight }), KIM);
    expect(shut.rows['s3:GetObject']).toMatchObject({ 'without-mfa': 'denied' });
    expect(shut.signals).toEqual([]);
  });

  it('calls what hangs on something untold neither allowed nor denied', async () => {
    const state = kimWith({ all: allowAll(), office: ONLY_OFFICE });
    const { rows, signals, open } = await askedRights(state, KIM);
    expect(rows['s3:GetObject']).toMatchObject({ 'with-mfa': '? depends on aws:SourceIp' });
    expect(signals).toEqual(['depends-on-unknown s3:GetObject']);
    expect(await open('s3:GetObject')).toContain('aws:SourceIp: the answer depends on it');
    const inside = await askedRights(state, { ...KIM, from: '203.0.113.9' });
    expect(inside.rows['s3:GetObject']).toMatchObject({ 'with-mfa': 'is allowed' });
    const outside = await askedRights(state, { ...KIM, from: '198.51.100.1' });
    expect(outside.rows['s3:GetObject']).toMatchObject({ 'with-mfa': 'denied' });
  });

  it.each([
    [
      'a further Allow',
      { all: allowAll(), vpc: allowAll({ Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } }) },
      'is allowed',
    ],
    [
      'the only Allow, negated',
      { vpc: allowAll({ Condition: { StringNotEquals: { 'aws:SourceVpc': 'v' } } }) },
      '? depends on aws:SourceVpc',
    ],
    [
      'an Allow that does not hold',
      { vpc: allowAll({ Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } }) },
      '? depends on aws:SourceVpc',
    ],
    [
      'a Deny where nothing is allowed',
      { office: ONLY_OFFICE.replace('"*"', '"ec2:*"') },
      'not allowed',
    ],
    [
      'a Deny beside one that holds anyhow',
      { all: allowAll(), no: allowAll({ Effect: 'Deny' }), office: ONLY_OFFICE },
      'denied',
    ],
  ])('judges an untold key of %s', async (_, inline, verdict) => {
    const { rows } = await askedRights(kimWith(inline), KIM);
    expect(rows['s3:GetObject']).toMatchObject({ 'with-mfa': verdict });
  });

  it('names the permissions boundary that stops what policies allow', async () => {
    const { rows } = await askedRights(busy(), {
      who: 'kim',
      actions: 'ec2:RunInstances,rds:CreateDBInstance',
    });
    expect(rows).toMatchObject({
      'ec2:RunInstances': { 'with-mfa': 'is allowed' },
      'rds:CreateDBInstance': {
        'with-mfa': 'not allowed',
        decides: 'the permissions boundary DeveloperBoundary',
      },
    });
  });

  it.each([
    [{ who: 'root' }, /does not simulate the root user/],
    [{ who: 'nobody' }, /no user, group or role nobody/],
    [{ who: 'kim', without: 'nothing-of-mine' }, /kim has no policy nothing-of-mine/],
    [{ who: 'kim', attach: 'NoSuchPolicy' }, /There is no policy NoSuchPolicy/],
  ])('says why it cannot ask with %o', async (settings, why) => {
    const { rows, table } = await askedRights(kimWith({}), settings);
    expect(rows).toEqual({});
    expect(
      table.empty.en.replace(/\{(\w+)\}/g, (_, name) => String(table.empty.with?.[name])),
    ).toMatch(why);
  });

  it('tells a denial by the organization from any other', async () => {
    const state = kimWith({ all: allowAll() });
    const { rows, signals, open } = await askedRights(state, KIM, {
      change: (look) => {
        const { read } = look;
        look.read = (async (...asked: Parameters<typeof read>) => {
          if (asked[1] !== 'SimulatePrincipalPolicy') return read(...asked);
          // Recorded: no statement, no missing key.
          return {
            EvaluationResults: [
              {
                EvalActionName: 's3:GetObject',
                EvalDecision: 'explicitDeny',
                MatchedStatements: [],
                OrganizationsDecisionDetail: { AllowedByOrganizations: false },
              },
            ],
          };
        }) as typeof read;
      },
    });
    expect(rows['s3:GetObject']).toMatchObject({
      'with-mfa': 'denied',
      decides: 'a policy of the organization (SCP)',
    });
    expect(signals).toEqual(['denied-by-organization s3:GetObject']);
    expect(await open('s3:GetObject')).toContain('organization (SCP): does not allow it');
  });
});
