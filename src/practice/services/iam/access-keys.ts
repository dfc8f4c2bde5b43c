import { randomBytes } from 'node:crypto';
import { newKeyId } from '../../ids.ts';
import type { AccessKey, PracticeState, User } from '../../state/account-state.ts';
import type { CallContext, Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { settledUses } from './key-use.ts';
import {
  limitExceeded,
  noSuchEntity,
  oneOf,
  required,
  userName,
  validationError,
} from './validation.ts';

/** IAM quota. Inactive keys count. */
const KEYS_MAX = 2;
/** Of a secret: as many as AWS's 40 characters of base64 hold. */
const SECRET_BYTES = 30;

interface KeyHolder {
  name?: string;
  keys: AccessKey[];
}

/** Only the root user reaches root's keys, by omitting the name. */
function findHolder(name: string | undefined, { state, caller, session }: CallContext): KeyHolder {
  if (name !== undefined) return findUser(state, userName(name));
  // AWS infers the user only from a long-term key.
  if (session && (session.narrow || caller !== state.id)) {
    throw validationError('Must specify userName when calling with non-User credentials');
  }
  return state.users.find(({ id }) => id === caller) ?? state.root;
}

const noSuchKey = (id: string) => noSuchEntity(`The Access Key with id ${id} cannot be found.`);

function findKey({ keys }: KeyHolder, AccessKeyId: string | undefined): AccessKey {
  const id = required(AccessKeyId, 'accessKeyId');
  const key = keys.find((other) => other.id === id);
  if (!key) throw noSuchKey(id);
  return key;
}

const status = ({ active }: AccessKey) => (active ? ('Active' as const) : ('Inactive' as const));

export const accessKeys = {
  CreateAccessKey({ UserName }, call) {
    const holder = findHolder(UserName, call);
    if (holder.keys.length >= KEYS_MAX) {
      throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${KEYS_MAX}`);
    }
    const key = { id: newKeyId('AKIA'), active: true, created: call.now.toISOString() };
    holder.keys.push(key);
    return {
      AccessKey: {
        UserName: holder.name ?? '',
        AccessKeyId: key.id,
        Status: status(key),
        // Nothing keeps it: signatures are not verified.
        SecretAccessKey: randomBytes(SECRET_BYTES).toString('base64'),
        CreateDate: new Date(key.created),
      },
    };
  },

  ListAccessKeys({ UserName, ...paging }, call) {
    const holder = findHolder(UserName, call);
    const { items, next } = iamPage(holder.keys, paging);
    const AccessKeyMetadata = items.map((key) => ({
      UserName: holder.name,
      AccessKeyId: key.id,
      Status: status(key),
      CreateDate: new Date(key.created),
    }));
    return { AccessKeyMetadata, ...next };
  },

  GetAccessKeyLastUsed({ AccessKeyId }, { state, now }) {
    const holders: (PracticeState['root'] | User)[] = [state.root, ...state.users];
    const id = required(AccessKeyId, 'accessKeyId');
    const holder = holders.find((other) => other.keys.some((key) => key.id === id));
    if (!holder) throw noSuchKey(id);
    const { lastUsed } = settledUses(findKey(holder, id), state, now);
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
    const key = findKey(findHolder(UserName, call), AccessKeyId);
    key.active = oneOf(required(Status, 'status'), 'status', ['Active', 'Inactive']) === 'Active';
    return {};
  },

  DeleteAccessKey({ UserName, AccessKeyId }, call) {
    const holder = findHolder(UserName, call);
    const key = findKey(holder, AccessKeyId);
    holder.keys = holder.keys.filter((other) => other !== key);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
