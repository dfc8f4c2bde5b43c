import {
  type AccountKind,
  type AccountPlan,
  isProjectCaller,
  type Membership,
  PROJECT_ROLE,
} from '../engine/account-kind.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';

/** The host of Free Tier is in another domain than AWS's other hosts, and a firewall may swallow what goes there. */
const PLAN_TIMEOUT_MS = 5000;

/** Reads what kind of account it is. What cannot be read is `unknown`. */
export async function readAccountKind(reads: Reads): Promise<AccountKind> {
  const [organization, activation, plan] = await Promise.all([
    organizationOf(reads),
    activationOf(reads),
    soon(planOf(reads), { type: 'unknown' } as const),
  ]);
  return { ...organization, activation, plan };
}

async function organizationOf(
  reads: Reads,
): Promise<{ membership: Membership; managementAccount?: string }> {
  const [described, identity] = await Promise.all([
    unlessRefused(
      reads.find('organizations', 'DescribeOrganization', {}).then((answer) => answer ?? 'none'),
    ),
    unlessRefused(reads.read('sts', 'GetCallerIdentity', {})),
  ]);
  if (described === 'none') return { membership: 'standalone' };
  const managementAccount = described?.Organization?.MasterAccountId;
  if (!managementAccount || !identity?.Account) return { membership: 'unknown' };
  if (managementAccount === identity.Account)
    return { membership: 'management', managementAccount };
  const isProject = isProjectCaller(identity.Arn ?? '') && (await hasProjectRole(reads));
  return { membership: isProject ? 'project' : 'member', managementAccount };
}

/** A company may call a role of its own as AWS calls that of projects: the path tells them apart. */
async function hasProjectRole(reads: Reads): Promise<boolean> {
  const details = await unlessRefused(reads.read('iam', 'GetAccountAuthorizationDetails', {}));
  const { RoleName, Path } = PROJECT_ROLE;
  return (details?.RoleDetailList ?? []).some(
    (role) => role.RoleName === RoleName && role.Path === Path,
  );
}

const ACTIVATIONS: Record<string, AccountKind['activation']> = {
  ACTIVE: 'active',
  PENDING_ACTIVATION: 'pending',
  SUSPENDED: 'suspended',
  CLOSED: 'closed',
};

async function activationOf(reads: Reads): Promise<AccountKind['activation']> {
  const information = await unlessRefused(reads.read('account', 'GetAccountInformation', {}));
  return ACTIVATIONS[information?.AccountState ?? ''] ?? 'unknown';
}

/** An account that was made before 2025-07-15 has no plan, and neither have some projects: which one it is on is not known. */
async function planOf(reads: Reads): Promise<AccountPlan> {
  const state = await unlessRefused(reads.find('freetier', 'GetAccountPlanState', {}));
  const credits = state?.accountPlanRemainingCredits?.amount;
  if (state?.accountPlanType === 'PAID') {
    return { type: 'paid', ...(credits !== undefined && { credits }) };
  }
  if (state?.accountPlanType !== 'FREE') return { type: 'unknown' };
  const ends = state.accountPlanExpirationDate;
  return {
    type: 'free',
    ...(state.accountPlanStatus === 'EXPIRED' && { hasEnded: true as const }),
    ...(ends && { ends }),
    ...(credits !== undefined && { credits }),
  };
}

function soon<T>(read: Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => {
    setTimeout(() => resolve(otherwise), PLAN_TIMEOUT_MS).unref();
  });
  return Promise.race([read, late]);
}

/** Credentials that AWS rejects are dealt with elsewhere. */
export async function unlessRefused<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Blocked || error instanceof SignedOut) return undefined;
    throw error;
  }
}
