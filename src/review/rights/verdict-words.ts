import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import type { Known } from '../known.ts';
import type { Cell } from '../page.ts';
import type { Deciding } from './deciding.ts';
import type { Question } from './question.ts';
import type { Answer, Outcome } from './simulate.ts';
import type { HeldPolicy, Subject } from './subjects.ts';

/** A verdict as a value. What hangs on something unknown is neither yes nor no. */
export function verdictCell(answer: Known<Answer> | undefined): Cell {
  if (!answer) return { unknown: t('not asked') };
  if ('unknown' in answer) return answer;
  const { decision, open } = answer.is;
  if (open.length > 0) return { unknown: t('depends on {keys}', { keys: open.join(', ') }) };
  return { text: DECISIONS[decision], value: decision };
}

const DECISIONS: Record<Answer['decision'], Text> = {
  allowed: t('is allowed'),
  explicitDeny: t('denied'),
  implicitDeny: t('not allowed'),
};

/** Of a session and of an access key, which may differ: a Deny with `Bool` does not stop what says nothing of MFA. */
export function withoutMfaCell({ by: { session, key } }: Outcome): Cell {
  const [one, other] = [verdictCell(session), verdictCell(key)];
  if (!session) return other;
  if ('unknown' in one) return one;
  if ('unknown' in other) return other;
  if (one.value === other.value) return one;
  return {
    text: t('{session}, but {key} with an access key', { session: one.text, key: other.text }),
    value: { session: one.value, key: other.value },
    grade: 'do',
  };
}

export const withMfaCell = ({ by: { mfa } }: Outcome, { subject }: Question): Cell =>
  subject.kind === 'role' ? { text: t('a role has no MFA'), value: null } : verdictCell(mfa);

/** The answers of an outcome that are known. */
export const answersOf = ({ by }: Outcome): Answer[] =>
  Object.values(by).flatMap((one) => ('is' in one ? [one.is] : []));

/** What decides, each reason once. */
export function decidesCell(outcome: Outcome, question: Question): Cell {
  const answers = answersOf(outcome);
  if (answers.length === 0) return { unknown: t('AWS did not answer.') };
  const reasons = new Map<string, Text>();
  for (const answer of answers) {
    for (const reason of reasonsOf(answer, question, outcome))
      reasons.set(JSON.stringify(reason), reason);
  }
  const all = [...reasons.values()];
  return {
    text: listed(all),
    value: answers.flatMap(({ matched }) => matched.map(({ id }) => id)).filter(isFirst),
  };
}

const isFirst = (one: string, n: number, all: string[]) => all.indexOf(one) === n;

function reasonsOf(
  { decision, matched, boundary, organization }: Answer,
  { subject, boundary: supposed }: Question,
  { isGranted }: Outcome,
): Text[] {
  if (organization === false) return [t('a policy of the organization (SCP)')];
  if (boundary === false && decision === 'implicitDeny') {
    const name = (supposed ?? subject.boundary)?.name;
    if (isGranted === false) return [t('neither a policy nor the permissions boundary allows it')];
    return [name ? t('the permissions boundary {name}', { name }) : t('the permissions boundary')];
  }
  if (matched.length > 0) return matched.map((one) => sourceText(one, subject));
  if (decision === 'implicitDeny') return [t('no policy allows it')];
  return [t('AWS does not say what')];
}

/** A policy and where it comes from. */
export function sourceText({ id, policy, isBoundary }: Deciding, subject: Subject): Text {
  const name = policy?.name ?? id;
  if (isBoundary) return t('the permissions boundary {name}', { name });
  return policy?.holder
    ? policyText({ name, holder: policy.holder }, subject)
    : t('{name}', { name });
}

/** A policy's name, and the group that it comes from. */
export const policyText = (
  { name, holder }: Pick<HeldPolicy, 'name' | 'holder'>,
  subject: Subject,
): Text =>
  holder.kind === subject.kind
    ? t('{name}', { name })
    : t('{name} of the group {group}', { name, group: holder.name });
