import type { Request } from '../../src/aws/operations.ts';
import type { Credential } from './credentials.ts';

const Status = 'Inactive';

/** Switches it off. It can be switched on again. */
export function switchOffCall(UserName: string, { kind, id }: Credential): Request {
  switch (kind) {
    case 'key':
      return {
        service: 'iam',
        operation: 'UpdateAccessKey',
        input: { UserName, AccessKeyId: id, Status },
      };
    case 'certificate':
      return {
        service: 'iam',
        operation: 'UpdateSigningCertificate',
        input: { UserName, CertificateId: id, Status },
      };
    case 'ssh':
      return {
        service: 'iam',
        operation: 'UpdateSSHPublicKey',
        input: { UserName, SSHPublicKeyId: id, Status },
      };
    case 'service':
      return {
        service: 'iam',
        operation: 'UpdateServiceSpecificCredential',
        input: { UserName, ServiceSpecificCredentialId: id, Status },
      };
  }
}

/** Deletes it for good. */
export function deletionCall(UserName: string, { kind, id }: Credential): Request {
  switch (kind) {
    case 'key':
      return { service: 'iam', operation: 'DeleteAccessKey', input: { UserName, AccessKeyId: id } };
    case 'certificate':
      return {
        service: 'iam',
        operation: 'DeleteSigningCertificate',
        input: { UserName, CertificateId: id },
      };
    case 'ssh':
      return {
        service: 'iam',
        operation: 'DeleteSSHPublicKey',
        input: { UserName, SSHPublicKeyId: id },
      };
    case 'service':
      return {
        service: 'iam',
        operation: 'DeleteServiceSpecificCredential',
        input: { UserName, ServiceSpecificCredentialId: id },
      };
  }
}
