import type { Certificate, User } from '../../state/account-state.ts';
import type { CallContext, Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { noSuchEntity, oneOf, required, userName } from './validation.ts';

/** Without a name: the calling user. */
function findHolder(
  UserName: string | undefined,
  { state, caller }: CallContext,
): Pick<User, 'certificates'> & Partial<Pick<User, 'name'>> {
  if (UserName !== undefined) return findUser(state, userName(UserName));
  return state.users.find(({ id }) => id === caller) ?? state.root;
}

function findCertificate(
  { certificates = [] }: Pick<User, 'certificates'>,
  CertificateId: string | undefined,
): Certificate {
  const id = required(CertificateId, 'certificateId');
  const certificate = certificates.find((one) => one.id === id);
  if (!certificate) throw noSuchEntity(`The Certificate with id ${id} cannot be found.`);
  return certificate;
}

/** X.509 certificates that sign calls to very old services. They are as powerful as access keys. */
export const signingCertificates = {
  ListSigningCertificates({ UserName, ...paging }, call) {
    const { name, certificates = [] } = findHolder(UserName, call);
    const { items, next } = iamPage(certificates, paging);
    const Certificates = items.map(({ id, active, created }) => ({
      UserName: name,
      CertificateId: id,
      CertificateBody: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
      Status: active ? ('Active' as const) : ('Inactive' as const),
      UploadDate: new Date(created),
    }));
    return { Certificates, ...next };
  },

  UpdateSigningCertificate({ UserName, CertificateId, Status }, call) {
    const certificate = findCertificate(findHolder(UserName, call), CertificateId);
    const status = oneOf(required(Status, 'status'), 'status', ['Active', 'Inactive']);
    certificate.active = status === 'Active';
    return {};
  },

  DeleteSigningCertificate({ UserName, CertificateId }, call) {
    const holder = findHolder(UserName, call);
    const certificate = findCertificate(holder, CertificateId);
    holder.certificates = (holder.certificates ?? []).filter((one) => one !== certificate);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
