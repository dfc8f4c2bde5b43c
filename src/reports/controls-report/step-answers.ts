import type { Evidence } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import type { Answer, LookedStep } from './answer.ts';

/** What the state of a step says of its controls. */
export function stepAnswer({ step, row, looked, confirmed }: LookedStep): Answer {
  const source = { source: { step: step.id } };
  if (!row) {
    return {
      ...source,
      verdict: 'not-looked-at',
      why: t('AWS keeps this for a project: see https://settings.aws.com'),
      findings: [],
    };
  }
  const { state, status, evidence, message, fix } = row;
  const seen = {
    ...source,
    ...(looked && { looked }),
    ...(evidence && { evidence }),
    findings: [],
  };
  // A waiting step with something to do could not be read yet.
  if (state === 'blocked' || state === 'unread' || (state === 'waiting' && fix)) {
    return { ...seen, verdict: 'not-looked-at', why: message ?? status, ...(fix && { fix }) };
  }
  // What is missing may be there: a trail that nobody may read from here is neither good nor absent.
  if (state === 'pending' && hasUnreadable(evidence)) {
    return { ...seen, verdict: 'not-looked-at', why: status };
  }
  const shown = { ...seen, value: status };
  if (state === 'secure') return { ...shown, verdict: 'shown' };
  if (state === 'attested') {
    return { ...shown, verdict: 'confirmed', ...(confirmed && { confirmed }) };
  }
  // Alone, a step that waits for another one would do nothing: the walk takes both.
  const mend = state === 'waiting' ? [] : ['--only', step.id];
  return { ...shown, verdict: 'not-done', ...(message && { why: message }), mend };
}

const hasUnreadable = ({ unreadable }: Evidence = {}): boolean =>
  Array.isArray(unreadable) && unreadable.length > 0;
