import { type Text, t } from '../../text/text.ts';
import { attempt, knownIn } from '../known.ts';
import type { Cell, Detail, PageLook, Section, Table } from '../page.ts';
import type { Deciding } from './deciding.ts';
import { servicesUsed, type UsedService } from './last-used.ts';
import type { Seen } from './observe.ts';
import type { Question } from './question.ts';
import { policiesCell } from './rights-table.ts';
import type { Answer, Outcome } from './simulate.ts';
import { toldOf } from './simulator-input.ts';
import { cutOut } from './statement-text.ts';
import type { Subject } from './subjects.ts';
import { answersOf, decidesCell, sourceText, verdictCell, withMfaCell } from './verdict-words.ts';

/** Of an action that was asked about, or of somebody. `undefined` if the key is neither's. */
export async function rightsDetail(
  { asked, subjects, used }: Seen,
  key: string,
  look: PageLook,
): Promise<Detail | undefined> {
  const outcome = asked?.outcomes.find((one) => one.key === key);
  if (asked && outcome) return outcomeDetail(asked.question, outcome, look);
  const all = knownIn(subjects) ?? [];
  const subject = all.find((one) => one.key === key) ?? all.find(({ arn }) => arn === key);
  return subject && subjectDetail(subject, used, look);
}

function outcomeDetail(question: Question, outcome: Outcome, look: PageLook): Detail {
  const { subject, ways, attach, boundary, without } = question;
  const answers = answersOf(outcome);
  const supposed: [Text, Cell][] = [
    ...(attach ? [nameFact(t('supposed: attached'), [attach.name])] : []),
    ...(boundary ? [nameFact(t('supposed: boundary'), [boundary.name])] : []),
    ...(without.length > 0 ? [nameFact(t('supposed: taken away'), without)] : []),
  ];
  return {
    title: t('{who}: {action}', { who: subject.key, action: outcome.action }),
    sections: [
      {
        facts: [
          nameFact(t('resource'), [outcome.resource]),
          ...(ways.includes('mfa') || subject.kind === 'role'
            ? [[t('with MFA'), withMfaCell(outcome, question)] satisfies [Text, Cell]]
            : []),
          ...(ways.includes('session')
            ? [[t('session without MFA'), verdictCell(outcome.by.session)] satisfies [Text, Cell]]
            : []),
          ...(ways.includes('key')
            ? [[keyLabel(subject), verdictCell(outcome.by.key)] satisfies [Text, Cell]]
            : []),
          [t('what decides'), decidesCell(outcome, question)],
          [t('permissions boundary'), limitCell(answers, ({ boundary }) => boundary)],
          [t('organization (SCP)'), limitCell(answers, ({ organization }) => organization)],
          ...supposed,
        ],
      },
      ...decidingSections(answers, subject),
      {
        title: t('What AWS was told'),
        facts: toldOf(look, question, ways[0] ?? 'key').map(([key, , value]) =>
          nameFact(t('{name}', { name: key }), [value]),
        ),
      },
      { title: t('What AWS was not told, and a policy asks for'), lines: untoldLines(answers) },
    ],
  };
}

const keyLabel = ({ kind }: Subject): Text =>
  kind === 'role' ? t('session of the role') : t('access key');

const nameFact = (label: Text, names: string[]): [Text, Cell] => [
  label,
  { text: t('{name}', { name: names.join(', ') }), value: names.join(', ') },
];

/** AWS says nothing of a limit that is not there. */
function limitCell(answers: Answer[], of: (answer: Answer) => boolean | undefined): Cell {
  const said = answers.map(of).filter((one) => one !== undefined);
  if (answers.length === 0) return { unknown: t('AWS did not answer.') };
  if (said.length === 0) return { text: t('none, as far as AWS says'), value: null };
  const allows = !said.includes(false);
  return { text: allows ? t('allows it') : t('does not allow it'), value: allows };
}

function untoldLines(answers: Answer[]): Text[] {
  const keys = [...new Set(answers.flatMap(({ missing }) => missing))];
  const open = new Set(answers.flatMap((answer) => answer.open));
  if (keys.length === 0) return [t('nothing')];
  return keys.map((key) =>
    open.has(key)
      ? t('{key}: the answer depends on it', { key })
      : t('{key}: it changes nothing', { key }),
  );
}

/** Each deciding statement once, in its policy. */
function decidingSections(answers: Answer[], subject: Subject): Section[] {
  const all = new Map<string, Deciding>();
  for (const { matched } of answers) {
    for (const one of matched)
      all.set(JSON.stringify([one.id, one.statement, one.policy?.holder]), one);
  }
  return [...all.values()].map((one): Section => {
    const { policy, statement } = one;
    const title = sourceText(one, subject);
    if (policy?.text === undefined) {
      return { title, lines: [t('The text of this policy is not known.')] };
    }
    return {
      title:
        statement === undefined
          ? t('{policy} (which statement of it, is not known)', { policy: title })
          : t('{policy}, statement {n}', { policy: title, n: statement + 1 }),
      ...cutOut(policy.text, statement),
    };
  });
}

async function subjectDetail(
  subject: Subject,
  known: Seen['used'],
  look: PageLook,
): Promise<Detail> {
  const [keys, used] = await Promise.all([
    attempt(look.read('iam', 'GetContextKeysForPrincipalPolicy', { PolicySourceArn: subject.arn })),
    known.get(subject.arn) ?? servicesUsed(look, subject.arn),
  ]);
  const names = 'is' in keys ? (keys.is.ContextKeyNames ?? []) : [];
  return {
    title: t('{who}', { who: subject.key }),
    sections: [
      {
        facts: [
          nameFact(t('ARN'), [subject.arn]),
          ...(subject.groups.length > 0 ? [nameFact(t('groups'), subject.groups)] : []),
          [t('policies'), policiesCell(subject)],
          [
            t('permissions boundary'),
            subject.boundary
              ? { text: t('{name}', { name: subject.boundary.name }), value: subject.boundary.name }
              : { text: t('none'), value: null },
          ],
          [
            t('its policies ask for'),
            'unknown' in keys
              ? keys
              : {
                  text: names.length > 0 ? t('{names}', { names: names.join(', ') }) : t('nothing'),
                  value: names,
                },
          ],
        ],
      },
      'unknown' in used
        ? { title: t('Services last used'), lines: [used.unknown] }
        : { title: t('Services last used'), table: servicesTable(used.is) },
    ],
  };
}

const servicesTable = (services: UsedService[]): Table => ({
  columns: [
    { id: 'service', title: t('service'), yields: 0 },
    { id: 'last-used', title: t('last used'), yields: 0 },
    { id: 'region', title: t('region'), yields: 1 },
  ],
  rows: services.map(({ id, name, at, region }) => ({
    key: id,
    cells: {
      service: { text: t('{name}', { name }), value: id },
      'last-used':
        at === undefined
          ? { text: t('not in 400 days'), value: null, order: 0 }
          : {
              text: t('{date}', { date: new Date(at).toISOString().slice(0, 10) }),
              value: new Date(at).toISOString(),
              order: at,
            },
      region: region
        ? { text: t('{name}', { name: region }), value: region }
        : { text: t('–'), value: null },
    },
  })),
  empty: t('Their policies allow no service.'),
});
