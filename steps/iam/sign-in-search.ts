import type { Look } from '../../src/engine/step.ts';
import { byLetters } from '../../src/text/by-letters.ts';
import { EVENT_HISTORY_MS } from '../shared/days.ts';
import { isDenied, unlessDenied } from '../shared/enabled-regions.ts';
import { perRegion } from '../shared/per-region.ts';
import { eventsIn } from './newest-events.ts';
import {
  judgeSession,
  judgeSignIn,
  type OwnSession,
  type SignIn,
  WAY_CHANGES,
  type WayIn,
  wayChangeOf,
  wholeSecond,
} from './sign-in-events.ts';

/** What CloudTrail shows of one person's sign-ins. */
export interface SignInHistory {
  /** The latest sign-in that proves the way in. */
  proof: SignIn | null;
  /** The latest sign-in under that name that proves nothing, if it is newer than the proof. */
  flawed: SignIn | null;
  /** CloudTrail does not show the own session yet. */
  isAwaited: boolean;
  /** Regions that these credentials may not read. */
  unread: string[];
  /** Regions that are closed to this account. */
  outOfScope: string[];
  /** There were so many sign-ins that only the newest were looked through. */
  cut: boolean;
}

/**
 * Where sign-ins of IAM users are recorded: us-east-1, and the others if the browser has an alias cookie. A sign-in at a
 * regional endpoint is recorded in that region. CloudTrail User Guide, "AWS Management Console sign-in events".
 */
const SIGN_IN_REGIONS = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'];

/**
 * Most pages of 50 events that are looked through for a sign-in, newest first. AWS takes two calls a second in each
 * region, and a stranger's failed sign-ins may fill thousands of pages: a look stays within three seconds.
 */
const MOST_PAGES = 2;

/**
 * Milliseconds: the longest session of a browser. Somebody who was signed in there already may have used a device that was taken away
 * before. A new password ends all sessions.
 */
const CONSOLE_SESSION = 12 * 60 * 60_000;

/** IAM is recorded there. */
const IAM_REGION = 'us-east-1';

/**
 * The latest sign-in with MFA. Older sign-ins, and other regions, are looked at only if the usual ones show none.
 *
 * @param own a session of this person that this computer has seen begin
 * @param enabled the regions that are on. `undefined` if these credentials may not list them: then only the usual ones are looked at
 * @throws Blocked if no region can be read, or if one fails, not by a policy, and no other has a proof
 */
export async function signInHistory(
  look: Look,
  way: WayIn,
  enabled: string[] | undefined,
  own?: OwnSession,
): Promise<SignInHistory> {
  const begin = Math.max(way.passwordSet, Math.min(...way.devices.values()));
  const since = wholeSecond(Math.max(begin, look.clock() - EVENT_HISTORY_MS));
  // Whole minutes: two steps that ask in one survey share the calls.
  const StartTime = new Date(Math.floor(since / 60_000) * 60_000);
  const { partition, region: home } = look.account;
  const isOn = (region: string) => enabled?.includes(region) ?? true;
  const usual = new Set([...(partition === 'aws' ? SIGN_IN_REGIONS.filter(isOn) : []), home]);
  const search = (regions: Iterable<string>, pages: number) =>
    searchRegions(look, regions, way, StartTime, pages);
  const [newest, seen] = await Promise.all([
    search(usual, 1),
    own ? sessionsIn(look, own, way, StartTime) : [],
  ]);
  newest.signIns.push(...seen);
  const isAwaited = own !== undefined && seen.length === 0;
  if (proofIn(newest)) return { ...(await withChanges(look, way, StartTime, newest)), isAwaited };
  const others = (enabled ?? []).filter((region) => !usual.has(region));
  const [older, rest] = await Promise.all([
    newest.cut ? search(usual, MOST_PAGES) : newest,
    search(others, 1),
  ]);
  const refusals = [...older.refusals, ...rest.refusals];
  if (refusals.length === usual.size + others.length) throw refusals[0];
  const all = {
    signIns: [...older.signIns, ...rest.signIns, ...seen],
    unread: [...older.unread, ...rest.unread],
    outOfScope: [...older.outOfScope, ...rest.outOfScope],
    cut: older.cut || rest.cut,
  };
  return { ...(await withChanges(look, way, StartTime, all)), isAwaited };
}

type Found = Omit<SignInHistory, 'proof' | 'flawed' | 'isAwaited'> & { signIns: SignIn[] };

/** @throws Blocked if a region fails, not by a policy, and no other has a proof */
async function searchRegions(
  look: Look,
  regions: Iterable<string>,
  way: WayIn,
  StartTime: Date,
  most: number,
): Promise<Found & { refusals: unknown[] }> {
  const failed: { region: string; failure: unknown }[] = [];
  const { found, outOfScope } = await perRegion(
    look,
    regions,
    (from, region) => signInsIn(from, region, way, StartTime, most),
    (failure, region) => void failed.push({ region, failure }),
  );
  const result = {
    signIns: found.flatMap(({ signIns }) => signIns),
    unread: failed.map(({ region }) => region),
    outOfScope: [...outOfScope.keys()],
    cut: found.some(({ cut }) => cut),
    refusals: [...outOfScope.values(), ...failed.map(({ failure }) => failure)],
  };
  const broken = failed.find(({ failure }) => !isDenied(failure));
  if (broken && !proofIn(result)) throw broken.failure;
  return result;
}

async function signInsIn(
  look: Look,
  region: string,
  way: WayIn,
  StartTime: Date,
  most: number,
): Promise<Pick<Found, 'signIns' | 'cut'>> {
  // One page by name: a session in the console fills the next ones with calls.
  const pages = await Promise.all([
    eventsIn(look, region, 'EventName', 'ConsoleLogin', StartTime, most),
    eventsIn(look, region, 'Username', way.name, StartTime, 1),
  ]);
  const events = pages.flatMap((page) => page.events);
  return {
    signIns: events.flatMap((event) => judgeSignIn(event, region, way) ?? []),
    cut: pages.some(({ cut }) => cut),
  };
}

/** A region that cannot be read shows none. */
async function sessionsIn(
  look: Look,
  own: OwnSession,
  way: WayIn,
  StartTime: Date,
): Promise<SignIn[]> {
  const { key, region } = own;
  const page = await unlessDenied(eventsIn(look, region, 'AccessKeyId', key, StartTime, 1));
  return (page?.events ?? []).flatMap((event) => judgeSession(event, own, way) ?? []);
}

const newestFirst = ({ signIns }: Pick<Found, 'signIns'>): SignIn[] =>
  [...signIns].sort((a, b) => byLetters(b.at, a.at));

const proofIn = (found: Pick<Found, 'signIns'>): SignIn | null =>
  newestFirst(found).find(({ flaw }) => !flaw) ?? null;

/**
 * A password that was changed since does away with the proof. If these events cannot be read, or there are too many of
 * them, the change is unknown, and so the proof is not one. A session does not show with which device: one that was taken away since
 * does away with its proof too.
 */
async function withChanges(
  look: Look,
  way: WayIn,
  StartTime: Date,
  found: Found,
): Promise<Omit<SignInHistory, 'isAwaited'>> {
  const { unread, outOfScope, cut } = found;
  const proof = proofIn(found);
  const [latest] = newestFirst(found);
  const flawed = latest?.flaw ? latest : null;
  if (!proof) return { proof, flawed, unread, outOfScope, cut };
  const names = Object.entries(WAY_CHANGES)
    .filter(([, flaw]) => flaw === 'before the password' || proof.byBrowser)
    .map(([name]) => name);
  const sinceFor = (name: string) =>
    name === 'DeactivateMFADevice' ? new Date(StartTime.getTime() - CONSOLE_SESSION) : StartTime;
  const pages = await unlessDenied(
    Promise.all(
      names.map((name) => eventsIn(look, IAM_REGION, 'EventName', name, sinceFor(name), 1)),
    ),
  );
  const change = (pages ?? [])
    .flatMap(({ events }) => events)
    .flatMap((event) => wayChangeOf(event, way) ?? [])
    .find(
      ({ at, flaw }) => at >= Date.parse(proof.at) - (flaw === 'device gone' ? CONSOLE_SESSION : 0),
    );
  const isUnknown = !pages || pages.some((page) => page.cut);
  if (!isUnknown && !change) return { proof, flawed, unread, outOfScope, cut };
  return {
    proof: null,
    flawed: change ? { ...proof, flaw: change.flaw } : flawed,
    unread: pages ? unread : [...new Set([...unread, IAM_REGION])],
    outOfScope,
    cut: cut || (pages?.some((page) => page.cut) ?? false),
  };
}
