import type { Question } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import type { Bucket } from './log-bucket.ts';
import { placeIn, problemWithBucketName, problemWithFolder } from './log-place.ts';

/** Days. AWS keeps its own history for 90 days. */
const [MIN_DAYS, DEFAULT_DAYS, MAX_DAYS] = [90, 365, 3650];
/** Log files are never deleted. */
const NEVER = 0;

/** The question's default. Others may need the files of a bucket that was there before. */
export const defaultDays = ({ kind }: Bucket): number =>
  kind === 'existing' ? NEVER : DEFAULT_DAYS;

/** `others`: buckets of the account. `taken`: a name that somebody else has. */
export const bucketQuestion = (
  defaultName: string,
  others: string[],
  taken: string | undefined,
): Question<'text'> => ({
  kind: 'text',
  message:
    taken === undefined
      ? whichBucket(others)
      : t('{why} {what}', { why: sayTaken(taken), what: whichBucket(others) }),
  initial: defaultName,
  defaultSuffices: true,
  // What becomes of an existing bucket, and how long its files are kept.
  leadsOn: (answer) => answer !== defaultName,
  validate(answer) {
    const { name, folder } = placeIn(answer);
    if (name === taken) return sayTaken(name);
    const isDefault = name === defaultName || (name === '' && folder !== '');
    const isKnown = isDefault || others.includes(name);
    return (isKnown ? undefined : problemWithBucketName(name)) ?? problemWithFolder(folder);
  },
});

const whichBucket = (others: string[]): Text =>
  others.length > 0
    ? t(
        'Bucket for the logs? A new one is best; for a folder in it, add /folder. You have: {others}',
        { others: others.join(', ') },
      )
    : t('Name of the new bucket for the logs? For a folder in it, add /folder.');

const sayTaken = (name: string): Text =>
  t('{name} is already taken. Choose another name.', { name });

export const prefixQuestion: Question<'text'> = {
  kind: 'text',
  message: t('Folder in that bucket? Leave empty for none.'),
  initial: '',
  validate: problemWithFolder,
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
