import type { ServiceCredential, User } from '../../state/account-state.ts';
import type { CallContext, Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { noSuchEntity, oneOf, required, userName, validationError } from './validation.ts';

/** Without a name: the calling user. */
function findHolder(UserName: string | undefined, { state, caller }: CallContext): User {
  const user =
    UserName === undefined
      ? state.users.find(({ id }) => id === caller)
      : findUser(state, userName(UserName));
  if (!user) throw validationError('Must specify userName when calling with non-User credentials');
  return user;
}

const credentialsOf = ({ serviceCredentials = [] }: User) => serviceCredentials;

function findCredential(user: User, id: string | undefined): ServiceCredential {
  const wanted = required(id, 'serviceSpecificCredentialId');
  const credential = credentialsOf(user).find((one) => one.id === wanted);
  if (!credential) throw noSuchEntity(`No such credential ${wanted} exists.`);
  return credential;
}

/** Keys of Bedrock and of CloudWatch Logs have an alias, the others a name to sign in with. */
const describe = (
  user: User,
  { id, service, userName, active, created, expires }: ServiceCredential,
) => ({
  UserName: user.name,
  Status: active ? ('Active' as const) : ('Inactive' as const),
  ...(/^(bedrock|logs)\./.test(service)
    ? { ServiceCredentialAlias: userName }
    : { ServiceUserName: userName }),
  CreateDate: new Date(created),
  ...(expires && { ExpirationDate: new Date(expires) }),
  ServiceSpecificCredentialId: id,
  ServiceName: service,
});

/** Credentials for one service alone: CodeCommit over HTTPS, Keyspaces, Bedrock, CloudWatch Logs. */
export const serviceCredentials = {
  ListServiceSpecificCredentials({ UserName, ServiceName, AllUsers = false, ...paging }, call) {
    if (AllUsers && UserName !== undefined) {
      throw validationError('UserName and AllUsers cannot be specified together');
    }
    const users = AllUsers ? call.state.users : [findHolder(UserName, call)];
    const all = users.flatMap((user) =>
      credentialsOf(user)
        .filter(({ service }) => ServiceName === undefined || service === ServiceName)
        .map((credential) => describe(user, credential)),
    );
    const { items, next } = iamPage(all, paging);
    return { ServiceSpecificCredentials: items, ...next };
  },

  UpdateServiceSpecificCredential({ UserName, ServiceSpecificCredentialId, Status }, call) {
    const credential = findCredential(findHolder(UserName, call), ServiceSpecificCredentialId);
    const status = oneOf(required(Status, 'status'), 'status', ['Active', 'Inactive']);
    credential.active = status === 'Active';
    return {};
  },

  DeleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }, call) {
    const user = findHolder(UserName, call);
    const credential = findCredential(user, ServiceSpecificCredentialId);
    user.serviceCredentials = credentialsOf(user).filter((one) => one !== credential);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
