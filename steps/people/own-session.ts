import type { Look } from '../../src/engine/step.ts';
import { eventsIn } from '../iam/newest-events.ts';
import { hasSessionMfa } from '../iam/sign-in-events.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';

/**
 * What would become of this session if the groups of its user required MFA. `unaffected`: root, or a role: no group has a say.
 * `unknown`: it cannot be told, so it might be cut off.
 */
export type OwnSessionMfa = 'unaffected' | 'with MFA' | 'without MFA' | 'unknown';

/** Milliseconds: the longest session of a user. */
const LONGEST = 12 * 60 * 60_000;

/**
 * Whether a session of `aws login` carries MFA is nowhere documented, so the events of this session tell. CloudTrail shows them
 * up to 15 minutes late.
 */
export async function readOwnSession(look: Look): Promise<OwnSessionMfa> {
  const { identity, partition, region } = look.account;
  if (identity.kind !== 'user') return 'unaffected';
  if (identity.isLongTerm) return 'without MFA';
  // Whole minutes: equal calls are sent once. IAM's calls are recorded in us-east-1.
  const since = new Date(Math.floor((look.clock() - LONGEST) / 60_000) * 60_000);
  const regions = new Set([region, ...(partition === 'aws' ? ['us-east-1'] : [])]);
  const pages = await Promise.all(
    [...regions].map((one) =>
      unlessDenied(eventsIn(look, one, 'AccessKeyId', identity.accessKeyId, since, 1)),
    ),
  );
  const told = pages
    .flatMap((page) => page?.events ?? [])
    .flatMap((event) => hasSessionMfa(event, identity.accessKeyId) ?? []);
  if (told.length === 0) return 'unknown';
  return told.every(Boolean) ? 'with MFA' : 'without MFA';
}
