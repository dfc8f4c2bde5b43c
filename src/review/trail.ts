import { t } from '../text/text.ts';
import { page, type Setting } from './page.ts';
import { newestFirst } from './trail/event-table.ts';
import { observeTrail, type Seen } from './trail/observe.ts';
import { QUESTIONS } from './trail/questions.ts';
import { problemWithQuestion, problemWithTime } from './trail/settings.ts';
import { trailDetail } from './trail/trail-detail.ts';
import type { TrailEvent } from './trail/trail-event.ts';
import { trailSignals } from './trail/trail-signals.ts';
import { trailTable } from './trail/trail-table.ts';
import { trailUnseen } from './trail/trail-unseen.ts';

/** What the events that are shown have there, each once. */
const among =
  (...parts: ((event: TrailEvent) => string)[]): NonNullable<Setting<Seen>['choices']> =>
  (seen) => [
    ...new Set(
      (seen?.events.all ?? []).flatMap((event) => parts.map((part) => part(event)).filter(Boolean)),
    ),
  ];

/** Who did what? The trails, their log files, and the event history. */
export const trail = page<Seen>({
  id: 'trail',
  title: t('Trail'),
  isRegional: true,
  controls: ['trail', 'log-file-validation', 'root-unused', 'everyones-mfa', 'access-review'],
  settings: [
    {
      id: 'question',
      title: t('Question'),
      hint: t('none: the trails and their newest files'),
      choices: () => QUESTIONS.map(({ id }) => id),
      means: (value) => QUESTIONS.find(({ id }) => id === value)?.title,
      problemWith: problemWithQuestion,
    },
    {
      id: 'about',
      title: t('About'),
      hint: t('an access key, or the name or id of a thing'),
      choices: among(
        ({ accessKey }) => accessKey,
        ({ about }) => about,
      ),
    },
    {
      id: 'file',
      title: t('Log file'),
      hint: t('Enter on its row opens it'),
      choices: (seen) =>
        seen?.files && 'is' in seen.files ? seen.files.is.map(({ key }) => key) : [],
    },
    { id: 'user', title: t('User'), hint: t('all'), choices: among(({ who }) => who) },
    { id: 'event', title: t('Event'), hint: t('all'), choices: among(({ name }) => name) },
    {
      id: 'from',
      title: t('From the address'),
      hint: t('all'),
      choices: among(({ from }) => from),
    },
    { id: 'error', title: t('Error'), hint: t('all'), choices: among(({ error }) => error) },
    {
      id: 'since',
      title: t('Since'),
      hint: t('a day or a time in UTC'),
      problemWith: problemWithTime,
    },
    { id: 'until', title: t('Until'), hint: t('this moment'), problemWith: problemWithTime },
  ],
  observe: observeTrail,
  table: trailTable,
  detail: trailDetail,
  signals: trailSignals,
  unseen: trailUnseen,
  records: ({ shows, events, problem }) =>
    shows === 'trails' || problem ? undefined : newestFirst(events.all).map(({ json }) => json),
});
