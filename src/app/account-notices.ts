import { isQuarantined } from '../../steps/iam/quarantine.ts';
import type { AccountKind } from '../engine/account-kind.ts';
import type { Reads } from '../engine/step.ts';
import { addressText } from '../text/address.ts';
import { type Text, t } from '../text/text.ts';
import { kindSentences } from './account-kind-sentences.ts';
import { unlessRefused } from './read-account-kind.ts';

/** AWS refuses a call if its time is further off. */
const CLOCK_OFF_MS = 5 * 60_000;

/**
 * Reads what is unusual about the account and about this computer's clock. If a fact cannot be read, no notice is shown.
 * Kind and partition come later: AWS tells them in other answers.
 */
export async function notices(
  reads: Reads,
): Promise<(kind: AccountKind, partition: string) => Text[]> {
  const leaked = await leakedKeysOf(reads);
  return (kind, partition) => {
    const minutes = Math.round((reads.clock() - Date.now()) / 60_000);
    return [
      ...(leaked ? [leaked] : []),
      ...kindSentences(kind),
      ...(partition === 'aws' ? [] : [untried(partition)]),
      ...(Math.abs(minutes) * 60_000 > CLOCK_OFF_MS ? [clockOff(minutes)] : []),
    ];
  };
}

const untried = (partition: string): Text =>
  t('This account is in the partition {partition}, where Rootlock has not been tried.', {
    partition,
  });

const clockOff = (minutes: number): Text =>
  minutes > 0
    ? t(
        "This computer's clock is {minutes} minutes behind AWS, so MFA codes will not match. Set it to automatic.",
        { minutes },
      )
    : t(
        "This computer's clock is {minutes} minutes ahead of AWS, so MFA codes will not match. Set it to automatic.",
        { minutes: -minutes },
      );

/** Users whose access key AWS found somewhere public. They are named first: somebody else may be at work already. */
async function leakedKeysOf(reads: Reads): Promise<Text | undefined> {
  const details = await unlessRefused(reads.read('iam', 'GetAccountAuthorizationDetails', {}));
  const names = (details?.UserDetailList ?? [])
    .filter(isQuarantined)
    .map(({ UserName = '' }) => UserName);
  if (names.length === 0) return undefined;
  return t(
    'AWS found keys in public, and has quarantined their users: {names}. Delete these keys now, then read what AWS wrote to you: {page}',
    {
      names: names.join(', '),
      page: addressText('https://console.aws.amazon.com/support/home'),
    },
  );
}
