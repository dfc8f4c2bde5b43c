import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { plain, shortened, type Text, t } from '../../src/text/text.ts';
import { eventsIn } from '../iam/newest-events.ts';
import { EVENT_HISTORY_DAYS, EVENT_HISTORY_MS } from '../shared/days.ts';
import { dayOf, type MachineKey } from './find-machine.ts';

/** A call that CloudTrail shows. */
interface RecordedCall {
  /** `service Operation` */
  name: string;
  /** Milliseconds. */
  at: number;
  /** The address of the program, or the service of AWS that made the call for it. */
  from: string;
}

/** What CloudTrail shows of a key. */
export interface Trace {
  /** The newest one. */
  call?: RecordedCall;
  /** Regions that were looked in. */
  read: string[];
  /** Regions that could not be read: whether there were calls is unknown. */
  unread: string[];
}

export const NOT_LOOKED_UP: Trace = { read: [], unread: [] };

/** Shows in a region what no region is about: IAM, STS by its old address. */
const GLOBAL_REGION = 'us-east-1';

/**
 * The newest call that a key has signed, by CloudTrail, which shows it within minutes: IAM needs hours. Looks in one's own region, in the
 * one of the last use, and in the one of the global services: data events (S3 objects) and other regions show in IAM alone.
 */
export async function traceOf(look: Look, { id, used }: MachineKey): Promise<Trace> {
  const { partition, region } = look.account;
  const usedIn = used && /^[a-z]+(-[a-z]+)+-\d$/.test(used.region) ? [used.region] : [];
  const regions = new Set([region, ...usedIn, ...(partition === 'aws' ? [GLOBAL_REGION] : [])]);
  // Whole minutes: looks of one survey share the calls.
  const StartTime = new Date(Math.floor(look.clock() / 60_000) * 60_000 - EVENT_HISTORY_MS);
  const found = await Promise.all(
    [...regions].map(async (one) => ({
      region: one,
      calls: await callsIn(look, one, id, StartTime),
    })),
  );
  const calls = found.flatMap((one) => one.calls ?? []).sort((a, b) => b.at - a.at);
  return {
    ...(calls[0] && { call: calls[0] }),
    read: found.filter((one) => one.calls).map((one) => one.region),
    unread: found.filter((one) => !one.calls).map((one) => one.region),
  };
}

/** The newest first. `undefined` if nobody can look there. */
async function callsIn(
  look: Look,
  region: string,
  id: string,
  StartTime: Date,
): Promise<RecordedCall[] | undefined> {
  try {
    const { events } = await eventsIn(look, region, 'AccessKeyId', id, StartTime, 1);
    return events.flatMap((event) => callOf(event, id) ?? []);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return undefined;
  }
}

/** An event that cannot be read tells nothing. */
function callOf(text: string | undefined, id: string): RecordedCall | undefined {
  try {
    const { userIdentity, eventSource, eventName, eventTime, sourceIPAddress } = JSON.parse(
      text ?? '',
    );
    const at = Date.parse(eventTime);
    if (userIdentity?.accessKeyId !== id || Number.isNaN(at)) return undefined;
    const [service] = String(eventSource).split('.');
    return { name: word(`${service} ${eventName}`), at, from: word(String(sourceIPAddress)) };
  } catch {
    return undefined;
  }
}

const word = (text: string): string => shortened(plain(text), 80);

/** What IAM shows of the last use, then what CloudTrail shows, and what nobody can look at. */
export function withTrace(use: Text, { call, read, unread }: Trace): Text {
  const seen = call
    ? t('{use}; in CloudTrail: {call} on {day}, from {address}', {
        use,
        call: call.name,
        day: dayOf(call.at),
        address: call.from,
      })
    : read.length > 0
      ? t('{use}; in CloudTrail: no call in {regions} for {days} days', {
          use,
          regions: read.join(', '),
          days: EVENT_HISTORY_DAYS,
        })
      : use;
  return unread.length > 0
    ? t('{use}; CloudTrail cannot be read in {regions}, so calls there are unknown', {
        use: seen,
        regions: unread.join(', '),
      })
    : seen;
}
