import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { administrators, identities } from './iam/administrators.ts';
import { DEFAULT_GROUP, isNamed, limitedName, nameBeside, problemWithName } from './iam/names.ts';
import { managedPolicy } from './shared/arns-and-tags.ts';

export default step({
  id: 'admin-group',
  title: t('Administrator group'),
  why: t('Rights that hang on a group are seen at a glance and taken away in one place.'),
  cost: 'free',

  async observe(look) {
    const all = await identities(look);
    const { users, roles } = administrators(all);
    const groups = all.groups.filter((group) => group.administrator === 'yes');
    const limited = all.groups.filter((group) => group.limited);
    const initial = nameBeside(DEFAULT_GROUP, limited);
    const wanted = String(look.known('admin-group.name') ?? initial);
    const named = all.groups.find(isNamed(wanted));
    return {
      groups: groups.map(({ name }) => name),
      users: users.map(({ name }) => name),
      roles: roles.map(({ name }) => name),
      named: named && !named.limited ? { name: named.name, members: named.members } : null,
      limited: limited.map(({ name }) => name),
      initial,
    };
  },

  status({ groups, users, roles }) {
    if (groups.length > 0) return t('{names}', { names: groups.join(', ') });
    const [other] = [...users, ...roles];
    return other ? t('none, and none needed: {other} is an administrator', { other }) : t('none');
  },

  questions: ({ groups, users, roles, limited, initial }) =>
    groups.length + users.length + roles.length > 0
      ? {}
      : {
          name: {
            kind: 'text',
            message: t('Name of the group?'),
            initial,
            validate: (name) => limitedName(name, limited) ?? problemWithName(name, 128),
          } satisfies Question<'text'>,
        },

  plan({ groups, users, roles, named }, { name = DEFAULT_GROUP }, account) {
    if (groups.length + users.length + roles.length > 0) return [];
    const GroupName = named?.name ?? name;
    const create: ApiCall = {
      kind: 'call',
      summary: t('Create the group {name}', { name: GroupName }),
      undo: t('IAM console, User groups, {name}, Delete', { name: GroupName }),
      service: 'iam',
      operation: 'CreateGroup',
      input: { GroupName },
    };
    const members = named?.members ?? [];
    const attach: ApiCall = {
      kind: 'call',
      summary: attachSummary(GroupName, members),
      ...(members.length > 0 && { danger: true }),
      // A new group needs no undo of its own here: deleting the group removes its rights too.
      ...(named && {
        undo: t('IAM console, User groups, {name}, Permissions, AdministratorAccess, Remove', {
          name: GroupName,
        }),
      }),
      service: 'iam',
      operation: 'AttachGroupPolicy',
      input: { GroupName, PolicyArn: managedPolicy(account, 'AdministratorAccess') },
    };
    return named ? [attach] : [create, attach];
  },
});

function attachSummary(name: string, members: string[]): Text {
  return members.length === 0
    ? t('Give the group {name} all rights (AdministratorAccess)', { name })
    : t('Give the group {name}, and so its members {members}, all rights (AdministratorAccess)', {
        name,
        members: members.join(', '),
      });
}
