import { type ApiCall, type Change, type Question, step } from '../../src/engine/step.ts';
import { isPlaceholder, placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { identities, type User } from '../iam/administrators.ts';
import { createGroup } from '../iam/create-group.ts';
import { isNamed } from '../iam/names.ts';
import { readRequireMfaPolicy, requireMfaArn } from '../people/require-mfa-policy.ts';
import { awsPolicies, POWERFUL, policyFor, policyQuestion } from '../person/aws-policies.ts';
import { type GroupSeen, groupsFor } from '../person/groups.ts';
import { policyTexts } from '../person/policy-texts.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import { findMachine } from './find-machine.ts';

/** The answer that leads to the question for one of AWS's policies. */
const POLICY = 'policy';

/** An existing group, as an answer. */
const groupChoice = (name: string): string => `group/${name}`;

export const keyRights = (wanted: string) =>
  step({
    id: 'key-rights',
    title: t('What the key may do'),
    why: t('A key without rights helps nobody, and one with too many helps whoever steals it.'),
    cost: 'free',
    needs: ['key-user'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const machine = await findMachine(look, wanted);
      const asksPolicy = look.known('key-rights.group') === POLICY;
      const all = asksPolicy ? awsPolicies(look) : Promise.resolve([]);
      const hasRights = machine.groups.length + machine.policies.length > 0;
      const chosen = hasRights ? '' : String(look.known('key-rights.policy') ?? '');
      const [{ groups }, policies, texts, requireMfa, { users }] = await Promise.all([
        groupsFor(look, machine.name),
        all,
        // It can be read before anybody agrees to it.
        all.then((found) => policyTexts(look, [policyFor(chosen, found)?.arn ?? []].flat())),
        readRequireMfaPolicy(look),
        identities(look),
      ]);
      // A key has no MFA: in such a group, it could do nothing.
      const mfa = requireMfa.isThere && requireMfaArn(look.account, requireMfa.name);
      return {
        name: machine.name,
        groups: machine.groups,
        policies: machine.policies,
        isPowerful: isPowerful(users.find(isNamed(machine.name))),
        choices: groups.filter(({ attached }) => !mfa || !attached.includes(mfa)),
        all: groups,
        asksPolicy,
        awsPolicies: policies,
        texts,
      };
    },

    evidence: ({ groups, policies, isPowerful }) => ({ groups, policies, powerful: isPowerful }),

    status(seen) {
      const rights = rightsOf(seen);
      return seen.isPowerful ? t('{rights}: all rights, or a way to them', { rights }) : rights;
    },

    handover: (seen) =>
      seen.isPowerful
        ? [
            [
              t('Careful'),
              t(
                'Whoever finds this key has all rights of the account, or a way to them: {rights}',
                {
                  rights: rightsOf(seen),
                },
              ),
            ],
          ]
        : [],

    mayAsk: { group: 'select', policy: 'text' },

    questions({ name, groups, policies, choices, asksPolicy, awsPolicies: all }) {
      const asks = groups.length + policies.length === 0;
      return {
        ...(asks && { group: groupQuestion(name, choices) }),
        ...(asks && asksPolicy && { policy: policyQuestion(all) }),
      };
    },

    plan(seen, { group = POLICY, policy }, account): Change[] {
      const { name, groups, policies, all } = seen;
      if (groups.length + policies.length > 0) return [];
      const existing = all.find((other) => groupChoice(other.name) === group);
      if (existing) return [join(name, existing.name, existing.givesPower)];
      const found = policyFor(policy ?? '', seen.awsPolicies);
      const policyName = found?.name ?? placeholder('key-rights.policy');
      const arn = found?.arn ?? managedPolicy(account, policyName);
      const made = all.find(isNamed(groupName(policyName)));
      const others = (made?.attached.filter((other) => other !== arn).length ?? 0) > 0;
      const isDanger = POWERFUL.test(policyName) || others || (made?.inline.length ?? 0) > 0;
      return giving({ user: name, policy: policyName, arn, made, isDanger, text: seen.texts[arn] });
    },
  });

const isPowerful = (user: Pick<User, 'administrator' | 'powerful'> | undefined): boolean =>
  user !== undefined && (user.administrator !== 'no' || user.powerful === 'yes');

const rightsOf = ({ groups, policies }: { groups: string[]; policies: string[] }): Text =>
  groups.length > 0
    ? t('in {groups}', { groups: groups.join(', ') })
    : policies.length > 0
      ? t('{policies}, without a group', { policies: policies.join(', ') })
      : t('none yet');

/** Of its own, so that what people get later does not reach programs. */
const groupName = (policy: string): string =>
  isPlaceholder(policy) ? policy : `program-${policy}`;

interface Given {
  user: string;
  policy: string;
  arn: string;
  made: GroupSeen | undefined;
  isDanger: boolean;
  /** What the policy says. */
  text: string | undefined;
}

/** First the group and what it gives, then the user: a crash leaves a group that nobody is in. */
function giving({ user, policy, arn: PolicyArn, made, isDanger, text }: Given): ApiCall[] {
  const GroupName = made?.name ?? groupName(policy);
  const attach: ApiCall = {
    kind: 'call',
    summary: t('Give the group {name} {policy}', { name: GroupName, policy }),
    ...((isDanger || (made?.members.length ?? 0) > 0) && { danger: true as const }),
    ...(text !== undefined && { policyText: text }),
    service: 'iam',
    operation: 'AttachGroupPolicy',
    input: { GroupName, PolicyArn },
  };
  return [
    ...(made ? [] : [createGroup(GroupName)]),
    ...(made?.attached.includes(PolicyArn) ? [] : [attach]),
    join(user, GroupName, isDanger),
  ];
}

const join = (name: string, group: string, isDanger: boolean): ApiCall => ({
  kind: 'call',
  summary: t('Add {name} to the group {group}', { name, group }),
  ...(isDanger && { danger: true as const }),
  undo: t('IAM console > User groups > {group} > Users > {name} > Remove', { group, name }),
  service: 'iam',
  operation: 'AddUserToGroup',
  input: { GroupName: group, UserName: name },
});

const groupQuestion = (name: string, groups: GroupSeen[]): Question<'select'> => ({
  kind: 'select',
  message: t('What may {name} do?', { name }),
  initial: POLICY,
  leadsOn: (answer) => answer === POLICY,
  choices: [
    { value: POLICY, label: t("what one of AWS's policies allows") },
    ...groups.map((group) => ({
      value: groupChoice(group.name),
      label: t('as in the group {name}', { name: group.name }),
    })),
  ],
});
