import type { Look } from '../../src/engine/step.ts';
import { enabledRegions, isDenied, unlessDenied } from '../shared/enabled-regions.ts';
import { eventsIn } from './newest-events.ts';
import {
  judgeSignIn,
  passwordChangeOf,
  type SignIn,
  type WayIn,
  wholeSecond,
} from './sign-in-events.ts';

/** What CloudTrail shows of one person's console sign-ins. */
export interface SignInHistory {
  /** The latest sign-in that proves the way in. */
  proof: SignIn | null;
  /** The latest sign-in under that name that proves nothing, if it is newer than the proof. */
  flawed: SignIn | null;
  /** Regions that these credentials may not read. */
  unread: string[];
  /** There were so many sign-ins that only the newest were looked through. */
  cut: boolean;
}

/** 90 days: what LookupEvents goes back to. */
const REMEMBERED = 90 * 24 * 60 * 60_000;

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

/** IAM is recorded there. */
const IAM_REGION = 'us-east-1';

/** The latest sign-in with MFA. Older sign-ins, and other regions, are looked at only if the usual ones show none. */
export async function signInHistory(look: Look, way: WayIn): Promise<SignInHistory> {
  const begin = Math.max(way.passwordSet, Math.min(...way.devices.values()));
  const since = wholeSecond(Math.max(begin, look.clock() - REMEMBERED));
  // Whole minutes: two steps that ask in one survey share the calls.
  const StartTime = new Date(Math.floor(since / 60_000) * 60_000);
  const { partition, region: home } = look.account;
  const usual = [...new Set([...(partition === 'aws' ? SIGN_IN_REGIONS : []), home])];
  const search = (regions: string[], pages: number) =>
    searchRegions(look, regions, way, StartTime, pages);
  const newest = await search(usual, 1);
  if (newest.proof) return withPasswordChanges(look, way, StartTime, newest);
  const others = ((await enabledRegions(look)) ?? []).filter((region) => !usual.includes(region));
  const [older, rest] = await Promise.all([
    newest.cut ? search(usual, MOST_PAGES) : newest,
    search(others, 1),
  ]);
  const all = summarize([...older.signIns, ...rest.signIns], {
    unread: [...older.unread, ...rest.unread],
    cut: older.cut || rest.cut,
  });
  return all.proof ? withPasswordChanges(look, way, StartTime, all) : all;
}

interface Found {
  signIns: SignIn[];
  unread: string[];
  cut: boolean;
}

/** @throws Blocked if no region can be read, or one fails for another reason and no other has a proof */
async function searchRegions(
  look: Look,
  regions: string[],
  way: WayIn,
  StartTime: Date,
  most: number,
): Promise<Found & SignInHistory> {
  const settled = await Promise.allSettled(
    regions.map((region) => signInsIn(look, region, way, StartTime, most)),
  );
  const found = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = settled.flatMap((one, n) =>
    one.status === 'rejected' ? [{ region: regions[n] ?? '', error: one.reason as unknown }] : [],
  );
  const history = summarize(
    found.flatMap(({ signIns }) => signIns),
    {
      unread: failed.map(({ region }) => region),
      cut: found.some(({ cut }) => cut),
    },
  );
  const broken = failed.find(({ error }) => !isDenied(error));
  if (broken && !history.proof) throw broken.error;
  const [first] = failed;
  if (first && found.length === 0) throw first.error;
  return history;
}

async function signInsIn(
  look: Look,
  region: string,
  way: WayIn,
  StartTime: Date,
  most: number,
): Promise<Omit<Found, 'unread'>> {
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

function summarize(signIns: SignIn[], rest: Pick<Found, 'unread' | 'cut'>) {
  const newest = [...signIns].sort((a, b) => b.at.localeCompare(a.at));
  const proof = newest.find(({ flaw }) => !flaw) ?? null;
  const [latest] = newest;
  return { signIns, proof, flawed: latest?.flaw ? latest : null, ...rest };
}

/**
 * A password that was changed since does away with the proof. If these events cannot be read, or there are too many of
 * them, the change is unknown, and so the proof is not one.
 */
async function withPasswordChanges(
  look: Look,
  way: WayIn,
  StartTime: Date,
  { proof, flawed, unread, cut }: SignInHistory,
): Promise<SignInHistory> {
  const names = ['UpdateLoginProfile', 'ChangePassword'];
  const pages = await unlessDenied(
    Promise.all(names.map((name) => eventsIn(look, IAM_REGION, 'EventName', name, StartTime, 1))),
  );
  const changes = (pages ?? [])
    .flatMap(({ events }) => events)
    .flatMap((event) => passwordChangeOf(event, way) ?? []);
  const isUnknown = !pages || pages.some((page) => page.cut);
  const isOld = proof && changes.some((at) => at >= Date.parse(proof.at));
  if (proof && !isUnknown && !isOld) return { proof, flawed, unread, cut };
  return {
    proof: null,
    flawed: isOld ? { ...proof, flaw: 'before the password' } : flawed,
    unread: pages ? unread : [...new Set([...unread, IAM_REGION])],
    cut: cut || (pages?.some((page) => page.cut) ?? false),
  };
}
