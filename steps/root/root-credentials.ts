import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';

/** A root access key with what AWS reveals of it. Times are ISO 8601. */
export interface RootKey {
  id: string;
  active: boolean;
  made: string | null;
  used: { at: string; service: string } | null;
}

/**
 * Reads root's access keys. `null` if these credentials may not list them: AWS documents both that a root session may,
 * and that it must name a user, but root has no user name.
 */
export async function readRootKeys(look: Look): Promise<RootKey[] | null> {
  try {
    // Never pass the user name that AWS returned: for root it is the account's alias.
    const { AccessKeyMetadata = [] } = await look.read('iam', 'ListAccessKeys', {});
    const keys = await Promise.all(
      AccessKeyMetadata.map(({ AccessKeyId = '', Status, CreateDate }) =>
        readKey(look, AccessKeyId, Status === 'Active', CreateDate),
      ),
    );
    return keys.filter((key) => key !== undefined);
  } catch (error) {
    if (error instanceof Blocked && error.code === 'ValidationError') return null;
    throw error;
  }
}

/**
 * Reads the ids of root's X.509 certificates. They sign calls as access keys do. Empty if these credentials may not
 * list them.
 */
export async function readSigningCertificates(look: Look): Promise<string[]> {
  try {
    const { Certificates = [] } = await look.read('iam', 'ListSigningCertificates', {});
    return Certificates.map(({ CertificateId = '' }) => CertificateId);
  } catch (error) {
    if (error instanceof Blocked && error.code === 'ValidationError') return [];
    throw error;
  }
}

/** `undefined` if the key is listed but gone: AWS lists a deleted key for a while. */
async function readKey(
  look: Look,
  id: string,
  active: boolean,
  createdAt: Date | undefined,
): Promise<RootKey | undefined> {
  const found = await look.find('iam', 'GetAccessKeyLastUsed', { AccessKeyId: id });
  if (!found) return undefined;
  const { LastUsedDate, ServiceName = '' } = found.AccessKeyLastUsed ?? {};
  const used = LastUsedDate ? { at: LastUsedDate.toISOString(), service: ServiceName } : null;
  return { id, active, made: createdAt?.toISOString() ?? null, used };
}

/** `AKIA…WXYZ`, enough to tell two keys apart. */
export const shortId = (id: string): string => `${id.slice(0, 4)}…${id.slice(-4)}`;

/** The short id with the key's last use. */
export function describeKey({ id, active, used }: RootKey): Text {
  const key = shortId(id);
  const day = used?.at.slice(0, 10);
  const use = used
    ? t('last used {day}, {service}', { day: day ?? '', service: used.service })
    : t('never used');
  return active ? t('{key}: {use}', { key, use }) : t('{key}: inactive, {use}', { key, use });
}

const DAY = 24 * 60 * 60_000;
/** The services that Rootlock calls. A use of one of them by the key of this run may be Rootlock's own. */
const ROOTLOCK_SERVICES = new Set([
  'iam',
  'sts',
  'cloudtrail',
  's3',
  'budgets',
  'account',
  'organizations',
]);

/**
 * Did something other than Rootlock use the key in the last 30 days? AWS reveals the last use only. `now` in
 * milliseconds.
 */
export function isUsedByOthers(
  { used, id }: RootKey,
  signingKeyId: string | null,
  now: number,
): boolean {
  if (!used || Date.parse(used.at) < now - 30 * DAY) return false;
  return id !== signingKeyId || !ROOTLOCK_SERVICES.has(used.service);
}
