import type { SshKey, User } from '../../state/account-state.ts';
import type { Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { noSuchEntity, oneOf, required, userName } from './validation.ts';

function findKey({ sshKeys = [] }: User, SSHPublicKeyId: string | undefined): SshKey {
  const id = required(SSHPublicKeyId, 'sshPublicKeyId');
  const key = sshKeys.find((one) => one.id === id);
  if (!key) throw noSuchEntity(`The Public Key with id ${id} cannot be found.`);
  return key;
}

/** Public keys with which users of IAM reach Git repositories of CodeCommit. */
export const sshPublicKeys = {
  ListSSHPublicKeys({ UserName, ...paging }, { state, caller }) {
    const user =
      UserName === undefined
        ? state.users.find(({ id }) => id === caller)
        : findUser(state, userName(UserName));
    const { items, next } = iamPage(user?.sshKeys ?? [], paging);
    const SSHPublicKeys = items.map(({ id, active, created }) => ({
      UserName: user?.name,
      SSHPublicKeyId: id,
      Status: active ? ('Active' as const) : ('Inactive' as const),
      UploadDate: new Date(created),
    }));
    return { SSHPublicKeys, ...next };
  },

  UpdateSSHPublicKey({ UserName, SSHPublicKeyId, Status }, { state }) {
    const key = findKey(findUser(state, userName(UserName)), SSHPublicKeyId);
    key.active = oneOf(required(Status, 'status'), 'status', ['Active', 'Inactive']) === 'Active';
    return {};
  },

  DeleteSSHPublicKey({ UserName, SSHPublicKeyId }, { state }) {
    const user = findUser(state, userName(UserName));
    const key = findKey(user, SSHPublicKeyId);
    user.sshKeys = (user.sshKeys ?? []).filter((one) => one !== key);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
