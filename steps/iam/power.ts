import { couldDo, couldPass, couldSteer, leversOf } from './escalation.ts';
import { type Anybody, IDENTITY_CENTER, type Principal, takeovers } from './escalation-calls.ts';
import { effectsOf, isAboutAction, on, type PolicyRequest } from './policy-evaluation.ts';
import type { Principals, RolePrincipal } from './principals.ts';
import { isForServices, mayAssume } from './role-trust.ts';
import { allOf, anyOf, exceeds, type Verdict, verdict } from './verdict.ts';

/** Somebody whose power is asked for, and what others would have to do to have it. */
interface Node {
  principal: Principal;
  /** Could `other` become this one? */
  edge(other: Principal): Verdict;
}

export type Powers = Map<Principal, Verdict>;

/** What each could do by their own rights. `others`: what no lever of their own tells. */
export const ownPowers = (all: Principals, any: Anybody) =>
  everybody(all).map(({ principal }) => ownPowerOf(principal, all, any));

/** The same of one alone. */
export function ownPowerOf(principal: Principal, all: Principals, any: Anybody) {
  const { levers, others } = leversOf(principal, any);
  return { principal, levers, others: anyOf([others, onOthers(principal, all)]) };
}

/**
 * Who could make themselves administrator: by their own rights, or by becoming somebody who could. `own`: the first of
 * the two; it is changed in place. `because` names whom they would become, by ARN.
 */
export function spread(own: Powers, all: Principals): Powers {
  const nodes = everybody(all);
  const answerOf = (principal: Principal) => own.get(principal)?.answer ?? 'no';
  const open = nodes.filter(({ principal }) => answerOf(principal) !== 'no');
  for (let target = open.shift(); target; target = open.shift()) {
    const there = answerOf(target.principal);
    for (const node of nodes) {
      const before = answerOf(node.principal);
      if (node === target || !exceeds(there, before)) continue;
      const { answer } = allOf([verdict(there), target.edge(node.principal)]);
      if (!exceeds(answer, before)) continue;
      own.set(node.principal, verdict(answer, target.principal.arn));
      open.push(node);
    }
  }
  return own;
}

export const isOfIdentityCenter = ({ path }: RolePrincipal): boolean =>
  path.startsWith('/aws-reserved/sso.amazonaws.com/');

const everybody = ({ users, groups, roles }: Principals): Node[] => [
  ...users.map(({ principal }) => ({
    principal,
    edge: (other: Principal) => couldAny(other, takeovers.user(principal.arn)),
  })),
  ...groups.map(({ principal }) => ({
    principal,
    edge: (other: Principal) => couldAny(other, principal.groups.flatMap(takeovers.group)),
  })),
  ...roles.map((role) => ({
    principal: role.principal,
    edge: (other: Principal) => couldBecome(other, role),
  })),
];

const couldAny = (principal: Principal, requests: PolicyRequest[]): Verdict =>
  anyOf(requests.map((request) => couldDo(principal, request)));

const couldBecome = (other: Principal, { principal: { arn }, trust }: RolePrincipal): Verdict =>
  anyOf([
    couldEnter(other, { arn, trust }),
    couldAny(other, takeovers.role(arn)),
    ...(isForServices(trust) ? [couldPass(other, arn), couldSteer(other)] : []),
  ]);

/** Could they assume it, signed in with MFA or without? */
export const couldEnter = (other: Principal, role: Parameters<typeof mayAssume>[1]): Verdict =>
  anyOf(other.ways.map((how) => mayAssume(other, role, how)));

/** Who and what is there, and which actions give power to it or by it. */
const reachOf = (all: Principals): [targets: string[], actions: string[]][] => [
  [arnsOf(all.users), ['iam:PutUserPolicy', 'iam:AttachUserPolicy']],
  [arnsOf(all.roles), ['iam:PutRolePolicy', 'iam:AttachRolePolicy']],
  [
    all.groups.flatMap((one) => one.principal.groups),
    ['iam:PutGroupPolicy', 'iam:AttachGroupPolicy'],
  ],
  [all.policies, ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion']],
];

const arnsOf = (some: { principal: Principal }[]) => some.map((one) => one.principal.arn);

/** Of thousands, each is asked about all others: who they are is listed once. */
const reaches = new WeakMap<Principals, ReturnType<typeof reachOf>>();

/** A right to give power to somebody who is there: who that is to them, nobody knows. */
function onOthers(principal: Principal, all: Principals): Verdict {
  const reach = reaches.get(all) ?? reachOf(all);
  reaches.set(all, reach);
  const allows = effectsOf(principal.rights.identity, 'Allow');
  const found = reach.flatMap(([targets, actions]) =>
    actions
      .filter((action) => allows.some((one) => isAboutAction(one, action)))
      .filter((action) =>
        targets.some((arn) => couldAny(principal, on(arn, action)).answer !== 'no'),
      ),
  );
  // Whether it is managed from this account, only the account that manages it can tell.
  const centre = all.roles.some(isOfIdentityCenter)
    ? IDENTITY_CENTER.filter((request) => couldDo(principal, request).answer !== 'no')
    : [];
  const doubts = [...found, ...centre.map(({ action }) => action)];
  return doubts.length > 0 ? verdict('unknown', ...doubts) : verdict('no');
}
