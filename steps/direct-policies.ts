import { type Change, type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { problemWithName } from './iam/names.ts';
import { giveByGroup, takeFromUser } from './people/direct-policy-changes.ts';
import {
  type DirectRights,
  type DirectUser,
  fits,
  groupNamed,
  notByGroup,
  proposedGroup,
  readDirectRights,
} from './people/direct-rights.ts';

/** IAM quotas. */
const GROUPS_OF_USER_MAX = 10;
const POLICIES_OF_GROUP_MAX = 10;

export default step({
  id: 'direct-policies',
  title: t('Rights by groups'),
  why: t(
    'Who may do what is told by the groups, if nobody has rights of their own: nothing is forgotten when somebody changes jobs.',
  ),
  cost: 'free',
  level: 'recommended',
  notFor: ['project'],
  controls: ['rights-by-groups'],

  observe: readDirectRights,

  evidence: ({ users }) => ({
    users: users.map(({ name, policies }) => ({
      name,
      policies: policies.map(({ name: policy, arn }) => arn ?? policy),
    })),
  }),

  status: ({ users }) =>
    users.length === 0
      ? t('nobody has policies of their own')
      : t('policies of their own: {names}', { names: users.map(({ name }) => name).join(', ') }),

  mayAsk: { 'group.*': 'text' },

  questions(seen): Record<`group.${string}`, Question<'text'>> {
    const user = nextUser(seen);
    return user && notByGroup(user, seen.groups).length > 0
      ? { [groupOf(user)]: groupQuestion(user, seen) }
      : {};
  },

  /** One user at a time. */
  plan(seen, answers, account): Change[] {
    const next = nextUser(seen);
    return seen.users.flatMap((user): Change[] => {
      const chosen = answers[groupOf(user)] ?? proposedGroup(user, seen.groups);
      const missing = notByGroup(user, seen.groups);
      const changes = [
        ...(missing.length > 0
          ? giveByGroup(user, missing, chosen, groupNamed(chosen, seen.groups))
          : []),
        ...user.policies.map((policy) => takeFromUser(account, user, policy)),
      ];
      return user === next ? changes : changes.map((change) => ({ ...change, gated: true }));
    });
  },
});

/** The key holds the user's name: what is answered about one holds for nobody else. */
const groupOf = ({ name }: DirectUser) => `group.${name}` as const;

/** Whoever has everything by groups already comes first: there is nothing to ask. */
function nextUser({ users, groups }: DirectRights): DirectUser | undefined {
  return users.find((user) => notByGroup(user, groups).length === 0) ?? users[0];
}

const groupQuestion = (user: DirectUser, { groups }: DirectRights): Question<'text'> => ({
  kind: 'text',
  message: t('Which group should give {user} these policies instead: {policies}?', {
    user: user.name,
    policies: notByGroup(user, groups)
      .map(({ name }) => name)
      .join(', '),
  }),
  initial: proposedGroup(user, groups),
  notPersisted: true,
  validate(typed) {
    const problem = problemWithName(typed, 128);
    if (problem) return problem;
    const group = groupNamed(typed, groups);
    if (!group) {
      return user.groups.length < GROUPS_OF_USER_MAX ? undefined : tooManyGroups(user);
    }
    if (!fits(group, user)) {
      return user.isPerson
        ? t('{group} has users of programs in it. Choose another group for {user}.', {
            group: group.name,
            user: user.name,
          })
        : t('{group} has people in it, who may have to use MFA. Choose another group for {user}.', {
            group: group.name,
            user: user.name,
          });
    }
    if (!user.groups.includes(group.name) && user.groups.length >= GROUPS_OF_USER_MAX) {
      return tooManyGroups(user);
    }
    const added = notByGroup(user, groups).filter(
      ({ arn, key }) => arn && !group.policies.some((one) => one.key === key),
    );
    const attached = group.policies.filter(({ arn }) => arn).length;
    return attached + added.length > POLICIES_OF_GROUP_MAX
      ? t('{group} would have more than 10 policies. Choose another group.', { group: group.name })
      : undefined;
  },
});

const tooManyGroups = ({ name, groups }: DirectUser) =>
  t('{user} is in 10 groups already. Choose one of these: {groups}', {
    user: name,
    groups: groups.join(', '),
  });
