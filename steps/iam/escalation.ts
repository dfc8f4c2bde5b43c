import { hangsOn, isAboutEverything } from './administrator-rights.ts';
import {
  type Anybody,
  COMPUTE,
  ownLevers,
  type Principal,
  STEERING,
  unlimiting,
} from './escalation-calls.ts';
import { conditionHolds } from './policy-conditions.ts';
import {
  effectsOf,
  isAboutAction,
  isDenied,
  may,
  on,
  type PolicyRequest,
} from './policy-evaluation.ts';
import { anyOf, exceeds, type Verdict, verdict } from './verdict.ts';

/** May they, signed in with MFA or without? Whoever needs MFA for it is as powerful as whoever does not. */
export const couldDo = ({ rights, ways }: Principal, request: PolicyRequest): Verdict =>
  anyOf(ways.map((how) => may(rights, request, how)));

/** May they have a service act as this role? `because`: `iam:PassRole`. */
export const couldPass = (principal: Principal, role: string): Verdict => {
  const [pass] = on(role, 'iam:PassRole').map((request) => couldDo(principal, request));
  if (!pass || pass.answer === 'no') return verdict('no');
  const compute = anyOf(COMPUTE.map((request) => couldDo(principal, request)));
  const isNarrow = COMPUTE.some(({ action }) => couldSomewhere(principal, action));
  if (compute.answer === 'no' && !isNarrow) return verdict('no');
  const isSure = pass.answer === 'yes' && compute.answer === 'yes';
  return verdict(isSure ? 'yes' : 'unknown', 'iam:PassRole');
};

const steerers = new WeakMap<Principal, Verdict>();

/** May they say what something does that acts as some role of a service? `because`: the actions. */
export function couldSteer(principal: Principal): Verdict {
  const before = steerers.get(principal);
  if (before) return before;
  const actions = STEERING.filter((action) => couldSomewhere(principal, action));
  const answer = actions.length > 0 ? verdict('unknown', ...actions) : verdict('no');
  steerers.set(principal, answer);
  return answer;
}

/** May they do it on any resource at all, such as a single function? */
const couldSomewhere = ({ rights, ways }: Principal, action: string): boolean =>
  ways.some(
    (how) =>
      [rights.identity, ...(rights.boundary ? [rights.boundary] : [])].every((list) =>
        effectsOf(list, 'Allow').some(
          (one) => isAboutAction(one, action) && conditionHolds(one.Condition, how).answer !== 'no',
        ),
      ) && isDenied(rights, { action, resource: '*' }, how).answer !== 'yes',
  );

/** A call that would make them administrator, and whether they may make it. */
export interface Lever {
  request: PolicyRequest;
  verdict: Verdict;
}

/**
 * What could make them administrator by their own rights, whoever else is in the account: one yes is enough. `because`:
 * the action that does it.
 */
export function leversOf(principal: Principal, any: Anybody): { levers: Lever[]; others: Verdict } {
  const levers = ownLevers(principal, any).map((request) => ({
    request,
    verdict: named(couldDo(principal, request), request),
  }));
  // Only a right to pass any role, on no condition: else it hangs on which roles there are.
  const pass = couldPass(principal, any.role);
  return {
    levers,
    others: anyOf([pass.answer === 'yes' ? pass : verdict('no'), limited(principal, any)]),
  };
}

/** A yes is best told by its action; a doubt says itself what it hangs on. */
const named = (one: Verdict, { action }: PolicyRequest): Verdict =>
  one.answer === 'yes' ? verdict('yes', action) : one;

/** Whom only a Deny or a boundary holds back: do these hold? */
function limited(principal: Principal, any: Anybody): Verdict {
  const { identity, boundary } = principal.rights;
  const denies = [...identity, ...(boundary ?? [])].filter(({ Effect }) => Effect === 'Deny');
  if (denies.length === 0 && !boundary) return verdict('no');
  const free = { ...principal, rights: { identity: effectsOf(identity, 'Allow') } };
  if (!ownLevers(free, any).some((request) => exceeds(couldDo(free, request).answer, 'no'))) {
    return verdict('no');
  }
  const lifts = unlimiting(principal).map((request) => named(couldDo(principal, request), request));
  return anyOf([...lifts, nearlyAll(principal)]);
}

/** Everything but what a Deny names: what is left may well be enough. */
function nearlyAll({ rights: { identity, boundary } }: Principal): Verdict {
  const lists = [identity, ...(boundary ? [boundary] : [])];
  const allows = (all: typeof identity) => effectsOf(all, 'Allow').some(isAboutEverything);
  const isShut = effectsOf(lists.flat(), 'Deny').some(
    (one) => isAboutEverything(one) && !one.Condition,
  );
  if (isShut || !lists.every(allows)) return verdict('no');
  return verdict('unknown', ...effectsOf(lists.flat(), 'Deny').flatMap(hangsOn));
}
