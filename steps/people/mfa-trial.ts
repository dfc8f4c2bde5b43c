import type { Look } from '../../src/engine/step.ts';
import { isNamed } from '../iam/names.ts';
import { eventsIn } from '../iam/newest-events.ts';
import { policyAttachedAt, wholeSecond } from '../iam/sign-in-events.ts';
import { CLOCK_ERROR, readWayIn } from '../iam/sign-in-proof.ts';
import { signInHistory } from '../iam/sign-in-search.ts';
import { EVENT_HISTORY_MS } from '../shared/days.ts';
import { enabledRegions, unlessDenied } from '../shared/enabled-regions.ts';
import type { Person } from './people.ts';
import type { PeopleGroup } from './people-groups.ts';
import { type RequireMfaPolicy, requireMfaArn } from './require-mfa-policy.ts';

/** One member of a group is held to MFA before all of it is: if nobody gets in any more, it is one, and nobody else. */
export interface MfaTrial {
  /** People who have the policy to themselves. */
  members: string[];
  /** Who has signed in with MFA since they got it, and when: ISO 8601. Perhaps in the trial of another group. */
  proof: { member: string; at: string } | null;
  /** CloudTrail cannot tell: these credentials may not read it, or it does not show when the trial began. */
  unread: boolean;
  /** Regions that are closed to this account. */
  outOfScope: string[];
}

/** IAM quota: managed policies of one user. */
const POLICIES_MAX = 10;

/** IAM is recorded there. */
const IAM_REGION = 'us-east-1';

/** Under this id, the time is kept at which Rootlock gave somebody the policy. AWS ignores case. */
export const trialOf = (user: string): string => `require-mfa.tester.${user.toLowerCase()}`;

/** Who tries the policy before their groups are held to it, and who has signed in with MFA since. */
export async function readTrial(
  look: Look,
  groups: PeopleGroup[],
  policy: RequireMfaPolicy,
): Promise<MfaTrial> {
  const arn = requireMfaArn(look.account, policy.name);
  const members = policy.isThere ? trialMembers(groups, arn) : [];
  // The policy is the same for all: whoever tried it for a group that is held by now has proven it.
  const tried = policy.isThere ? heldIn(groups).filter((name) => !members.includes(name)) : [];
  // Only what is still to be required has to be proven.
  if (members.length + tried.length === 0 || groups.every(({ isHeld }) => isHeld)) {
    return { members, proof: null, unread: false, outOfScope: [] };
  }
  const enabled = await enabledRegions(look);
  const signIns = (names: string[]) =>
    Promise.all(names.map((name) => signInSince(look, name, arn, enabled)));
  const [seen, before] = await Promise.all([signIns(members), signIns(tried)]);
  const [proof = null] = [...seen, ...before].flatMap((one) => (one?.proof ? [one.proof] : []));
  const outOfScope = [...new Set(seen.flatMap((one) => one?.outOfScope ?? []))];
  return { members, proof, unread: !proof && seen.includes(undefined), outOfScope };
}

const heldIn = (groups: PeopleGroup[]): string[] => [
  ...new Set(
    groups.filter(({ isHeld }) => isHeld).flatMap(({ people }) => people.map(({ name }) => name)),
  ),
];

/** Those in one of these groups who have the policy to themselves. */
export const trialMembers = (groups: PeopleGroup[], arn: string): string[] => [
  ...new Set(
    groups.flatMap(({ people }) =>
      people.filter(({ attached }) => attached.includes(arn)).map(({ name }) => name),
    ),
  ),
];

/** Whoever can have one more policy. */
export const candidatesIn = (groups: PeopleGroup[]): Person[] => {
  const people = groups.flatMap((group) => group.people);
  return people.filter(
    ({ name, attached }, index) =>
      attached.length < POLICIES_MAX && people.findIndex(isNamed(name)) === index,
  );
};

/** A sign-in with MFA after somebody got the policy. `undefined` if CloudTrail cannot tell. */
async function signInSince(
  look: Look,
  name: string,
  arn: string,
  enabled: string[] | undefined,
): Promise<Pick<MfaTrial, 'proof' | 'outOfScope'> | undefined> {
  const began = await beginning(look, name, arn);
  if (began === undefined) return undefined;
  const { way } = await readWayIn(look, name);
  if (!way) return { proof: null, outOfScope: [] };
  const since = { ...way, passwordSet: Math.max(way.passwordSet, began) };
  const found = await unlessDenied(signInHistory(look, since, enabled));
  // It may have been where nobody may look.
  if (!found || (!found.proof && found.unread.length > 0)) return undefined;
  const { proof, outOfScope } = found;
  return { proof: proof && { member: name, at: proof.at }, outOfScope };
}

/** When somebody got the policy, in milliseconds: by Rootlock on this computer, or else as CloudTrail shows it. */
async function beginning(look: Look, name: string, arn: string): Promise<number | undefined> {
  const sent = look.lastSent(trialOf(name));
  // Whole minutes: equal calls are sent once.
  const since = new Date(Math.floor((look.clock() - EVENT_HISTORY_MS) / 60_000) * 60_000);
  const page = await unlessDenied(
    eventsIn(look, IAM_REGION, 'EventName', 'AttachUserPolicy', since, 1),
  );
  const times = (page?.events ?? []).flatMap((event) => policyAttachedAt(event, name, arn) ?? []);
  if (sent !== undefined) times.push(wholeSecond(sent - CLOCK_ERROR));
  return times.length > 0 ? Math.max(...times) : undefined;
}
