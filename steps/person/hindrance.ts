import type { Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { identities, principalOf } from '../iam/administrators.ts';
import { isNamed } from '../iam/names.ts';
import { may, on } from '../iam/policy-evaluation.ts';
import { ALL } from '../iam/principals.ts';

/**
 * What takes from somebody the rights that a group gives: all of them, by a Deny or a boundary, or many, by AWS's quarantine.
 * `null`: nothing does.
 */
export type Hindrance = 'denied' | 'quarantined' | null;

/** They stand for what people of each job do. */
const WORK = on(
  '*',
  'ec2:DescribeInstances',
  's3:ListAllMyBuckets',
  'cloudtrail:LookupEvents',
  'budgets:ViewBudget',
  'iam:ListUsers',
);

export async function hindranceOf(look: Look, name: string): Promise<Hindrance> {
  const principal = await principalOf(look, name);
  if (!principal) return null;
  const { identity, boundary } = principal.rights;
  // With all rights on top, only a Deny or a boundary says no.
  const widest = { identity: [...identity, ALL], boundary };
  if (WORK.every((request) => may(widest, request, { mfa: true }).answer === 'no')) return 'denied';
  const { users } = await identities(look);
  return users.find(isNamed(name))?.quarantined ? 'quarantined' : null;
}

export const describeHindrance = (name: string, hindrance: 'denied' | 'quarantined'): Text =>
  hindrance === 'denied'
    ? t(
        'none: a policy or the permissions boundary of {name} denies everything. IAM console > Users > {name} > Permissions.',
        { name },
      )
    : t(
        'fewer: AWS found an access key of {name} somewhere public, and denies much until it is gone.',
        { name },
      );
