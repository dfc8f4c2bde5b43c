import { newId } from '../../ids.ts';
import type { Policy } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { parseStatements } from '../policy-language.ts';
import { encodeDocument, findPolicy, findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { managedPolicies } from './managed-policies.ts';
import {
  deviceTags,
  entityAlreadyExists,
  isSameName,
  limitExceeded,
  noSuchEntity,
  oneOf,
  path,
  policyArn,
  policyName,
  required,
  userName,
} from './validation.ts';

/** IAM quotas. White space is not counted, and left out here. */
const POLICIES_MAX = 1500;
const OF_USER_MAX = 10;
const MANAGED_MAX = 6144;
/** All inline policies of a user together. */
const INLINE_MAX = 2048;

const sizeOf = (document: string): number => document.replace(/\s/g, '').length;

export const policies = {
  /** The keys of its tags are case-sensitive, like those of MFA devices. */
  CreatePolicy({ PolicyName, Path, PolicyDocument, Tags }, { state, now }) {
    const name = policyName(PolicyName);
    const document = checkedPolicy(PolicyDocument, 'policyDocument', MANAGED_MAX);
    deviceTags(Tags);
    const policy: Policy = {
      id: newId('ANPA'),
      name,
      path: path(Path),
      created: now.toISOString(),
      document,
    };
    if (state.policies.some((other) => isSameName(other.name, name))) {
      throw entityAlreadyExists(
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    }
    if (state.policies.length >= POLICIES_MAX) {
      throw limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${POLICIES_MAX}`);
    }
    state.policies.push(policy);
    return {
      Policy: {
        PolicyName: name,
        PolicyId: policy.id,
        Arn: iamArn(state, 'policy', policy),
        Path: policy.path,
        DefaultVersionId: 'v1',
        AttachmentCount: 0,
        PermissionsBoundaryUsageCount: 0,
        IsAttachable: true,
        CreateDate: new Date(policy.created),
        UpdateDate: new Date(policy.created),
      },
    };
  },

  GetPolicy({ PolicyArn }, { state }) {
    const { id, name, path, created } = findPolicy(state, policyArn(PolicyArn));
    return {
      Policy: {
        PolicyName: name,
        PolicyId: id,
        Arn: PolicyArn,
        Path: path,
        DefaultVersionId: 'v1',
        IsAttachable: true,
        CreateDate: new Date(created),
        UpdateDate: new Date(created),
      },
    };
  },

  /** A policy here has no other version than its first one. */
  GetPolicyVersion({ PolicyArn, VersionId }, { state }) {
    const policy = findPolicy(state, policyArn(PolicyArn));
    if (VersionId !== 'v1') {
      throw noSuchEntity(`Policy ${PolicyArn} version ${VersionId} does not exist.`);
    }
    return {
      PolicyVersion: {
        Document: encodeDocument(policy.document),
        VersionId,
        IsDefaultVersion: true,
        CreateDate: new Date(policy.created),
      },
    };
  },

  /** Those of AWS, and those of the account. A policy of a service-linked role is listed, and can be attached to nobody. */
  ListPolicies({ Scope = 'All', ...paging }, { state }) {
    const scope = oneOf(Scope, 'scope', ['All', 'AWS', 'Local']);
    const all = [
      ...(scope === 'Local' ? [] : Object.entries(managedPolicies)),
      ...(scope === 'AWS'
        ? []
        : state.policies.map((one): [string, Policy] => [iamArn(state, 'policy', one), one])),
    ];
    const { items, next } = iamPage(all, paging);
    return {
      Policies: items.map(([Arn, { id, name, path, created }]) => ({
        PolicyName: name,
        PolicyId: id,
        Arn,
        Path: path,
        DefaultVersionId: 'v1',
        IsAttachable: true,
        CreateDate: new Date(created),
        UpdateDate: new Date(created),
      })),
      ...next,
    };
  },

  /** A policy that is already attached is no error. */
  AttachUserPolicy({ UserName, PolicyArn }, { state }) {
    const user = findUser(state, userName(UserName));
    const arn = policyArn(PolicyArn);
    findPolicy(state, arn);
    if (user.attached.includes(arn)) return {};
    if (user.attached.length >= OF_USER_MAX) {
      throw limitExceeded(`Cannot exceed quota for PoliciesPerUser: ${OF_USER_MAX}`);
    }
    user.attached.push(arn);
    return {};
  },

  DetachUserPolicy({ UserName, PolicyArn }, { state }) {
    const user = findUser(state, userName(UserName));
    const arn = policyArn(PolicyArn);
    if (!user.attached.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
    user.attached = user.attached.filter((other) => other !== arn);
    return {};
  },

  /** Replaces the policy of the same name. */
  PutUserPolicy({ UserName, PolicyName, PolicyDocument }, { state }) {
    const user = findUser(state, userName(UserName));
    const name = policyName(PolicyName);
    const document = checkedPolicy(PolicyDocument, 'policyDocument', INLINE_MAX);
    const inline = { ...user.inline, [name]: document };
    if (sizeOf(Object.values(inline).join('')) > INLINE_MAX) {
      throw limitExceeded(
        `Maximum policy size of ${INLINE_MAX} bytes exceeded for user ${user.name}`,
      );
    }
    user.inline = inline;
    return {};
  },

  /** Replaces the boundary. */
  PutUserPermissionsBoundary({ UserName, PermissionsBoundary }, { state }) {
    const user = findUser(state, userName(UserName));
    const arn = policyArn(PermissionsBoundary);
    findPolicy(state, arn);
    user.boundary = arn;
    return {};
  },

  DeleteUserPolicy({ UserName, PolicyName }, { state }) {
    const user = findUser(state, userName(UserName));
    const name = policyName(PolicyName);
    if (!(name in user.inline)) {
      throw noSuchEntity(`The user policy with name ${name} cannot be found.`);
    }
    delete user.inline[name];
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** The document, if AWS takes it. `max`: characters that are not white space. */
export function checkedPolicy(document: string | undefined, member: string, max: number): string {
  const given = required(document, member);
  if (!isPolicy(given)) {
    throw new Refusal('MalformedPolicyDocument', 400, 'Syntax errors in policy.');
  }
  if (sizeOf(given) > max) {
    throw limitExceeded(`Maximum policy size of ${max} bytes exceeded`);
  }
  return given;
}

function isPolicy(document: string): boolean {
  try {
    const statements = parseStatements(document);
    return (
      statements.length > 0 &&
      statements.every(({ Effect, Action, NotAction }) => Effect && (Action ?? NotAction))
    );
  } catch {
    return false;
  }
}
