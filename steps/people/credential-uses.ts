import type { Look } from '../../src/engine/step.ts';
import { credentialReport } from '../iam/credential-report.ts';
import type { ReportRow } from '../iam/credential-report-rows.ts';
import { DAY_MS } from '../shared/days.ts';

/** Days. CIS AWS Foundations Benchmark 7.0.0, 2.11. */
export const UNUSED_AFTER = 45;

/** A password or an active access key of a user. Times are milliseconds. */
export interface UsedCredential {
  user: string;
  kind: 'password' | 'key';
  /** Of an access key. Empty for a password. */
  id: string;
  /** When it was made, or last changed. */
  made: number;
  /** Absent if it was never used. */
  used?: number;
}

/** A credential whose last use AWS does not tell: for one service alone, or a certificate. Only active ones. */
export interface OtherCredential {
  user: string;
  /** A service, `SSH` or `X.509`. */
  what: string;
}

export interface CredentialUses {
  /** AWS's time. */
  now: number;
  /** When AWS made its report. */
  reported: number;
  used: UsedCredential[];
  others: OtherCredential[];
}

/**
 * Reads whose passwords and keys there are, and when they were used last. The report knows of every user when a password was used,
 * but is up to four hours old: what it calls unused is asked for again, and who is there comes from fresh lists.
 */
export async function readCredentialUses(look: Look): Promise<CredentialUses> {
  const [report, { UserDetailList = [] }, services] = await Promise.all([
    credentialReport(look),
    look.read('iam', 'GetAccountAuthorizationDetails', {}),
    look.read('iam', 'ListServiceSpecificCredentials', { AllUsers: true }),
  ]);
  const rows = new Map(report.rows.map((row) => [row.arn, row]));
  const users = await Promise.all(
    UserDetailList.map(async ({ UserName: user = '', Arn = '' }) => {
      const row = rows.get(Arn);
      const [password, keys, ssh] = await Promise.all([
        passwordOf(look, user, row),
        keysOf(look, user),
        look.find('iam', 'ListSSHPublicKeys', { UserName: user }),
      ]);
      const sshKeys = (ssh?.SSHPublicKeys ?? []).filter(isActive).map(() => 'SSH');
      const certificates = (row?.certificates ?? []).filter(({ active }) => active);
      const others = [...sshKeys, ...certificates.map(() => 'X.509')];
      return { used: [...password, ...keys], others: others.map((what) => ({ user, what })) };
    }),
  );
  const forServices = (services.ServiceSpecificCredentials ?? []).filter(isActive);
  return {
    now: look.clock(),
    reported: report.made,
    used: users.flatMap(({ used }) => used),
    others: [
      ...users.flatMap(({ others }) => others),
      ...forServices.map(({ UserName: user = '', ServiceName = '' }) => ({
        user,
        what: ServiceName.replace(/\.amazonaws\.com(\.cn)?$/, ''),
      })),
    ],
  };
}

const isActive = ({ Status }: { Status?: string | undefined }): boolean => Status === 'Active';

/** Days of AWS's clock since then. */
const daysSince = (look: Look, at: number): number => (look.clock() - at) / DAY_MS;

async function passwordOf(
  look: Look,
  user: string,
  row: ReportRow | undefined,
): Promise<UsedCredential[]> {
  const profile = await look.find('iam', 'GetLoginProfile', { UserName: user });
  if (!profile) return [];
  const changed = row?.password.changed;
  const made = Math.max(
    profile.LoginProfile?.CreateDate?.getTime() ?? 0,
    typeof changed === 'number' ? changed : 0,
  );
  const used = await passwordUse(look, user, row?.password.used);
  return [{ user, kind: 'password', id: '', made, ...(used !== undefined && { used }) }];
}

/** Absent if it was never used. */
async function passwordUse(
  look: Look,
  user: string,
  reported: ReportRow['password']['used'] | undefined,
): Promise<number | undefined> {
  // Nobody can have signed in to this session otherwise, and AWS shows it late.
  if (isOwnUser(look, user) && !look.account.identity.isLongTerm) return look.clock();
  const known = typeof reported === 'number' ? reported : undefined;
  if (known !== undefined && daysSince(look, known) < UNUSED_AFTER) return known;
  const fresh = await look.find('iam', 'GetUser', { UserName: user });
  return fresh?.User?.PasswordLastUsed?.getTime() ?? known;
}

async function keysOf(look: Look, user: string): Promise<UsedCredential[]> {
  const found = await look.find('iam', 'ListAccessKeys', { UserName: user });
  return Promise.all(
    (found?.AccessKeyMetadata ?? [])
      .filter(isActive)
      .map(async ({ AccessKeyId: id = '', CreateDate }): Promise<UsedCredential> => {
        const used = await keyUse(look, id);
        const made = CreateDate?.getTime() ?? 0;
        return { user, kind: 'key', id, made, ...(used !== undefined && { used }) };
      }),
  );
}

async function keyUse(look: Look, AccessKeyId: string): Promise<number | undefined> {
  // It signs this very call. AWS shows that late.
  if (AccessKeyId === look.account.identity.accessKeyId) return look.clock();
  const found = await look.find('iam', 'GetAccessKeyLastUsed', { AccessKeyId });
  return found?.AccessKeyLastUsed?.LastUsedDate?.getTime();
}

const isOwnUser = ({ account: { identity } }: Look, user: string): boolean =>
  identity.kind === 'user' && identity.arn.split('/').at(-1) === user;

/** Neither used nor made or changed within 45 days. */
export const isUnused = ({ made, used = 0 }: UsedCredential, now: number): boolean =>
  now - Math.max(made, used) >= UNUSED_AFTER * DAY_MS;
