import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { administrators, identities } from './iam/administrators.ts';
import {
  DEFAULT_GROUP,
  DEFAULT_USER,
  isNamed,
  limitedName,
  nameBeside,
  problemWithName,
} from './iam/names.ts';
import { nameToMake } from './iam/owner-administrator.ts';
import { credentialRows, credentialsOf, type UserCredentials } from './iam/user-credentials.ts';
import { ROOTLOCK_TAG } from './shared/arns-and-tags.ts';

export default step({
  id: 'admin-user',
  title: t('Administrator'),
  why: t('Nobody should do daily work as root: no permission can limit the root user.'),
  cost: 'free',
  needs: ['admin-group'],

  async observe(look) {
    const all = await identities(look);
    const { users, roles } = administrators(all);
    const limited = all.users.filter((user) => user.limited);
    const named = all.users.find(isNamed(nameToMake(look, all)));
    const isWanted = users.length + roles.length === 0 && named !== undefined;
    return {
      users: users.map(({ name }) => name),
      roles,
      onPaper: all.users
        .filter(({ onPaper }) => onPaper)
        .map(({ name, because, quarantined }) => ({ name, because, quarantined })),
      limited: limited.map(({ name }) => name),
      initial: nameBeside(DEFAULT_USER, limited),
      named: isWanted
        ? {
            name: named.name,
            groups: named.groups,
            ours: named.ours,
            credentials: await credentialsOf(look, named.name),
          }
        : null,
      group:
        all.groups.find(({ administrator }) => administrator === 'yes')?.name ??
        String(look.known('admin-group.name') ?? DEFAULT_GROUP),
    };
  },

  status({ users, roles, onPaper }) {
    const identityCenterRole = roles.find(({ identityCenter }) => identityCenter);
    if (users.length > 0) return t('{names}', { names: users.join(', ') });
    if (identityCenterRole)
      return t('by IAM Identity Center: {role}', { role: identityCenterRole.name });
    const [role] = roles;
    if (role) return t('by the role {role}', { role: role.name });
    const [paper] = onPaper;
    return paper ? onPaperAlone(paper) : t('none: everything is done as root');
  },

  questions: ({ users, roles, limited, initial }) =>
    users.length + roles.length > 0
      ? {}
      : {
          name: {
            kind: 'text',
            message: t('What should the administrator be called? Your first name will do.'),
            initial,
            validate: (name) => limitedName(name, limited) ?? problemWithName(name, 64),
          } satisfies Question<'text'>,
        },

  plan({ users, roles, named, group }, { name = DEFAULT_USER }) {
    if (users.length + roles.length > 0) return [];
    if (named) return [adopt(named, group)];
    const create: ApiCall = {
      kind: 'call',
      summary: t('Create the user {name}, without a password for now', { name }),
      undo: t('IAM console, Users, {name}, Delete', { name }),
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName: name, Tags: [ROOTLOCK_TAG] },
    };
    // A new user needs no undo of its own here: deleting the user removes the membership too.
    return [create, join(t('Add {name} to the group {group}', { name, group }), name, group)];
  },
});

const join = (summary: Text, UserName: string, GroupName: string): ApiCall => ({
  kind: 'call',
  summary,
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
  const summary = t(
    'Make {name}, who is here already, an administrator: add to the group {group}',
    { name, group },
  );
  return {
    ...join(summary, name, group),
    danger: true,
    diff: credentialRows(credentials),
    undo: t('IAM console, User groups, {group}, Users, {name}, Remove', { group, name }),
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
  if (quarantined) return t('{name} is one no more: AWS has put them under quarantine', { name });
  return t('{name} is one on paper alone. In the way: {because}', {
    name,
    because: because.slice(0, SAID).join(', '),
  });
}
