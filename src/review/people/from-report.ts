import type { ReportRow, ReportTime } from '../../../steps/iam/credential-report-rows.ts';
import { t } from '../../text/text.ts';
import { type Known, mapKnown } from '../known.ts';
import type { Key, OtherCredential } from './seen.ts';

/** Whoever was made after the report is not in it. */
export const NEWER_THAN_REPORT = { unknown: t('newer than the credential report') };

const NOT_SAID = { unknown: t('the credential report does not say') };

/** The row, or why there is none. */
export type Row = Known<ReportRow>;

/** `null`: never. */
const useIn = (time: ReportTime): Known<number | null> => {
  if (typeof time === 'number') return { is: time };
  return time === 'never' ? { is: null } : NOT_SAID;
};

const dateIn = (time: ReportTime): Known<number> =>
  typeof time === 'number' ? { is: time } : NOT_SAID;

const flagIn = (flag: boolean | undefined): Known<boolean> =>
  flag === undefined ? NOT_SAID : { is: flag };

const within = <T>(row: Row, take: (row: ReportRow) => Known<T>): Known<T> =>
  'is' in row ? take(row.is) : row;

export const hasPassword = (row: Row): Known<boolean> =>
  within(row, ({ password }) => flagIn(password.enabled));

export const passwordUse = (row: Row): Known<number | null> =>
  within(row, ({ password }) => useIn(password.used));

export const passwordSet = (row: Row): Known<number> =>
  within(row, ({ password }) => dateIn(password.changed));

export const hasMfa = (row: Row): Known<boolean> => within(row, ({ mfa }) => flagIn(mfa));

export const createdIn = (row: Row): Known<number> => within(row, ({ created }) => dateIn(created));

export const keysIn = (row: Row): Known<Key[]> =>
  mapKnown(row, ({ keys }) =>
    keys.map(({ active, made, used, service, region }) => ({
      active,
      made: dateIn(made),
      lastUsed: useIn(used),
      ...(service && { service }),
      ...(region && { region }),
    })),
  );

export const certificatesIn = (row: Row): Known<OtherCredential[]> =>
  mapKnown(row, ({ certificates }) =>
    certificates.map(({ active, made }) => ({ active, made: dateIn(made) })),
  );
