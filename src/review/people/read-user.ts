import type { Reads } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import { attempt, isKnown, type Known } from '../known.ts';
import type { Key, OtherCredential } from './seen.ts';
import type { FreshReads } from './sources.ts';

export const time = (date: Date | undefined): Known<number> =>
  date ? { is: date.getTime() } : { unknown: t('AWS does not say') };

/** What the report lacks, and what it says too late: by the calls about one user. */
export async function readUser(
  look: Reads,
  UserName: string,
  deny: (call: string, why: Text) => void,
): Promise<FreshReads> {
  const told = async <T>(call: string, reading: Promise<T>): Promise<Known<T>> => {
    const one = await attempt(reading);
    if (!isKnown(one)) deny(call, one.unknown);
    return one;
  };
  const [hasPassword, devices, keys, certificates, sshKeys] = await Promise.all([
    told(
      'iam:GetLoginProfile',
      look.find('iam', 'GetLoginProfile', { UserName }).then((found) => found !== undefined),
    ),
    told(
      'iam:ListMFADevices',
      look
        .read('iam', 'ListMFADevices', { UserName })
        .then(({ MFADevices = [] }) => MFADevices.map(({ SerialNumber = '' }) => SerialNumber)),
    ),
    told('iam:ListAccessKeys', readKeys(look, UserName, deny)),
    told(
      'iam:ListSigningCertificates',
      look
        .read('iam', 'ListSigningCertificates', { UserName })
        .then(({ Certificates = [] }) =>
          Certificates.map(({ CertificateId, Status, UploadDate }) =>
            credential(CertificateId, Status, UploadDate),
          ),
        ),
    ),
    told(
      'iam:ListSSHPublicKeys',
      look
        .read('iam', 'ListSSHPublicKeys', { UserName })
        .then(({ SSHPublicKeys = [] }) =>
          SSHPublicKeys.map(({ SSHPublicKeyId, Status, UploadDate }) =>
            credential(SSHPublicKeyId, Status, UploadDate),
          ),
        ),
    ),
  ]);
  return { hasPassword, devices, keys, certificates, sshKeys };
}

const credential = (
  id: string | undefined,
  status: string | undefined,
  since: Date | undefined,
): OtherCredential => ({ id: id ?? '', active: status === 'Active', made: time(since) });

async function readKeys(
  look: Reads,
  UserName: string,
  deny: (call: string, why: Text) => void,
): Promise<Key[]> {
  const { AccessKeyMetadata = [] } = await look.read('iam', 'ListAccessKeys', { UserName });
  return Promise.all(
    AccessKeyMetadata.map(async ({ AccessKeyId = '', Status, CreateDate }): Promise<Key> => {
      const use = await attempt(look.read('iam', 'GetAccessKeyLastUsed', { AccessKeyId }));
      if (!isKnown(use)) deny('iam:GetAccessKeyLastUsed', use.unknown);
      const { LastUsedDate, ServiceName, Region } =
        (isKnown(use) && use.is.AccessKeyLastUsed) || {};
      return {
        id: AccessKeyId,
        active: Status === 'Active',
        made: time(CreateDate),
        lastUsed: isKnown(use) ? { is: LastUsedDate?.getTime() ?? null } : use,
        // AWS writes N/A for a key that was never used, and for the region of S3.
        ...(ServiceName && ServiceName !== 'N/A' && { service: ServiceName }),
        ...(Region && Region !== 'N/A' && { region: Region }),
      };
    }),
  );
}
