import type { Question, Reads } from '../../src/engine/step.ts';
import { byLetters } from '../../src/text/by-letters.ts';
import { type Text, t } from '../../src/text/text.ts';

/** A policy that AWS manages. */
export interface AwsPolicy {
  name: string;
  arn: string;
}

/** AWS's policies that give all rights, or come to them: by a user or a role that they may make. */
export const POWERFUL = /^(AdministratorAccess|IAMFullAccess|PowerUserAccess)/;

/** The most names that a sentence lists. */
const LISTED = 6;

/** Every policy of AWS that a group can have: some 1,400. Those of service-linked roles can be attached to nobody. */
export async function awsPolicies({ read }: Pick<Reads, 'read'>): Promise<AwsPolicy[]> {
  const { Policies = [] } = await read('iam', 'ListPolicies', { Scope: 'AWS', MaxItems: 1000 });
  return Policies.filter(({ Path = '' }) => !Path.startsWith('/aws-service-role/'))
    .map(({ PolicyName = '', Arn = '' }) => ({ name: PolicyName, arn: Arn }))
    .sort((a, b) => byLetters(a.name, b.name));
}

/** The policy of that name, or else the only one whose name holds all that was typed, in any case: `s3 read`. */
export function policyFor(typed: string, all: AwsPolicy[]): AwsPolicy | undefined {
  const exact = all.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
  const [only, ...others] = matching(typed, all);
  return exact ?? (others.length === 0 ? only : undefined);
}

/** Asks for one of them. */
export const policyQuestion = (policies: AwsPolicy[]): Question<'text'> => ({
  kind: 'text',
  message: t("Which of AWS's policies? A part of its name is enough."),
  example: 'SecurityAudit',
  validate: (typed) => problemWithPolicy(typed, policies),
});

/** What to type in place of what finds no policy, or several. */
export function problemWithPolicy(typed: string, all: AwsPolicy[]): Text | undefined {
  if (typed.trim() === '') return t('Type a part of its name, for instance: s3 read');
  if (policyFor(typed, all)) return undefined;
  const found = matching(typed, all).map(({ name }) => name);
  if (found.length === 0) return t('AWS has no policy with that in its name.');
  const names = found.slice(0, LISTED).join(', ');
  const more = found.length - LISTED;
  return more > 0
    ? t('Type more of it. It is in: {names}, and {more} more.', { names, more })
    : t('Type more of it. It is in: {names}.', { names });
}

function matching(typed: string, all: AwsPolicy[]): AwsPolicy[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name }) => parts.every((part) => name.toLowerCase().includes(part)));
}
