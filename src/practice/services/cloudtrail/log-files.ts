import { createHash } from 'node:crypto';
import type { PracticeState, TrailEvent } from '../../state/account-state.ts';
import { describeEvent } from './events.ts';

/** Milliseconds. A file has what happened in the five minutes before its time. */
const COVERS = 300_000;

const KEY = /_CloudTrail_([a-z0-9-]+)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_[^/]+$/;

/** The key of the file that has this event. */
export function logFileKey(
  account: string,
  { at, region }: Pick<TrailEvent, 'at' | 'region'>,
): string {
  const time = new Date((Math.floor(Date.parse(at) / COVERS) + 1) * COVERS).toISOString();
  const stamp = time.slice(0, 16).replace(/[-:]/g, '');
  const day = time.slice(0, 10).replaceAll('-', '/');
  const random = createHash('sha256')
    .update(region + stamp)
    .digest('hex')
    .slice(0, 16);
  return `AWSLogs/${account}/CloudTrail/${region}/${day}/${account}_CloudTrail_${region}_${stamp}Z_${random}.json.gz`;
}

/** What a log file holds before it is zipped, made of the account's events. `undefined` if it is none. */
export function logFileOf(
  state: Pick<PracticeState, 'id' | 'events'>,
  key: string,
): string | undefined {
  const [, region, ...parts] = KEY.exec(key) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number);
  const until = Date.UTC(year, month - 1, day, hour, minute);
  const inside = state.events.filter(
    (event) =>
      event.region === region &&
      Date.parse(event.at) < until &&
      Date.parse(event.at) >= until - COVERS,
  );
  if (inside.length === 0) return undefined;
  const records = inside.map((event) => describeEvent(state, event).CloudTrailEvent);
  return `{"Records":[${records.join(',')}]}`;
}
