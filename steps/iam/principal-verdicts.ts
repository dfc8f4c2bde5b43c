import type { Look } from '../../src/engine/step.ts';
import { administrator, openKeys, ownerRequests, type Reach } from './administrator-rights.ts';
import type { Lever } from './escalation.ts';
import type { Principal } from './escalation-calls.ts';
import { couldEnter, ownPowers, type Powers, spread } from './power.ts';
import { ALL, anybodyIn, type Principals, type RolePrincipal } from './principals.ts';
import { isForPeople } from './role-trust.ts';
import { askAws } from './simulation.ts';
import { allOf, anyOf, type Verdict } from './verdict.ts';

/** The simulator is for few: AWS takes only so many such calls in a second. */
const MOST_ASKED = 10;

/** Does somebody come in by it: people of a SAML provider, or a user who is there? */
export const isEntered = (role: RolePrincipal, { users }: Principals): Verdict =>
  anyOf([
    isForPeople(role.trust),
    ...users.map(({ principal }) => couldEnter(principal, entryOf(role))),
  ]);

/** What of a role decides who comes in by it. */
export const entryOf = ({ principal: { arn }, trust }: RolePrincipal) => ({ arn, trust });

/** Who may do everything, users, groups and roles. Of what the policies leave in doubt, AWS's simulator is asked. */
export async function administratorsIn(look: Look, all: Principals): Promise<Powers> {
  const everybody = [...all.users, ...all.groups, ...all.roles].map(({ principal }) => principal);
  const found = new Map(
    everybody.map((one) => [one, administrator(one.rights, reachOf(look, one), one.ways[0])]),
  );
  const doubtful = everybody.filter(
    (one) => found.get(one)?.answer === 'unknown' && openKeys(one.rights, one.ways[0]).length === 0,
  );
  await Promise.all(
    doubtful.slice(0, MOST_ASKED).map(async (one) => {
      const answers = await askAws(look, one, ownerRequests(reachOf(look, one)));
      found.set(one, allOf(answers));
    }),
  );
  return found;
}

/** No real role or bucket: a Deny that protects one is no Deny of all. */
export function reachOf({ account }: Pick<Look, 'account'>, { arn, groups }: Principal): Reach {
  const any = anybodyIn(account);
  return {
    user: /:user\//.test(arn) ? arn : any.user,
    group: groups[0] ?? any.group,
    role: any.role,
    bucket: `arn:${account.partition}:s3:::${account.id}-anybody`,
  };
}

/** Who could make themselves an administrator, and how. Of what the policies leave in doubt, AWS's simulator is asked. */
export async function powersIn(look: Look, all: Principals): Promise<Powers> {
  const own = ownPowers(all, anybodyIn(look.account));
  const inDoubt = ({ verdict: { answer, because } }: Lever) =>
    answer === 'unknown' && !because.includes('aws:MultiFactorAuthPresent');
  const services = new Set(
    all.roles
      .filter((role) => isEntered(role, all).answer === 'no')
      .map(({ principal }) => principal),
  );
  const doubtful = own.filter(
    ({ principal, levers, others }) =>
      !services.has(principal) &&
      levers.some(inDoubt) &&
      anyOf([others, ...levers.map((lever) => lever.verdict)]).answer !== 'yes',
  );
  await Promise.all(
    doubtful.slice(0, MOST_ASKED).map(async (one) => {
      const doubts = one.levers.filter(inDoubt);
      const answers = await askAws(
        look,
        one.principal,
        doubts.map(({ request }) => request),
      );
      for (const [n, lever] of doubts.entries()) lever.verdict = answers[n] ?? lever.verdict;
    }),
  );
  const powers = own.map(({ principal, levers, others }): [Principal, Verdict] => [
    principal,
    anyOf([...levers.map((lever) => lever.verdict), others]),
  ]);
  return spread(new Map(powers), all);
}

/** Would something stay denied, if they had all rights on top of what they have? */
export const isLimited = (look: Look, principal: Principal): boolean => {
  const { identity, boundary } = principal.rights;
  const rights = { identity: [...identity, ALL], boundary };
  const [how] = principal.ways;
  const { answer } = administrator(rights, reachOf(look, principal), how);
  return answer === 'no' || openKeys(rights, how).length > 0;
};
