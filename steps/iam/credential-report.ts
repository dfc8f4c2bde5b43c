import { Blocked } from '../../src/engine/errors.ts';
import type { Reads } from '../../src/engine/step.ts';
import { breather } from '../../src/text/breather.ts';
import { t } from '../../src/text/text.ts';
import { type ReportRow, rowsOfReport } from './credential-report-rows.ts';

/** What AWS says of root's and all users' passwords, keys and certificates, at one time. */
export interface CredentialReport {
  /** When AWS made it, in milliseconds. It makes a new one only if that is four hours ago. */
  made: number;
  /** Root's comes first, if AWS gives it. Whoever was made after the report is not in it. */
  rows: ReportRow[];
}

/**
 * Reads the credential report. AWS makes one first, if the last one is older than four hours.
 *
 * @throws Blocked if AWS does not give it, or if it is no table of the known columns
 */
export async function credentialReport(look: Reads): Promise<CredentialReport> {
  await look.read('iam', 'GenerateCredentialReport', {});
  const breathe = breather();
  const { Content, GeneratedTime } = await look.read('iam', 'GetCredentialReport', {});
  // The SDK reads the report of thousands at one go.
  await breathe();
  const rows = await rowsOfReport(new TextDecoder().decode(Content));
  if (!rows || !GeneratedTime) {
    throw new Blocked(
      t('The credential report of AWS cannot be read: its columns are not known.'),
      [
        t('Look for a newer version of Rootlock.'),
        t(
          'The IAM console shows the same, user by user: https://console.aws.amazon.com/iam/home#/users',
        ),
      ],
    );
  }
  return { made: GeneratedTime.getTime(), rows };
}
