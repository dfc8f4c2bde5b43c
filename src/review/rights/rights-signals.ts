import { DAY_MS } from '../../../steps/shared/days.ts';
import { wordsAbout } from '../../text/command-words.ts';
import { type Text, t } from '../../text/text.ts';
import { knownIn } from '../known.ts';
import type { Signal, Unseen } from '../page.ts';
import { isKnownAction, nearestAction } from './action-names.ts';
import { usedOnes } from './last-used.ts';
import type { Seen } from './observe.ts';
import type { Outcome } from './simulate.ts';
import { everythingOf, mayDoEverything, type Subject } from './subjects.ts';
import { answersOf, withoutMfaCell } from './verdict-words.ts';

/** Nobody who is new has used much. Milliseconds. */
const NEW_FOR = 90 * DAY_MS;
const FEW = 3;

export function rightsSignals({ asked, subjects, used, now, actions }: Seen): Signal[] {
  if (asked) {
    return asked.outcomes.flatMap((one) =>
      isKnownAction(one.action, actions)
        ? outcomeSignals(asked.question.subject, one)
        : [noSuchAction(one, actions)],
    );
  }
  const all = knownIn(subjects) ?? [];
  const users = all.filter((one) => one.kind === 'user' && mayDoEverything(one)).length;
  return all.filter(mayDoEverything).flatMap((one): Signal[] => {
    const report = used.get(one.arn);
    if (!report || 'unknown' in report || now - (one.created ?? now) < NEW_FOR) return [];
    const n = usedOnes(report.is).length;
    if (n > FEW) return [];
    const fact = fewUsed(one, { who: one.key, n, all: report.is.length });
    const isMended = users > 1 && isByGroups(one);
    return [
      {
        id: 'everything-and-few-services',
        grade: 'watch',
        text: isMended ? fact : t('{fact}: {advice}', { fact, advice: adviceFor(one) }),
        row: one.key,
        controls: ['no-full-rights', 'access-review'],
        ...(isMended && { mend: wordsAbout('person', one.name) }),
      },
    ];
  });
}

const fewUsed = (one: Subject, counted: { who: string; n: number; all: number }): Text =>
  everythingOf(one) === 'yes'
    ? t('{who} may do everything, and used {n} of {all} services in 400 days', counted)
    : t(
        '{who} may do all that no policy denies, and used {n} of {all} services in 400 days',
        counted,
      );

/** Whoever has it by a group alone, loses it with another group. */
const isByGroups = ({ kind, policies = [], ...rest }: Subject): boolean =>
  kind === 'user' &&
  !mayDoEverything({
    ...rest,
    kind,
    policies: policies.filter(({ holder }) => holder.kind === 'user'),
  });

/** What to do where no command helps. Only a user who has all by groups gets other groups by one. */
function adviceFor(one: Subject): Text {
  if (one.kind === 'group') return t('whoever needs less gets another group');
  if (!isByGroups(one)) return t('narrow that in the IAM console');
  return t('no other user may, so leave it');
}

function noSuchAction({ key: row, action }: Outcome, actions: string[]): Signal {
  const meant = nearestAction(action, actions);
  return {
    id: 'no-such-action',
    grade: 'watch',
    text: meant
      ? t('No action {action} is known. Did you mean {meant}?', { action, meant })
      : t('No action {action} is known.', { action }),
    row,
    controls: ['access-review'],
  };
}

function outcomeSignals({ key: who }: Subject, outcome: Outcome): Signal[] {
  const { key: row, action } = outcome;
  const answers = answersOf(outcome);
  const open = [...new Set(answers.flatMap((answer) => answer.open))];
  const without = withoutMfaCell(outcome);
  const differs = outcome.by.session !== undefined && 'grade' in without && without.grade === 'do';
  const keyMay =
    outcome.by.key && 'is' in outcome.by.key && outcome.by.key.is.decision === 'allowed';
  return [
    ...(differs && keyMay
      ? [
          {
            id: 'key-passes-without-mfa',
            grade: 'do' as const,
            text: t(
              '{who} may do {action} by an access key, though a session without MFA is stopped: in the policy, BoolIfExists in place of Bool stops both',
              { who, action },
            ),
            row,
            controls: ['everyones-mfa' as const],
          },
        ]
      : []),
    ...(answers.some(({ organization }) => organization === false)
      ? [
          {
            id: 'denied-by-organization',
            grade: 'watch' as const,
            text: t('A policy of the organization (SCP) denies {action} to {who}', { who, action }),
            row,
            controls: ['access-review' as const],
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            id: 'depends-on-unknown',
            grade: 'watch' as const,
            text: t('Whether {who} may do {action} depends on what nobody knows: {keys}', {
              who,
              action,
              keys: open.join(', '),
            }),
            row,
            controls: ['access-review' as const],
          },
        ]
      : []),
  ];
}

export function rightsUnseen({ subjects, asked, serviceRoles }: Seen): Unseen[] {
  return [
    ...('unknown' in subjects
      ? [{ what: t('the list of the account'), why: subjects.unknown }]
      : []),
    { what: t('the root user'), why: t('AWS does not simulate it') },
    {
      what: t('policies of resources and of sessions, and who may take on a role'),
      why: t("AWS's simulator is not given them"),
    },
    ...(serviceRoles > 0
      ? [
          {
            what: t("{n} roles of AWS's own services", { n: serviceRoles }),
            why: t('nobody changes what they may do'),
          },
        ]
      : []),
    ...(asked
      ? []
      : [
          {
            what: t('services last used'),
            why: t('400 days back, up to four hours late, denied attempts count too'),
          },
        ]),
  ];
}
