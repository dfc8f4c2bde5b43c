import { type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { administratorGroups, makeGroup } from './iam/administrator-group.ts';
import { administrators, identities } from './iam/administrators.ts';
import { DEFAULT_GROUP, limitedName, problemWithName } from './iam/names.ts';

export default step({
  id: 'admin-group',
  title: t('Administrator group'),
  why: t('Permissions on a group are easy to see, and to remove in one place.'),
  cost: 'free',
  notFor: ['project'],
  controls: [],

  async observe(look) {
    const all = await identities(look);
    const { users, roles } = administrators(all);
    return {
      ...administratorGroups(look, all),
      users: users.map(({ name }) => name),
      roles: roles.map(({ name }) => name),
    };
  },

  evidence: ({ groups, users, roles }) => ({ groups, users, roles }),

  status({ groups, users, roles }) {
    if (groups.length > 0) return t('{names}', { names: groups.join(', ') });
    const [other] = [...users, ...roles];
    return other
      ? t('none, and not needed: {other} is already an administrator', { other })
      : t('none');
  },

  mayAsk: { name: 'text' },

  questions: ({ groups, users, roles, limited, initial }) =>
    groups.length + users.length + roles.length > 0
      ? {}
      : {
          name: {
            kind: 'text',
            message: t('Name of the user group?'),
            initial,
            validate: (name) => limitedName(name, limited) ?? problemWithName(name, 128),
          } satisfies Question<'text'>,
        },

  plan(seen, { name = DEFAULT_GROUP }, account) {
    const { groups, users, roles } = seen;
    return groups.length + users.length + roles.length > 0 ? [] : makeGroup(seen, name, account);
  },
});
