import { type ApiCall, step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { isQuarantine } from '../iam/quarantine.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';

interface Policy {
  arn: string;
  name: string;
}

interface Seen extends Leaver {
  groups: string[];
  /** Policies that are attached to the user. AWS's quarantine takes rights away, so it stays until the user goes. */
  policies: Policy[];
}

export const leaveGroups = (wanted: string) =>
  step({
    id: 'leave-groups',
    title: t('Groups and policies'),
    why: t('Whoever may do nothing harms nothing, should a way in ever open again.'),
    cost: 'free',
    needs: ['leave-mfa'],
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail, ...leaver } = await findLeaver(look, wanted);
      const attached = detail?.AttachedManagedPolicies ?? [];
      return {
        ...leaver,
        groups: detail?.GroupList ?? [],
        policies: attached
          .map(({ PolicyArn: arn = '', PolicyName: name = '' }) => ({ arn, name }))
          .filter(({ name }) => !isQuarantine(name)),
      };
    },

    evidence: ({ groups, policies }) => ({ groups, policies: policies.map(({ arn }) => arn) }),

    status({ groups, policies }) {
      const names = [...groups, ...policies.map(({ name }) => name)];
      return names.length === 0 ? t('none') : t('{names}', { names: names.join(', ') });
    },

    plan: ({ name, groups, policies }) => [
      ...groups.map((group) => leaveGroup(name, group)),
      ...policies.map((policy) => detach(name, policy)),
    ],
  });

const leaveGroup = (name: string, group: string): ApiCall => ({
  kind: 'call',
  summary: t('Take {name} out of the group {group}', { name, group }),
  undo: t('IAM console > User groups > {group} > Add users', { group }),
  service: 'iam',
  operation: 'RemoveUserFromGroup',
  input: { UserName: name, GroupName: group },
});

const detach = (name: string, { arn, name: policy }: Policy): ApiCall => ({
  kind: 'call',
  summary: t('Detach the policy {policy} from {name}', { policy, name }),
  undo: t('IAM console > Users > {name} > Add permissions', { name }),
  service: 'iam',
  operation: 'DetachUserPolicy',
  input: { UserName: name, PolicyArn: arn },
});
