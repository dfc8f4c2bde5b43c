import type { Question } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import type { Bucket } from './log-bucket.ts';

/** Days. AWS keeps its own history for 90 days. */
const [MIN_DAYS, DEFAULT_DAYS, MAX_DAYS] = [90, 365, 3650];
/** Log files are never deleted. */
const NEVER = 0;

/** The question's default. Others may need the files of a bucket that was there before. */
export const defaultDays = ({ kind }: Bucket): number =>
  kind === 'existing' ? NEVER : DEFAULT_DAYS;

export const bucketQuestion = (defaultName: string, others: string[]): Question<'text'> => ({
  kind: 'text',
  message: t('Bucket for the logs? A new one is best. You have: {others}', {
    others: others.join(', '),
  }),
  initial: defaultName,
  // A folder, and how long logs are kept.
  leadsOn: (name) => name !== defaultName,
  validate: (name) =>
    name === defaultName || others.includes(name)
      ? undefined
      : t('This account has no bucket with that name.'),
});

export const prefixQuestion: Question<'text'> = {
  kind: 'text',
  message: t('Folder in that bucket? Leave empty for none.'),
  initial: '',
  validate: (name) =>
    /^([\w.-]+(\/[\w.-]+)*)?$/.test(name) && name.length <= 200
      ? undefined
      : t('Use letters, digits and . _ - with / between folders, 200 characters at most.'),
};

const days: Question<'number'> = {
  kind: 'number',
  message: t('Keep log files for how many days?'),
  min: MIN_DAYS,
  max: MAX_DAYS,
  initial: DEFAULT_DAYS,
};

const daysOrNever: Question<'number'> = {
  ...days,
  message: t('Delete log files in that bucket after how many days? 0 means never.'),
  min: NEVER,
  initial: NEVER,
  validate: (given) =>
    given === NEVER || given >= MIN_DAYS
      ? undefined
      : t('Enter 0 for never, or at least {days} days.', { days: MIN_DAYS }),
};

export const daysQuestion = ({ kind }: Bucket): Question<'number'> =>
  kind === 'existing' ? daysOrNever : days;
