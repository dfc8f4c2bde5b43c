import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { placeholder } from '../src/text/placeholder.ts';
import { type Text, t } from '../src/text/text.ts';
import { administratorGroups, makeGroup } from './iam/administrator-group.ts';
import { administrators, identities } from './iam/administrators.ts';
import { createPerson } from './iam/create-user.ts';
import {
  DEFAULT_USER,
  isAmong,
  isNamed,
  limitedName,
  nameBeside,
  namesOf,
  problemWithName,
  rootsName,
} from './iam/names.ts';
import {
  isOneOf,
  madeAs,
  NONE,
  nameToMake,
  ownerAdministrator,
  ownerQuestion,
  sayWhoYouAre,
} from './iam/owner-administrator.ts';
import { credentialRows, credentialsOf, type UserCredentials } from './iam/user-credentials.ts';

export default step({
  id: 'admin-user',
  title: t('Administrator'),
  why: t('Do not do your daily work as root: no permission can limit the root user.'),
  cost: 'free',
  needs: ['admin-group'],
  notFor: ['project'],
  controls: [],

  async observe(look) {
    const all = await identities(look);
    const { users, roles } = administrators(all);
    const limited = all.users.filter((user) => user.limited);
    const { unknown, isToBeMade } = await ownerAdministrator(look, all);
    const named = all.users.find(isNamed(nameToMake(look, all)));
    const isWanted = isToBeMade && named !== undefined;
    return {
      unknown,
      isToBeMade,
      users: namesOf(users),
      roles,
      onPaper: all.users
        .filter(({ onPaper }) => onPaper)
        .map(({ name, because, quarantined }) => ({ name, because, quarantined })),
      limited: namesOf(limited),
      initial: nameBeside(DEFAULT_USER, [...limited, ...users]),
      named: isWanted
        ? {
            name: named.name,
            groups: named.groups,
            ours: named.ours,
            credentials: await credentialsOf(look, named.name),
          }
        : null,
      group: administratorGroups(look, all),
    };
  },

  evidence: ({ users, roles, onPaper }) => ({
    users,
    roles: roles.map(({ name, identityCenter }) => ({ name, identityCenter })),
    onPaper,
  }),

  status({ unknown, isToBeMade, users, roles, onPaper }) {
    const names = [...users, ...namesOf(roles)].join(', ');
    if (unknown) return t('which one are you: {names}?', { names });
    if (isToBeMade && names !== '')
      return t('yours does not exist yet; others: {names}', { names });
    const identityCenterRole = roles.find(({ identityCenter }) => identityCenter);
    if (users.length > 0) return t('{names}', { names: users.join(', ') });
    if (identityCenterRole)
      return t('IAM Identity Center: {role}', { role: identityCenterRole.name });
    const [role] = roles;
    if (role) return t('role {role}', { role: role.name });
    const [paper] = onPaper;
    return paper ? onPaperAlone(paper) : t('none, so you do everything as root');
  },

  mayAsk: { owner: 'select', name: 'text' },

  questions({ unknown, isToBeMade, users, roles, limited, initial }) {
    const others = unknown ?? { users, roles: namesOf(roles) };
    // Also asked while the user is being made: the owner may go back to it.
    const isAsked = unknown !== null || (isToBeMade && users.length + roles.length > 0);
    return {
      ...(isAsked && { owner: ownerQuestion(others) }),
      ...(isToBeMade && {
        name: {
          kind: 'text',
          message: t('Username for the administrator? Your first name is fine.'),
          initial,
          validate: (name) =>
            rootsName(name) ??
            limitedName(name, limited) ??
            administratorsName(name, users) ??
            problemWithName(name, 64),
        } satisfies Question<'text'>,
      }),
    };
  },

  plan(seen, { owner, name = seen.unknown ? NAME_TO_COME : DEFAULT_USER }, account) {
    const { unknown, isToBeMade, users, roles, named, group } = seen;
    // The look may have been for another answer than the one that is chosen now.
    if (isOneOf({ users, roles: namesOf(roles) }, owner)) return [];
    if (unknown && owner !== NONE) return [sayWhoYouAre(unknown)];
    if (!unknown && !isToBeMade) return [];
    const [present] = group.groups;
    const groupName = present ?? group.named?.name ?? group.wanted;
    // The step admin-group makes one only if there is no administrator at all.
    const isMissing = present === undefined && users.length + roles.length > 0;
    const groupCalls = isMissing ? makeGroup(group, groupName, account) : [];
    // The look may have been for another name than the one that is being typed.
    if (named && isNamed(name)(named)) return [...groupCalls, adopt(named, groupName)];
    const summary = t('Add {name} to the group {group}', { name, group: groupName });
    // A new user needs no undo of its own here: deleting the user removes the membership too.
    return [...groupCalls, createPerson(name), join(summary, name, groupName)];
  },
});

/** The owner is asked for it only once there is no administrator of theirs. */
const NAME_TO_COME = placeholder('admin-user.name');

const administratorsName = (name: string, users: string[]): Text | undefined =>
  isAmong(name, users)
    ? t('{name} is already an administrator. Choose another name.', { name })
    : undefined;

const join = (summary: Text, UserName: string, GroupName: string): ApiCall => ({
  kind: 'call',
  summary,
  sentAs: madeAs(UserName),
  service: 'iam',
  operation: 'AddUserToGroup',
  input: { UserName, GroupName },
});

/**
 * Always the owner's question, also if it carries our tag: whoever put a user of this name there would be given all
 * rights with the keys, the password or the device that they have.
 */
function adopt(
  { name, credentials }: { name: string; credentials: UserCredentials },
  group: string,
): ApiCall {
  const summary = t('Make the existing user {name} an administrator: add to the group {group}', {
    name,
    group,
  });
  return {
    ...join(summary, name, group),
    danger: true,
    diff: credentialRows(credentials),
    undo: t('IAM console > User groups > {group} > Users > {name} > Remove', { group, name }),
  };
}

/** The most that fits a line. */
const SAID = 3;

function onPaperAlone({
  name,
  because,
  quarantined,
}: {
  name: string;
  because: string[];
  quarantined: boolean;
}): Text {
  if (quarantined)
    return t('{name} no longer counts: AWS has put this user under quarantine', { name });
  return t('{name}, but limited by: {because}', {
    name,
    because: because.slice(0, SAID).join(', '),
  });
}
