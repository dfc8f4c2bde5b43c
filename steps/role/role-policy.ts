import {
  type ApiCall,
  type Change,
  type Look,
  type Question,
  step,
} from '../../src/engine/step.ts';
import { isPlaceholder, placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { type AwsPolicy, awsPolicies, policyFor, policyQuestion } from '../person/aws-policies.ts';
import { policyTexts } from '../person/policy-texts.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import { type Ec2Role, findRole } from './find-role.ts';
import { givesPower } from './policy-power.ts';
import { WORK } from './work.ts';

/** The answer that leads to the question for one of AWS's policies. */
const ANY_POLICY = 'policy';

export const rolePolicy = (wanted: string) =>
  step({
    id: 'role-policy',
    title: t('What the role may do'),
    why: t('Whoever gets into the instance may do the same: give it what its program needs.'),
    cost: 'free',
    needs: ['role-made'],
    controls: [],

    async observe(look) {
      const role = await findRole(look, wanted);
      const isAsked = role.policies.length === 0;
      const work = look.known('role-policy.work');
      const policies = isAsked && work === ANY_POLICY ? await awsPolicies(look) : [];
      const chosen = isAsked ? chosenPolicy(look, work, policies) : undefined;
      const texts = chosen ? await policyTexts(look, [chosen.arn]) : {};
      return { role, work, policies, texts };
    },

    evidence: ({ role }) => ({ policies: role.policies, powerful: role.givesPower }),

    status({ role }) {
      if (role.policies.length === 0) return t('none yet');
      const policies = role.policies.join(', ');
      return role.givesPower
        ? t('{policies}: all rights, or a way to them', { policies })
        : t('{policies}', { policies });
    },

    handover: ({ role }) =>
      role.givesPower
        ? [
            [
              t('Careful'),
              t(
                'Whoever gets into an instance with this role has all rights of the account, or a way to them: {policies}',
                { policies: role.policies.join(', ') },
              ),
            ],
          ]
        : [],

    mayAsk: { work: 'select', policy: 'text' },

    questions({ role, work, policies }) {
      const isAsked = role.policies.length === 0;
      return {
        ...(isAsked && { work: workQuestion(role.name) }),
        ...(isAsked && work === ANY_POLICY && { policy: policyQuestion(policies) }),
      };
    },

    plan({ role, policies, texts }, { work, policy: typed }, account): Change[] {
      if (role.policies.length > 0) return [];
      const found = work === ANY_POLICY ? policyFor(typed ?? '', policies) : undefined;
      const policy = found?.name ?? WORK[work ?? '']?.policy ?? placeholder('role-policy.policy');
      const PolicyArn = found?.arn ?? managedPolicy(account, policy);
      const text = texts[PolicyArn];
      // A policy that is not chosen yet is no danger, and cannot be sent.
      const isPowerful = !isPlaceholder(policy) && givesPower(policy, text, role.name, account);
      return [attach(role, { policy, PolicyArn, text }, isPowerful)];
    },
  });

function chosenPolicy(look: Look, work: unknown, all: AwsPolicy[]): AwsPolicy | undefined {
  if (work === ANY_POLICY) {
    return policyFor(String(look.known('role-policy.policy') ?? ''), all);
  }
  const name = WORK[String(work ?? '')]?.policy;
  return name === undefined ? undefined : { name, arn: managedPolicy(look.account, name) };
}

const workQuestion = (name: string): Question<'select'> => ({
  kind: 'select',
  message: t('What does the program on the instance do as {name}?', { name }),
  example: 'files',
  leadsOn: (answer) => answer === ANY_POLICY,
  choices: [
    ...Object.entries(WORK).map(([value, { label }]) => ({ value, label })),
    { value: ANY_POLICY, label: t("what another of AWS's policies allows") },
  ],
});

interface Given {
  policy: string;
  PolicyArn: string;
  text: string | undefined;
}

/** What instances have the role gets the rights at once, so that the owner must see it coming. */
function attach(
  { name, profiles }: Ec2Role,
  { policy, PolicyArn, text }: Given,
  isPowerful: boolean,
): ApiCall {
  const isInUse = profiles.length > 0;
  const power: [Text, Text, Text] = [
    t('whoever gets into the instance'),
    t('no rights'),
    t('all rights, or a way to them'),
  ];
  return {
    kind: 'call',
    summary: isInUse
      ? t('Give the role {name}, which the profile {profiles} hands to instances, {policy}', {
          name,
          profiles: profiles.map((profile) => profile.name).join(', '),
          policy,
        })
      : t('Give the role {name} {policy}', { name, policy }),
    ...(text !== undefined && { policyText: text }),
    ...(isPowerful && { diff: [power] }),
    ...((isPowerful || isInUse) && { danger: true as const }),
    undo: t('IAM console > Roles > {name} > Permissions > {policy} > Remove', { name, policy }),
    service: 'iam',
    operation: 'AttachRolePolicy',
    input: { RoleName: name, PolicyArn },
  };
}
