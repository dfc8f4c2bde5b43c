import type { AccessKey, PracticeState, User } from '../../fresh-account.ts';
import type { CallContext, Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { absent, invalid, need, oneOf, userName } from '../validation.ts';
import { userOf } from './entities.ts';

interface KeyHolder {
  name?: string;
  keys: AccessKey[];
}

/** The root user's keys are reached by leaving the name out, and by the root user alone. */
function holderOf(name: string | undefined, { state, caller, session }: CallContext): KeyHolder {
  if (name !== undefined) return userOf(state, userName(name));
  // AWS infers a user from a long-term key alone.
  if (session && (session.narrow || caller !== state.id)) {
    throw invalid('Must specify userName when calling with non-User credentials');
  }
  return state.users.find(({ id }) => id === caller) ?? state.root;
}

const missing = (id: string) => absent(`The Access Key with id ${id} cannot be found.`);

function keyOf({ keys }: KeyHolder, AccessKeyId: string | undefined): AccessKey {
  const id = need(AccessKeyId, 'accessKeyId');
  const key = keys.find((other) => other.id === id);
  if (!key) throw missing(id);
  return key;
}

const status = ({ active }: AccessKey) => (active ? ('Active' as const) : ('Inactive' as const));

export const keys = {
  ListAccessKeys({ UserName, ...paging }, call) {
    const holder = holderOf(UserName, call);
    const { items, more } = page(holder.keys, paging);
    const AccessKeyMetadata = items.map((key) => ({
      UserName: holder.name,
      AccessKeyId: key.id,
      Status: status(key),
      CreateDate: new Date(key.created),
    }));
    return { AccessKeyMetadata, ...more };
  },

  GetAccessKeyLastUsed({ AccessKeyId }, { state }) {
    const holders: (PracticeState['root'] | User)[] = [state.root, ...state.users];
    const id = need(AccessKeyId, 'accessKeyId');
    const holder = holders.find((other) => other.keys.some((key) => key.id === id));
    if (!holder) throw missing(id);
    const { lastUsed } = keyOf(holder, id);
    return {
      ...('name' in holder && { UserName: holder.name }),
      AccessKeyLastUsed: lastUsed
        ? {
            LastUsedDate: new Date(lastUsed.at),
            ServiceName: lastUsed.service,
            Region: lastUsed.region,
          }
        : { LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' },
    };
  },

  UpdateAccessKey({ UserName, AccessKeyId, Status }, call) {
    const key = keyOf(holderOf(UserName, call), AccessKeyId);
    key.active = oneOf(need(Status, 'status'), 'status', ['Active', 'Inactive']) === 'Active';
    return {};
  },

  DeleteAccessKey({ UserName, AccessKeyId }, call) {
    const holder = holderOf(UserName, call);
    const key = keyOf(holder, AccessKeyId);
    holder.keys = holder.keys.filter((other) => other !== key);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
