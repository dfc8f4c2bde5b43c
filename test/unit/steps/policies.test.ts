import { describe, expect, it } from 'vitest';
import { administrator } from '../../../steps/iam/administrator-rights.ts';
import type { Principal } from '../../../steps/iam/escalation-calls.ts';
import { couldEnter, ownPowers, spread } from '../../../steps/iam/power.ts';
import { reachOf } from '../../../steps/iam/principal-verdicts.ts';
import { anybodyIn, type Principals } from '../../../steps/iam/principals.ts';
import { anyOf } from '../../../steps/iam/verdict.ts';
import { accountOf } from '../../support/policies/account-of.ts';
import { LIMITED_POLICIES } from '../../support/policies/limited-policies.ts';
import { ACCOUNT, ALL, allow, deny, iam, KIM } from '../../support/policies/statements.ts';
import { ROLE, TRUST_POLICIES } from '../../support/policies/trust-policies.ts';
import { WIDE_POLICIES } from '../../support/policies/wide-policies.ts';

const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:site`;
const PASSING_TO_ONE = [allow('iam:PassRole', ROLE), allow('lambda:CreateFunction', FUNCTION)];
/** Whoever takes a role chooses the name of the session. */
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/middle/any`;

const account = { id: ACCOUNT, partition: 'aws' };

const first = ({ users: [kim] }: Principals): Principal => {
  if (!kim) throw new Error('no kim');
  return kim.principal;
};

/** Before AWS is asked. */
const powersIn = (all: Principals) =>
  spread(
    new Map(
      ownPowers(all, anybodyIn(account)).map(({ principal, levers, others }) => [
        principal,
        anyOf([...levers.map(({ verdict }) => verdict), others]),
      ]),
    ),
    all,
  );

describe.each([...WIDE_POLICIES, ...LIMITED_POLICIES])('$name', (one) => {
  const all = accountOf(one);
  const kim = first(all);

  it(`may do all: ${one.administrator}`, () => {
    const reach = reachOf({ account } as never, kim);
    const { answer, because } = administrator(kim.rights, reach, kim.ways[0]);
    expect(answer).toBe(one.administrator);
    if (answer === 'unknown') expect(because).not.toEqual([]);
  });

  it(`could make themselves administrator: ${one.powerful}`, () => {
    const { answer, because } = powersIn(all).get(kim) ?? {};
    expect(answer).toBe(one.powerful);
    if (answer !== 'no') expect(because).not.toEqual([]);
  });
});

describe.each(TRUST_POLICIES)('an administrator role: $name', ({ trust, inline, enters }) => {
  const role = { arn: ROLE, trust };
  const all = accountOf({ inline }, role);
  const kim = first(all);

  it(`may be entered: ${enters}`, () => {
    expect(couldEnter(kim, role).answer).toBe(enters);
  });

  it('makes whoever may enter it as powerful', () => {
    expect(powersIn(all).get(kim)?.answer).toBe(enters);
  });
});

describe('power that is somebody else’s', () => {
  const administratorRole = (Principal: object) => ({
    arn: ROLE,
    trust: [{ Effect: 'Allow', Principal: Principal as never, Action: 'sts:AssumeRole' }],
  });
  const machine = administratorRole({ Service: 'ec2.amazonaws.com' });

  it('is within reach of whoever may pass a role that has it', () => {
    const passing = [allow('iam:PassRole', iam('role/team/*')), allow('ec2:RunInstances')];
    const all = accountOf({ inline: passing }, machine);
    expect(powersIn(all).get(first(all))).toEqual({ answer: 'yes', because: [ROLE] });
    const alone = accountOf({ inline: passing });
    expect(powersIn(alone).get(first(alone))?.answer).toBe('no');
  });

  it.each([
    ['of all functions', [allow('lambda:*')]],
    ['of a single function', [allow('lambda:UpdateFunctionCode', FUNCTION)]],
    ['of what runs on machines', [allow('ssm:SendCommand')]],
    ['of a single one, if they may pass the role', PASSING_TO_ONE],
  ])('is perhaps within reach of whoever may change the code %s', (_, inline) => {
    const all = accountOf({ inline }, machine);
    expect(powersIn(all).get(first(all))).toEqual({ answer: 'unknown', because: [ROLE] });
    const alone = accountOf({ inline });
    expect(powersIn(alone).get(first(alone))?.answer).toBe('no');
  });

  it('is out of reach of whoever is denied to change the code', () => {
    const all = accountOf({ inline: [allow('lambda:*'), deny('lambda:Update*')] }, machine);
    expect(powersIn(all).get(first(all))?.answer).toBe('no');
  });

  it('is within reach of whoever may enter a role whose sessions may enter that one', () => {
    const all = accountOf({}, administratorRole({ AWS: SESSION }));
    const middle = accountOf(
      {},
      { ...administratorRole({ AWS: KIM }), arn: iam('role/team/middle') },
    );
    for (const role of middle.roles) role.principal.rights.identity = [];
    all.roles.push(...middle.roles);
    expect(powersIn(all).get(first(all))?.answer).toBe('yes');
  });

  it('is within reach of whoever may change who enters that role', () => {
    const all = accountOf({ inline: [allow('iam:UpdateAssumeRolePolicy', ROLE)] }, machine);
    expect(powersIn(all).get(first(all))?.answer).toBe('yes');
  });

  it('is within reach of whoever may enter a role that may enter that one', () => {
    const [kim, jun] = [KIM, iam('user/jun')];
    const all = accountOf({ inline: [allow('iam:CreateAccessKey', jun)] });
    const [, other] = all.users;
    if (!other) throw new Error('no jun');
    expect(powersIn(all).get(first(all))?.answer).toBe('no');
    other.principal.rights.identity.push(ALL);
    expect(powersIn(all).get(first(all))).toEqual({ answer: 'yes', because: [jun] });
    expect(kim).toBe(first(all).arn);
  });

  it('never comes of a role that asks its own sessions for MFA: they carry none', () => {
    const all = accountOf({}, administratorRole({ AWS: KIM }));
    const [role] = all.roles;
    if (!role) throw new Error('no role');
    role.principal.rights.identity = [
      { ...ALL, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    ];
    expect(powersIn(all).get(role.principal)?.answer).toBe('no');
  });
});
