import type { AttestedChange, Look, Question } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { IAM_USERS } from '../shared/console-urls.ts';
import { administrators, type Identities } from './administrators.ts';
import { DEFAULT_USER, isNamed, nameBeside, namesOf } from './names.ts';

/** The answer of an owner who is none of the administrators. No user can have a name with blanks. */
export const NONE = 'none of these';

/** Under this id, the time is kept at which this computer made the user the owner's administrator. AWS ignores case. */
export const madeAs = (user: string): string => `admin-user.${user.toLowerCase()}`;

/** Who the owner is among those who may do everything. */
export interface Owner {
  /** The user's name. `null` if the owner comes in by a role, or if it is not known yet who they are. */
  name: string | null;
  /** Whom the owner may be, if they have to be asked. */
  unknown: Candidates | null;
  /** There is no such administrator yet: admin-user makes them. */
  isToBeMade: boolean;
}

/** Whom the owner may be: names. */
export interface Candidates {
  users: string[];
  roles: string[];
}

const user = (name: string): Owner => ({ name, unknown: null, isToBeMade: false });
const BY_ROLE: Owner = { name: null, unknown: null, isToBeMade: false };

/**
 * An administrator is not the owner just because there is no other: it may be a contractor, or a machine. Only the owner's
 * answers tell, or who is signed in.
 */
export async function ownerAdministrator(look: Look, all: Identities): Promise<Owner> {
  const { users, roles } = administrators(all);
  const answer = look.known('admin-user.owner');
  if (users.some(({ name }) => name === answer)) return user(String(answer));
  if (roles.some(({ name }) => roleChoice(name) === answer)) return BY_ROLE;
  // A name that the owner has chosen proves nothing: a stranger's administrator may have it.
  const made = users
    .filter(isNamed(String(look.known('admin-user.name') ?? '')))
    .find(({ name }) => look.lastSent(madeAs(name)) !== undefined);
  if (made) return user(made.name);
  if (answer === NONE || users.length + roles.length === 0) {
    return { ...user(nameToMake(look, all)), isToBeMade: true };
  }
  const unknown = { users: namesOf(users), roles: namesOf(roles) };
  return (await signedInAs(look, all)) ?? { name: null, unknown, isToBeMade: false };
}

async function signedInAs(look: Look, all: Identities): Promise<Owner | undefined> {
  const { users, roles } = administrators(all);
  const { arn, isLongTerm } = look.account.identity;
  const [, roleName] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (roles.some(({ name }) => name === roleName)) return BY_ROLE;
  const self = users.find((one) => one.arn === arn);
  // An access key of somebody without a password may be a machine's.
  const isPerson =
    self && (!isLongTerm || (await look.find('iam', 'GetLoginProfile', { UserName: self.name })));
  return isPerson ? user(self.name) : undefined;
}

/** The name that admin-user will give: the owner's choice, but never of somebody whom all rights would not help. */
export function nameToMake(look: Look, all: Identities): string {
  const taken = takenNames(all);
  const chosen = String(look.known('admin-user.name') ?? DEFAULT_USER);
  return taken.some(isNamed(chosen)) ? nameBeside(DEFAULT_USER, taken) : chosen;
}

/** Those whom admin-user can make no administrator of the owner's: they are one, or stay limited. */
const takenNames = ({ users }: Identities) =>
  users.filter((one) => one.limited || one.administrator === 'yes');

/** The owner has said which of these administrators they are. */
export const isOneOf = ({ users, roles }: Candidates, answer: string | undefined): boolean =>
  answer !== undefined && [...users, ...roles.map(roleChoice)].includes(answer);

const roleChoice = (name: string): string => `role/${name}`;

/** No default: `--yes` and a habitual Enter must not take a stranger for the owner. */
export function ownerQuestion({ users, roles }: Candidates): Question<'select'> {
  const none = { value: NONE, label: t('no, create an administrator for me') };
  // The name of the one to be made.
  const leadsOn = (answer: string) => answer === NONE;
  const [only] = users;
  if (only !== undefined && users.length + roles.length === 1) {
    return {
      kind: 'select',
      message: t('Are you the administrator {name}?', { name: only }),
      example: NONE,
      leadsOn,
      choices: [{ value: only, label: t('yes, I am {name}', { name: only }) }, none],
    };
  }
  return {
    kind: 'select',
    message: t('Which administrator are you?'),
    example: NONE,
    leadsOn,
    choices: [
      ...users.map((name) => ({ value: name, label: t('{name}', { name }) })),
      ...roles.map((name) => ({
        value: roleChoice(name),
        label: t('I sign in with the role {name}', { name }),
      })),
      { ...none, label: t('none of these, create one for me') },
    ],
  };
}

/** Stands in a plan for what depends on who the owner is. */
export const sayWhoYouAre = ({ users, roles }: Candidates): AttestedChange => ({
  kind: 'attest',
  id: 'owner',
  summary: t('Say which administrator you are: {choices}, or none of them', {
    choices: [...users, ...roles].join(', '),
  }),
  ...IAM_USERS,
  instructions: [t('The page below lists them. Rootlock asks before it creates anything.')],
});
