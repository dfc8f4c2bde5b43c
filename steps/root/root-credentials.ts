import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { otherUses, RECENT } from './other-uses.ts';

/** A root access key with what AWS reveals of it. Times are ISO 8601. */
export interface RootKey {
  id: string;
  active: boolean;
  made: string | null;
  used: { at: string; service: string } | null;
  /** Did something other than Rootlock use it in the last 30 days? `null` if that is not known. */
  usedByOthers: boolean | null;
  /** Regions where CloudTrail cannot be asked for that. */
  unread?: string[];
}

/**
 * Reads root's access keys. `null` if these credentials may not list them: AWS documents both that a root session may,
 * and that it must name a user, but root has no user name.
 *
 * @param own the key that signs this run, if it is one of root's: it counts also if AWS does not list it
 */
export async function readRootKeys(look: Look, own: string | null): Promise<RootKey[] | null> {
  try {
    // Never pass the user name that AWS returned: for root it is the account's alias.
    const { AccessKeyMetadata = [] } = await look.read('iam', 'ListAccessKeys', {});
    const keys = await Promise.all(
      AccessKeyMetadata.map(({ AccessKeyId = '', Status, CreateDate }) =>
        readKey(look, AccessKeyId, Status === 'Active', CreateDate, own),
      ),
    );
    const listed = keys.filter((key) => key !== undefined);
    if (own === null || listed.some(({ id }) => id === own)) return listed;
    const unlisted = await readKey(look, own, true, undefined, own);
    return unlisted ? [...listed, unlisted] : listed;
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
  own: string | null,
): Promise<RootKey | undefined> {
  const found = await look.find('iam', 'GetAccessKeyLastUsed', { AccessKeyId: id });
  if (!found) return undefined;
  const { LastUsedDate, ServiceName = '' } = found.AccessKeyLastUsed ?? {};
  const used = LastUsedDate ? { at: LastUsedDate.toISOString(), service: ServiceName } : null;
  const key = { id, active, made: createdAt?.toISOString() ?? null, used };
  if (id !== own) {
    return { ...key, usedByOthers: used !== null && Date.parse(used.at) >= look.clock() - RECENT };
  }
  const others = await otherUses(look, id);
  return { ...key, usedByOthers: others.used, unread: others.unread };
}

/** `AKIA…WXYZ`, enough to tell two keys apart. */
export const shortId = (id: string): string => `${id.slice(0, 4)}…${id.slice(-4)}`;

/** The short id with the key's last use. */
export function describeKey({ id, active, used }: Pick<RootKey, 'id' | 'active' | 'used'>): Text {
  const key = shortId(id);
  const day = used?.at.slice(0, 10);
  const use = used
    ? t('last used {day}, {service}', { day: day ?? '', service: used.service })
    : t('never used');
  return active ? t('{key} ({use})', { key, use }) : t('{key} (inactive, {use})', { key, use });
}
