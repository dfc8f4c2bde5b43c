import { isQuarantined } from '../../steps/iam/quarantine.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';

/** AWS refuses a call if its time is further off. */
const CLOCK_OFF_MS = 5 * 60_000;

/**
 * Reads what is unusual about the account and about this computer's clock. If a fact cannot be read, no notice is shown.
 * The partition comes later, since AWS tells it only together with who is signed in.
 */
export async function notices(reads: Reads): Promise<(partition: string) => Text[]> {
  const [pending, organization, leaked] = await Promise.all([
    isPending(reads),
    organizationOf(reads),
    leakedKeysOf(reads),
  ]);
  return (partition) => {
    const minutes = Math.round((reads.clock() - Date.now()) / 60_000);
    return [
      ...(leaked ? [leaked] : []),
      ...(pending ? [PENDING] : []),
      ...(organization ? [organization] : []),
      ...(partition === 'aws' ? [] : [untried(partition)]),
      ...(Math.abs(minutes) * 60_000 > CLOCK_OFF_MS ? [clockOff(minutes)] : []),
    ];
  };
}

const PENDING = t(
  'AWS has not activated this account yet: finish the registration at https://portal.aws.amazon.com/billing/signup. What works already can be done now.',
);

const untried = (partition: string): Text =>
  t('This account is not in the usual AWS but in {partition}, where Rootlock has not been tried.', {
    partition,
  });

const clockOff = (minutes: number): Text =>
  minutes > 0
    ? t(
        "This computer's clock is {minutes} minutes behind that of AWS: codes will not fit. Set it to automatic time.",
        { minutes },
      )
    : t(
        "This computer's clock is {minutes} minutes ahead of that of AWS: codes will not fit. Set it to automatic time.",
        { minutes: -minutes },
      );

async function isPending(reads: Reads): Promise<boolean> {
  const information = await unlessRefused(reads.read('account', 'GetAccountInformation', {}));
  return information?.AccountState === 'PENDING_ACTIVATION';
}

/** An account outside of any organization answers with `AWSOrganizationsNotInUseException`. */
async function organizationOf(reads: Reads): Promise<Text | undefined> {
  const [described, identity] = await Promise.all([
    unlessRefused(reads.read('organizations', 'DescribeOrganization', {})),
    unlessRefused(reads.read('sts', 'GetCallerIdentity', {})),
  ]);
  const manager = described?.Organization?.MasterAccountId;
  if (!manager || manager === identity?.Account) return undefined;
  return t(
    'This account belongs to the organization of {manager}: its policies may forbid things even to the root user.',
    { manager },
  );
}

/** Users whose access key AWS found somewhere public. They are named first: somebody else may be at work already. */
async function leakedKeysOf(reads: Reads): Promise<Text | undefined> {
  const details = await unlessRefused(reads.read('iam', 'GetAccountAuthorizationDetails', {}));
  const names = (details?.UserDetailList ?? [])
    .filter(isQuarantined)
    .map(({ UserName = '' }) => UserName);
  if (names.length === 0) return undefined;
  return t(
    'AWS found an access key of {names} somewhere public, and has put them under quarantine. Delete the key now, then read what AWS wrote to you: https://console.aws.amazon.com/support/home',
    { names: names.join(', ') },
  );
}

/** Credentials that AWS rejects are dealt with elsewhere. */
async function unlessRefused<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Blocked || error instanceof SignedOut) return undefined;
    throw error;
  }
}
