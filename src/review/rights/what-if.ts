import { Blocked } from '../../engine/errors.ts';
import { type Text, t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { isPolicy } from './policy-input.ts';
import { decoded, type HeldPolicy, nameIn, type Subject } from './subjects.ts';

/** A policy that is not there, and that AWS is to think of as if it were. */
export interface SupposedPolicy {
  name: string;
  text: string;
}

export interface WhatIf {
  attach?: SupposedPolicy;
  boundary?: SupposedPolicy;
  /** The names of what is taken away, as they were typed. */
  without: string[];
}

/** The words of `without` that are no names of policies. */
export const WITHOUT_BOUNDARY = 'boundary';
export const WITHOUT_SCP = 'scp';

/** What the settings suppose. A policy that is nowhere is a problem: an answer without it would be the answer to something else. */
export async function whatIfOf(
  look: PageLook,
  subject: Subject,
  documents: Map<string, string>,
): Promise<WhatIf | { problem: Text }> {
  const { attach, boundary, without = '' } = look.settings;
  const supposed = await Promise.all(
    [attach, boundary].map((one) => (one ? supposedPolicy(look, one, documents) : undefined)),
  );
  const problem = supposed.find((one) => one && 'problem' in one);
  if (problem && 'problem' in problem) return problem;
  const [attached, limit] = supposed as (SupposedPolicy | undefined)[];
  const names = without
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const unknown = names.find((name) => !isThere(subject, name));
  if (unknown !== undefined) {
    return {
      problem: t('{who} has no policy {policy}, so that nothing can be taken away.', {
        who: subject.key,
        policy: unknown,
      }),
    };
  }
  return {
    without: names,
    ...(attached && { attach: attached }),
    ...(limit && { boundary: limit }),
  };
}

function isThere({ policies, boundary }: Subject, name: string): boolean {
  if (name === WITHOUT_SCP) return true;
  // Without the account's list, AWS ignores a name that nobody has: only its own words and ARNs can be taken for granted.
  if (!policies) return name === WITHOUT_BOUNDARY || name.startsWith('arn:');
  if (name === WITHOUT_BOUNDARY) return boundary !== undefined;
  return policies.some((policy) => isNamed(policy, name));
}

export const isNamed = ({ name, arn }: HeldPolicy, wanted: string): boolean =>
  name === wanted || arn === wanted;

async function supposedPolicy(
  look: PageLook,
  wanted: string,
  documents: Map<string, string>,
): Promise<SupposedPolicy | { problem: Text }> {
  if (isPolicy(wanted)) return { name: 'JSON', text: wanted };
  const known = [...documents].find(([arn]) => arn === wanted || nameIn(arn) === wanted);
  if (known) return { name: nameIn(known[0]), text: known[1] };
  const arn = wanted.startsWith('arn:')
    ? wanted
    : `arn:${look.account.partition}:iam::aws:policy/${wanted}`;
  try {
    const { Policy } = await look.read('iam', 'GetPolicy', { PolicyArn: arn });
    const { PolicyVersion } = await look.read('iam', 'GetPolicyVersion', {
      PolicyArn: arn,
      VersionId: Policy?.DefaultVersionId ?? 'v1',
    });
    const text = decoded(PolicyVersion?.Document);
    if (text !== undefined) return { name: nameIn(arn), text };
    return { problem: t('A policy arrived damaged.') };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return error.code === 'NoSuchEntity'
      ? { problem: t('There is no policy {policy}.', { policy: wanted }) }
      : { problem: error.text };
  }
}
