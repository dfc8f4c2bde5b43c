import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { hasRootlockTag } from '../shared/arns-and-tags.ts';
import {
  administrator,
  isAdministratorOnPaper,
  openKeys,
  ownerRequests,
  type Reach,
} from './administrator-rights.ts';
import type { Lever, Principal } from './escalation.ts';
import { couldEnter, isOfIdentityCenter, ownPowers, type Powers, spread } from './power.ts';
import { ALL, anybodyIn, type Principals, principalsIn, type RolePrincipal } from './principals.ts';
import { isQuarantined } from './quarantine.ts';
import { isForPeople } from './role-trust.ts';
import { askAws } from './simulation.ts';
import { type Answer, allOf, anyOf, type Verdict, verdict } from './verdict.ts';

/** What somebody may do, by all that the account says of them. */
interface Standing {
  name: string;
  /** May they do everything, signed in with MFA? */
  administrator: Answer;
  /** Could they make themselves administrator, by own rights, a group's, or a role that they may enter? */
  powerful: Answer;
  /** What hinders the administrator, or else makes them powerful, in AWS's words: actions, ARNs, condition keys. */
  because: string[];
}
export interface User extends Standing {
  arn: string;
  groups: string[];
  /** Roles with such power that they may enter. */
  roles: string[];
  /** A policy gives them everything, and something else takes of it. */
  onPaper: boolean;
  /** All rights would not make them administrator: a Deny, a condition or a boundary holds. */
  limited: boolean;
  /** AWS has found a key of theirs somewhere public. */
  quarantined: boolean;
  /** It carries our tag, which anybody can give: no proof of who made it. */
  ours: boolean;
}
export interface Group extends Standing {
  members: string[];
  limited: boolean;
}
export interface Role extends Standing {
  /** Made by IAM Identity Center for its users. */
  identityCenter: boolean;
  /** Does somebody come in by it: people of a SAML provider, or a user of the account? */
  entered: Answer;
}
export interface Identities {
  users: User[];
  groups: Group[];
  /** Those with power, whoever may enter them. */
  roles: Role[];
}

/** The simulator is for few: AWS takes only so many such calls in a second. */
const MOST_ASKED = 10;

const known = new WeakMap<object, Promise<Identities>>();

/**
 * Everyone in the account and what they may do, by one list: steps that ask for it in one survey share it. It has AWS's
 * own policies too, those that somebody has, only if nothing is filtered.
 */
export async function identities(look: Look): Promise<Identities> {
  const details = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const judged = known.get(details) ?? judge(look, details);
  known.set(details, judged);
  return judged;
}

/** A user with all that their policies say. */
export async function principalOf(look: Look, user: string): Promise<Principal | undefined> {
  const details = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  return principalsIn(details, look.account).users.find(({ name }) => name === user)?.principal;
}

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;

async function judge(look: Look, details: Details): Promise<Identities> {
  const all = principalsIn(details, look.account);
  const [administrators, powers] = await Promise.all([
    administratorsIn(look, all),
    powersIn(look, all),
  ]);
  const standing = (name: string, principal: Principal): Standing => {
    const full = administrators.get(principal) ?? verdict('no');
    const power = powers.get(principal) ?? verdict('no');
    const { because } =
      isAdministratorOnPaper(principal.rights) && full.answer !== 'yes' ? full : power;
    return { name, administrator: full.answer, powerful: power.answer, because };
  };
  const roles = all.roles.filter(({ principal }) => powers.get(principal)?.answer !== 'no');
  const users = all.users.map(({ name, principal, detail }): User => {
    const it = standing(name, principal);
    return {
      ...it,
      arn: principal.arn,
      groups: detail.GroupList ?? [],
      roles: roles
        .filter((role) => couldEnter(principal, entryOf(role)).answer !== 'no')
        .map((role) => role.name),
      onPaper: isAdministratorOnPaper(principal.rights) && it.administrator !== 'yes',
      limited: isLimited(look, principal),
      quarantined: isQuarantined(detail),
      ours: hasRootlockTag(detail.Tags as never),
    };
  });
  const groups = all.groups.map(
    ({ name, principal, members }): Group => ({
      ...standing(name, principal),
      members,
      limited: isLimited(look, principal),
    }),
  );
  return {
    users,
    groups,
    roles: roles.map(
      (role): Role => ({
        ...standing(role.name, role.principal),
        identityCenter: isOfIdentityCenter(role),
        entered: isEntered(role, all).answer,
      }),
    ),
  };
}

/** Does somebody come in by it: people of a SAML provider, or a user who is there? */
const isEntered = (role: RolePrincipal, { users }: Principals): Verdict =>
  anyOf([
    isForPeople(role.trust),
    ...users.map(({ principal }) => couldEnter(principal, entryOf(role))),
  ]);

const entryOf = ({ principal: { arn }, trust }: RolePrincipal) => ({ arn, trust });

async function administratorsIn(look: Look, all: Principals): Promise<Powers> {
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
export function reachOf({ account }: Look, { arn, groups }: Principal): Reach {
  const any = anybodyIn(account);
  return {
    user: /:user\//.test(arn) ? arn : any.user,
    group: groups[0] ?? any.group,
    role: any.role,
    bucket: `arn:${account.partition}:s3:::${account.id}-anybody`,
  };
}

async function powersIn(look: Look, all: Principals): Promise<Powers> {
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
const isLimited = (look: Look, principal: Principal): boolean => {
  const { identity, boundary } = principal.rights;
  const rights = { identity: [...identity, ALL], boundary };
  const [how] = principal.ways;
  const { answer } = administrator(rights, reachOf(look, principal), how);
  return answer === 'no' || openKeys(rights, how).length > 0;
};

/** Somebody besides root who may do everything: a user, or a role that somebody comes in by. */
export const administrators = ({ users, roles }: Identities) => ({
  users: users.filter((one) => one.administrator === 'yes'),
  roles: roles.filter((one) => one.administrator === 'yes' && one.entered === 'yes'),
});

/** Whoever could make themselves administrator, or perhaps could: with a password, they need MFA. */
export const heldToMfa = ({ users }: Identities): User[] =>
  users.filter(({ powerful }) => powerful !== 'no');
