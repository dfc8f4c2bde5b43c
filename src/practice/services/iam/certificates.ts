import type { CallContext, Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { noSuchEntity, required, userName } from './validation.ts';

/** In the practice account only the root user has certificates. */
function findHolder(UserName: string | undefined, { state, caller }: CallContext) {
  if (UserName === undefined && caller === state.id) return state.root;
  if (UserName !== undefined) findUser(state, userName(UserName));
  return { certificates: [] };
}

/** X.509 certificates that sign calls to very old services. They are as powerful as access keys. */
export const signingCertificates = {
  ListSigningCertificates({ UserName, ...paging }, call) {
    const { items, next } = iamPage(findHolder(UserName, call).certificates, paging);
    const Certificates = items.map(({ id, active, created }) => ({
      UserName: undefined,
      CertificateId: id,
      CertificateBody: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
      Status: active ? ('Active' as const) : ('Inactive' as const),
      UploadDate: new Date(created),
    }));
    return { Certificates, ...next };
  },

  DeleteSigningCertificate({ UserName, CertificateId }, call) {
    const id = required(CertificateId, 'certificateId');
    const holder = findHolder(UserName, call);
    if (!holder.certificates.some((one) => one.id === id)) {
      throw noSuchEntity(`The Certificate with id ${id} cannot be found.`);
    }
    holder.certificates = holder.certificates.filter((one) => one.id !== id);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
