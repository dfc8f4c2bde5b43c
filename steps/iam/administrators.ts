import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { hasRootlockTag } from '../shared/arns-and-tags.ts';
import { isAdministratorOnPaper } from './administrator-rights.ts';
import type { Principal } from './escalation-calls.ts';
import { couldEnter, isOfIdentityCenter } from './power.ts';
import { administratorsIn, entryOf, isEntered, isLimited, powersIn } from './principal-verdicts.ts';
import { principalsIn } from './principals.ts';
import { isQuarantined } from './quarantine.ts';
import { isForPeople } from './role-trust.ts';
import { type Answer, verdict } from './verdict.ts';

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
  /** Do people of a SAML provider come in by it? They are users of somewhere else. */
  federated: Answer;
  /** Names of the users who certainly may enter it. */
  enteredBy: string[];
}
export interface Identities {
  users: User[];
  groups: Group[];
  /** Those with power, whoever may enter them. */
  roles: Role[];
}

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
        federated: isForPeople(role.trust).answer,
        enteredBy: all.users
          .filter(({ principal }) => couldEnter(principal, entryOf(role)).answer === 'yes')
          .map((user) => user.name),
      }),
    ),
  };
}

/** Somebody besides root who may do everything: a user, or a role that somebody comes in by. */
export const administrators = ({ users, roles }: Identities) => ({
  users: users.filter((one) => one.administrator === 'yes'),
  roles: roles.filter((one) => one.administrator === 'yes' && one.entered === 'yes'),
});

/**
 * Who is left as an administrator without this user. A role that they alone enter goes with them. `federated`: people of a SAML
 * provider are administrators too.
 */
export function administratorsBesides(
  all: Identities,
  user: User | undefined,
): { users: User[]; federated: boolean } {
  const found = administrators(all);
  const enter = found.roles.flatMap(({ enteredBy }) => enteredBy);
  return {
    users: all.users.filter(
      (one) => one !== user && (one.administrator === 'yes' || enter.includes(one.name)),
    ),
    federated: found.roles.some(({ federated }) => federated === 'yes'),
  };
}

/** Whoever could make themselves administrator, or perhaps could: with a password, they need MFA. */
export const heldToMfa = ({ users }: Identities): User[] =>
  users.filter(({ powerful }) => powerful !== 'no');
