import { describe, expect, it } from 'vitest';
import { ownerRequests } from '../../steps/iam/administrator-rights.ts';
import { leversOf } from '../../steps/iam/escalation.ts';
import type { Principal } from '../../steps/iam/escalation-calls.ts';
import type { PolicyRequest } from '../../steps/iam/policy-evaluation.ts';
import { reachOf } from '../../steps/iam/principal-verdicts.ts';
import { anybodyIn } from '../../steps/iam/principals.ts';
import { judge } from '../support/emulator/judge.ts';
import { accountOf } from '../support/policies/account-of.ts';
import { LIMITED_POLICIES } from '../support/policies/limited-policies.ts';
import { type PolicyCase, weak } from '../support/policies/policy-case.ts';
import { ACCOUNT } from '../support/policies/statements.ts';
import { ROLE, TRUST_POLICIES } from '../support/policies/trust-policies.ts';
import { WIDE_POLICIES } from '../support/policies/wide-policies.ts';

const account = { id: ACCOUNT, partition: 'aws' };
const POLICIES = [...WIDE_POLICIES, ...LIMITED_POLICIES];

/** Tells an answer of ours that another evaluator contradicts. */
function contradictions(
  cases: { name: string; answer: string; isSo: boolean[] }[],
  holds: (isSo: boolean[]) => boolean,
): string[] {
  return cases
    .filter(({ answer, isSo }) => answer !== 'unknown' && holds(isSo) !== (answer === 'yes'))
    .map(({ name, answer }) => `${name}: ${answer}`);
}

const kimIn = (one: PolicyCase): Principal => {
  const [kim] = accountOf(one).users;
  if (!kim) throw new Error('no kim');
  return kim.principal;
};

const asked = ({ arn, rights }: Principal, requests: PolicyRequest[], mfa: boolean) => ({
  arn,
  ...rights,
  boundary: rights.boundary ?? null,
  requests,
  mfa,
});

describe("another evaluator of AWS's policies agrees", () => {
  it('that who may do all may do each thing that an owner needs, and that who may not, may not one', () => {
    const kims = POLICIES.map(kimIn);
    const judged = judge(
      kims.map((kim) => asked(kim, ownerRequests(reachOf({ account } as never, kim)), true)),
    );
    const cases = POLICIES.map(({ name, administrator: answer }, n) => ({
      name,
      answer,
      isSo: judged[n] ?? [],
    }));
    expect(contradictions(cases, (isSo) => isSo.every(Boolean))).toEqual([]);
    expect(new Set(cases.map(({ answer }) => answer)).size).toBe(3);
  });

  it('that who could make themselves administrator may do something that does it, with MFA or without', () => {
    const levers = POLICIES.map(kimIn).map((kim) => ({
      kim,
      requests: leversOf(kim, anybodyIn(account)).levers.map(({ request }) => request),
    }));
    const [withMfa, without] = [true, false].map((mfa) =>
      judge(levers.map(({ kim, requests }) => asked(kim, requests, mfa))),
    );
    const cases = POLICIES.map(({ name, powerful: answer }, n) => ({
      name,
      answer,
      isSo: [...(withMfa?.[n] ?? []), ...(without?.[n] ?? [])],
    }));
    // A role that is passed, and a limit that is lifted, take two calls: no single one tells.
    const byTwo = [
      'any role for a machine',
      'iam:* and a Deny that they may take away',
      'everything within what they may lift',
    ];
    const byOne = cases.filter(({ name }) => !byTwo.includes(name));
    expect(contradictions(byOne, (isSo) => isSo.some(Boolean))).toEqual([]);
  });

  it('whom a trust policy lets in', () => {
    const kims = TRUST_POLICIES.map(({ inline }) => kimIn({ ...weak(''), inline }));
    const assume = [{ action: 'sts:AssumeRole', resource: ROLE }];
    const own = judge(kims.map((kim) => asked(kim, assume, true)));
    const trusted = judge(
      kims.map((kim, n) => ({
        ...asked(kim, [], true),
        role: ROLE,
        trust: TRUST_POLICIES[n]?.trust,
      })),
    );
    // It looks at the trust policy alone. Those with rights of their own must be allowed to as well.
    const cases = TRUST_POLICIES.map(({ name, enters: answer, inline }, n) => ({
      name,
      answer,
      isSo: [...(trusted[n] ?? []), ...(inline.length > 0 ? (own[n] ?? []) : [])],
    })).filter(({ name }) => name !== 'the account is named, and nobody allows it');
    expect(contradictions(cases, (isSo) => isSo.every(Boolean))).toEqual([]);
  });
});
