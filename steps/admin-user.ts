import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { administrators, identities } from './iam/administrators.ts';
import { DEFAULT_GROUP, DEFAULT_USER, isNamed, problemWithName } from './iam/names.ts';
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
    const wanted = look.known('admin-user.name') ?? DEFAULT_USER;
    return {
      users: users.map(({ name }) => name),
      roles,
      limited: all.users
        .filter(({ rights, bounded }) => rights === 'limited' || bounded)
        .map(({ name }) => name.toLowerCase()),
      named: all.users.find(isNamed(String(wanted))) ?? null,
      group:
        all.groups.find(({ rights }) => rights === 'full')?.name ??
        String(look.known('admin-group.name') ?? DEFAULT_GROUP),
    };
  },

  status({ users, roles }) {
    const identityCenterRole = roles.find(({ identityCenter }) => identityCenter);
    if (users.length > 0) return t('{names}', { names: users.join(', ') });
    if (identityCenterRole)
      return t('by IAM Identity Center: {role}', { role: identityCenterRole.name });
    const [role] = roles;
    if (role) return t('by the role {role}', { role: role.name });
    return t('none: everything is done as root');
  },

  questions: ({ users, roles, limited }) =>
    users.length + roles.length > 0
      ? {}
      : {
          name: {
            kind: 'text',
            message: t('What should the administrator be called? Your first name will do.'),
            initial: DEFAULT_USER,
            validate: (name) =>
              limited.includes(name.toLowerCase())
                ? t('A condition or a permissions boundary limits {name}: another name, please.', {
                    name,
                  })
                : problemWithName(name, 64),
          } satisfies Question<'text'>,
        },

  plan({ users, roles, named, group }, { name = DEFAULT_USER }) {
    if (users.length + roles.length > 0) return [];
    const UserName = named?.name ?? name;
    const create: ApiCall = {
      kind: 'call',
      summary: t('Create the user {name}, without a password for now', { name: UserName }),
      undo: t('IAM console, Users, {name}, Delete', { name: UserName }),
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName, Tags: [ROOTLOCK_TAG] },
    };
    const join: ApiCall = {
      kind: 'call',
      summary:
        named && !named.ours
          ? t('Make {name}, who is here already, an administrator: add to the group {group}', {
              name: UserName,
              group,
            })
          : t('Add {name} to the group {group}', { name: UserName, group }),
      ...(named && !named.ours && { danger: true }),
      // A new user needs no undo of its own here: deleting the user removes the membership too.
      ...(named && {
        undo: t('IAM console, User groups, {group}, Users, {name}, Remove', {
          group,
          name: UserName,
        }),
      }),
      service: 'iam',
      operation: 'AddUserToGroup',
      input: { UserName, GroupName: group },
    };
    return named ? [join] : [create, join];
  },
});
