import type { PolicyIdentifier } from '@aws-sdk/client-iam';
import type { Group, PracticeState, Role, User } from '../../state/account-state.ts';
import { matchesWildcards } from '../conditions.ts';
import { iamArn } from '../iam-arns.ts';
import { Refusal } from '../operation-table.ts';
import { parseStatements, type Statement } from '../policy-language.ts';
import { findPolicy } from './entities.ts';
import { isSameName, noSuchEntity } from './validation.ts';

export type Holder = User | Group | Role;
export type Kind = 'user' | 'group' | 'role';

/** A policy that a simulation goes by. */
export interface SimulatedPolicy {
  id: string;
  type: 'IAM Policy' | 'Permissions Boundary Policy';
  text: string;
  statements: Statement[];
}

/** AWS finds the principal by name and ignores the path. A user comes with their groups. */
export function findSources(state: PracticeState, source: string): Holder[] {
  const [, account, kind, name = ''] =
    /^arn:[^:]+:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(source) ?? [];
  if (!kind) throw new Refusal('InvalidInput', 400, `Invalid Entity Arn: ${source}`);
  const isMeant = (other: Holder) => account === state.id && isSameName(other.name, name);
  const user = kind === 'user' && state.users.find(isMeant);
  if (user) return [user, ...state.groups.filter(({ name }) => user.groups.includes(name))];
  const other = kind === 'group' ? state.groups.find(isMeant) : undefined;
  const holder = kind === 'role' ? state.roles.find(isMeant) : other;
  if (holder) return [holder];
  throw noSuchEntity(`The entity ${source} cannot be found.`);
}

export const kindOf = (holder: Holder): Kind =>
  'keys' in holder ? 'user' : 'trust' in holder ? 'role' : 'group';

/** What these have and are limited by, without what is excluded. The names are those that AWS was recorded to give. */
export function policiesOf(
  state: PracticeState,
  sources: Holder[],
  excluded: PolicyIdentifier[] = [],
): { granted: SimulatedPolicy[]; boundaries: SimulatedPolicy[] } {
  const isExcluded = exclusion(excluded);
  const attached = new Set(sources.flatMap(({ attached }) => attached));
  const managed = [...attached].flatMap((arn) => {
    const type = arn.includes('::aws:') ? 'aws-managed' : 'user-managed';
    if (isExcluded({ type, arn })) return [];
    const { name, document } = findPolicy(state, arn);
    return [simulated(name, document)];
  });
  const inline = sources.flatMap((holder) =>
    Object.entries(holder.inline).flatMap(([name, document]) => {
      const owner = { kind: kindOf(holder), name: holder.name };
      if (isExcluded({ type: 'inline', name, owner })) return [];
      return [simulated(`${owner.kind}_${owner.name}_${name}`, document)];
    }),
  );
  const boundaries = sources.flatMap((holder) => {
    if (!('boundary' in holder) || !holder.boundary) return [];
    // Recorded: an ARN removes no boundary.
    if (isExcluded({ type: 'permission-boundary' })) return [];
    const { name, document } = findPolicy(state, holder.boundary);
    return [simulated(name, document, 'Permissions Boundary Policy')];
  });
  return { granted: [...inline, ...managed], boundaries };
}

const simulated = (
  id: string,
  text: string,
  type: SimulatedPolicy['type'] = 'IAM Policy',
): SimulatedPolicy => ({ id, type, text, statements: parseStatements(text) });

/** Policies that come with the request. */
export function givenPolicies(
  member: string,
  texts: string[] = [],
  type?: SimulatedPolicy['type'],
): SimulatedPolicy[] {
  return texts.map((text, n) => {
    try {
      return simulated(`${member}.${n + 1}`, text, type);
    } catch {
      throw new Refusal('InvalidInput', 400, `Syntax errors in policy: ${member}.${n + 1}`);
    }
  });
}

const ARN = /^arn:aws[\w-]*:iam::(aws|\d{12}):policy\/(.*\/)?[\w+=,.@*?-]+$/;

interface Candidate {
  type: string;
  arn?: string;
  name?: string;
  owner?: { kind: Kind; name: string };
}

/** What nobody has, is ignored. What is malformed, is refused. API reference, SimulatePrincipalPolicy. */
function exclusion(excluded: PolicyIdentifier[]): (one: Candidate) => boolean {
  for (const { PolicyArn } of excluded) {
    if (PolicyArn !== undefined && !ARN.test(PolicyArn))
      throw new Refusal('InvalidInput', 400, `Invalid policy ARN: ${PolicyArn}`);
  }
  const pathless = (arn: string) => arn.replace(/:policy\/.*\//, ':policy/');
  return ({ type, arn, name, owner }) =>
    excluded.some(({ PolicyType, PolicyArn, InlinePolicyIdentifier: inline }) => {
      if (PolicyType !== undefined) return PolicyType === type;
      if (PolicyArn !== undefined) return arn && matchesWildcards(PolicyArn, pathless(arn));
      return (
        owner &&
        inline?.PolicyName === name &&
        inline?.AttachmentType === owner.kind &&
        matchesWildcards(inline?.AttachmentName ?? '', owner.name)
      );
    });
}

/** The ARN of a user, group or role. */
export const arnOf = (state: PracticeState, holder: Holder): string =>
  iamArn(state, kindOf(holder), holder);
