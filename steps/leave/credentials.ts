import type { Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { describeKey, shortId } from '../root/root-credentials.ts';

/** What calls can be signed with, or one service be used with. Each may be switched off, and on again. */
export interface Credential {
  kind: 'key' | 'certificate' | 'ssh' | 'service';
  id: string;
  active: boolean;
  /** The service that it is for alone. */
  service?: string;
  /** Its last use, of an access key. `null`: never. AWS tells nothing of the other kinds. */
  used?: { at: string; service: string } | null;
}

/** Everything of a user but the password: access keys first. Empty if the user does not exist. */
export async function readCredentials(look: Look, UserName: string): Promise<Credential[]> {
  const [keys, certificates, ssh, services] = await Promise.all([
    readKeys(look, UserName),
    look.find('iam', 'ListSigningCertificates', { UserName }),
    look.find('iam', 'ListSSHPublicKeys', { UserName }),
    look.find('iam', 'ListServiceSpecificCredentials', { UserName }),
  ]);
  return [
    ...keys,
    ...(certificates?.Certificates ?? []).map(({ CertificateId: id = '', Status }) => ({
      kind: 'certificate' as const,
      id,
      active: isOn(Status),
    })),
    ...(ssh?.SSHPublicKeys ?? []).map(({ SSHPublicKeyId: id = '', Status }) => ({
      kind: 'ssh' as const,
      id,
      active: isOn(Status),
    })),
    ...(services?.ServiceSpecificCredentials ?? []).map(
      ({ ServiceSpecificCredentialId: id = '', Status, ServiceName: service = '' }) => ({
        kind: 'service' as const,
        id,
        active: isOn(Status),
        service,
      }),
    ),
  ];
}

/** The access keys of a user, with their last use. Empty if the user does not exist. */
export async function readKeys(look: Look, UserName: string): Promise<Credential[]> {
  const keys = await look.find('iam', 'ListAccessKeys', { UserName });
  return Promise.all(
    (keys?.AccessKeyMetadata ?? []).map(async ({ AccessKeyId: id = '', Status }) => ({
      kind: 'key' as const,
      id,
      active: isOn(Status),
      used: await lastUse(look, id),
    })),
  );
}

/** `Expired` is over by itself. What AWS does not name counts as on. */
const isOn = (status: string | undefined): boolean => status !== 'Inactive' && status !== 'Expired';

async function lastUse(
  look: Look,
  AccessKeyId: string,
): Promise<NonNullable<Credential['used']> | null> {
  const found = await look.find('iam', 'GetAccessKeyLastUsed', { AccessKeyId });
  const { LastUsedDate, ServiceName: service = '' } = found?.AccessKeyLastUsed ?? {};
  return LastUsedDate ? { at: LastUsedDate.toISOString(), service } : null;
}

/** What it is, with as much of its id as tells it apart. */
export function shortName({ kind, id, service = '' }: Credential): Text {
  const short = shortId(id);
  switch (kind) {
    case 'key':
      return t('the access key {id}', { id: short });
    case 'certificate':
      return t('the signing certificate {id}', { id: short });
    case 'ssh':
      return t('the SSH key {id}', { id: short });
    case 'service':
      return t('the credential for {service} {id}', { service: serviceWord(service), id: short });
  }
}

/** The same with its last use, where AWS tells it. */
export const nameOf = (credential: Credential): Text =>
  credential.used === undefined
    ? shortName(credential)
    : t('the access key {id}', { id: describeKey({ ...credential, used: credential.used }) });

/** `codecommit` for `codecommit.amazonaws.com`. */
const serviceWord = (service: string): string => service.replace(/\.amazonaws\.com(\.cn)?$/, '');
