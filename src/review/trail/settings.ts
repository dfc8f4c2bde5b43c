import { type Text, t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import type { Span } from './log-files.ts';
import { type Asked, QUESTIONS } from './questions.ts';
import type { TrailEvent } from './trail-event.ts';

type Settings = PageLook['settings'];

/** The settings that leave events out, and what each looks at. */
const FILTERS: Record<string, (event: TrailEvent) => string> = {
  user: ({ who }) => who,
  event: ({ name }) => name,
  from: ({ from }) => from,
  error: ({ error }) => error,
};

/** Is anything set that events are looked for by? */
export const asksForEvents = (settings: Settings): boolean =>
  ['question', 'since', 'until', ...Object.keys(FILTERS)].some((id) => settings[id]);

export const questionIn = ({ question }: Settings) => QUESTIONS.find(({ id }) => id === question);

/** Which events the settings leave. */
export function wantedBy(settings: Settings, asked: Asked): (event: TrailEvent) => boolean {
  const question = questionIn(settings);
  const span = spanIn(settings, Number.MAX_SAFE_INTEGER);
  const filters = Object.entries(FILTERS).flatMap(([id, of]) => {
    const wanted = settings[id]?.toLowerCase();
    return wanted ? [(event: TrailEvent) => of(event).toLowerCase().includes(wanted)] : [];
  });
  return (event) =>
    (event.at === undefined || (event.at >= span.since && event.at <= span.until)) &&
    filters.every((filter) => filter(event)) &&
    (question?.matches(event, asked) ?? true);
}

/** How the event history is asked. It finds whole names alone. */
export function lookupsOf(settings: Settings, asked: Asked) {
  const { user, event } = settings;
  const question = questionIn(settings);
  if (question) return question.lookups?.(asked);
  if (user) {
    const AttributeValue = user === '<root>' ? 'root' : user;
    return [{ AttributeKey: 'Username' as const, AttributeValue }];
  }
  return event ? [{ AttributeKey: 'EventName' as const, AttributeValue: event }] : undefined;
}

/** The time that is asked for. */
export const spanIn = ({ since, until }: Settings, now: number): Span => ({
  since: since ? beginOf(since) : 0,
  until: Math.min(now, until ? endOf(until) : now),
});

const DAY = /^\d{4}-\d\d-\d\d$/;
const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

const beginOf = (time: string): number => Date.parse(DAY.test(time) ? time : `${time}Z`);

/** A whole day, a whole minute. */
const endOf = (time: string): number => beginOf(time) + (DAY.test(time) ? 24 * 60 : 1) * 60_000 - 1;

export const problemWithTime = (value: string): Text | undefined =>
  (DAY.test(value) || MINUTE.test(value)) && !Number.isNaN(beginOf(value))
    ? undefined
    : t('Write a day or a time in UTC, such as 2026-11-29 or 2026-11-29T14:00.');

export const problemWithQuestion = (value: string): Text | undefined =>
  QUESTIONS.some(({ id }) => id === value)
    ? undefined
    : t('Choose one of {questions}.', { questions: QUESTIONS.map(({ id }) => id).join(', ') });
