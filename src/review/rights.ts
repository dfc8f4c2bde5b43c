import { t } from '../text/text.ts';
import { page } from './page.ts';
import { observeRights, type Seen } from './rights/observe.ts';
import { problemWithPolicy } from './rights/policy-input.ts';
import { problemWithActions, problemWithAddress, problemWithResources } from './rights/question.ts';
import { rightsDetail } from './rights/rights-detail.ts';
import { rightsSignals, rightsUnseen } from './rights/rights-signals.ts';
import { rightsTable } from './rights/rights-table.ts';
import { WITHOUT_BOUNDARY, WITHOUT_SCP } from './rights/what-if.ts';

const MFA = new Map([
  ['yes', t('with MFA')],
  ['no', t('without MFA')],
  ['both', t('both, with and without')],
]);

/** May who do what on which? AWS's own policy simulator answers. */
export const rights = page<Seen>({
  id: 'rights',
  title: t('Rights'),
  controls: ['no-full-rights', 'everyones-mfa', 'access-review'],
  settings: [
    {
      id: 'who',
      title: t('Who'),
      hint: t('nobody yet: all are listed'),
      choices: (seen) => subjectsOf(seen).map(({ key }) => key),
    },
    {
      id: 'actions',
      title: t('Actions'),
      hint: t('those that give or take power'),
      choices: (seen) => seen?.actions ?? [],
      problemWith: problemWithActions,
    },
    {
      id: 'resources',
      title: t('Resources'),
      hint: t('all resources: *'),
      choices: (seen) => ['*', ...subjectsOf(seen).map(({ arn }) => arn)],
      problemWith: problemWithResources,
    },
    {
      id: 'mfa',
      title: t('With MFA'),
      hint: t('both, with and without'),
      choices: () => ['yes', 'no', 'both'],
      means: (value) => MFA.get(value),
      problemWith: (value) =>
        ['yes', 'no', 'both'].includes(value) ? undefined : t('Choose yes, no or both.'),
    },
    {
      id: 'from',
      title: t('From the address'),
      hint: t('no address'),
      problemWith: problemWithAddress,
    },
    {
      id: 'attach',
      title: t('What if attached'),
      hint: t('a policy by name, by ARN, or as JSON'),
      choices: (seen) => seen?.policies ?? [],
      problemWith: problemWithPolicy,
    },
    {
      id: 'boundary',
      title: t('What if the boundary were'),
      hint: t('a policy by name, by ARN, or as JSON'),
      choices: (seen) => seen?.policies ?? [],
      problemWith: problemWithPolicy,
    },
    {
      id: 'without',
      title: t('What if taken away'),
      hint: t('names of policies, boundary, scp'),
      choices: (seen) => [
        ...new Set([
          ...(seen?.asked?.question.subject.policies ?? []).map(({ name }) => name),
          WITHOUT_BOUNDARY,
          WITHOUT_SCP,
        ]),
      ],
    },
  ],
  observe: observeRights,
  table: rightsTable,
  detail: rightsDetail,
  signals: rightsSignals,
  unseen: rightsUnseen,
});

const subjectsOf = (seen: Seen | undefined) =>
  seen && 'is' in seen.subjects ? seen.subjects.is : [];
