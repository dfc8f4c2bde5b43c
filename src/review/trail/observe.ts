import pMap from 'p-map';
import { Blocked } from '../../engine/errors.ts';
import type { Account } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import { attempt, type Known } from '../known.ts';
import type { PageLook, Unseen } from '../page.ts';
import { EventList } from './event-list.ts';
import type { FileEnd } from './log-file.ts';
import { filesOf, type LogFile, type LogPlace, regionsIn } from './log-files.ts';
import type { Asked } from './questions.ts';
import { readFile } from './read-bucket.ts';
import { logPlace, readEvents, readHistory, regionsOf, type Sources } from './read-events.ts';
import { readSeenTrails, type Trails } from './read-trails.ts';
import { asksForEvents, lookupsOf, questionIn, spanIn, wantedBy } from './settings.ts';
import { LATELY } from './trail-signals.ts';
import { usersWithoutDevice } from './without-device.ts';

/** What the page Trail has seen. */
export interface Seen {
  /** AWS's time in milliseconds. */
  now: number;
  account: Account;
  trails: Known<Trails>;
  /** Where the files are that are read. */
  place?: LogPlace;
  /** The newest files of each region. Absent: they were not asked for. */
  files?: Known<LogFile[]>;
  /** The regions that were looked at. */
  regions: string[];
  /** Regions beyond those can be looked at. */
  isEverywhere: boolean;
  /** What the page shows: its events, or the trails and files. */
  shows: 'trails' | 'events' | 'file';
  /** The question is about sign-ins. */
  isAboutSignIns: boolean;
  /** Of the last 30 days, if trails are shown: root and sign-ins alone. */
  events: EventList;
  sources: Sources;
  /** The file that is open, and how far it was read. */
  file?: { key: string; end?: FileEnd };
  /** IAM users who sign in with a password, and have no MFA device now. */
  withoutDevice: Awaited<ReturnType<typeof usersWithoutDevice>>;
  /** Why it cannot be asked so. */
  problem?: Text;
}

const FILES_SHOWN = 5;
const REGIONS_AT_ONCE = 6;
/** Pages of the event history: a thousand events that it can search for, five hundred that it cannot. */
const PAGES_FOUND = 20;
const PAGES_SCANNED = 10;

/** @throws Blocked if neither trails nor events can be read */
export async function observeTrail(look: PageLook, show: (seen: Seen) => void): Promise<Seen> {
  const trails = await readSeenTrails(look);
  const place = await logPlace(look, trails);
  const { settings, account, regions } = look;
  const asked: Asked = {
    about: settings.about ?? '',
    account,
    buckets: 'is' in trails ? trails.is.trails.map(({ bucket }) => bucket) : [],
  };
  const seen: Seen = {
    now: look.clock(),
    account,
    trails,
    ...(place && { place }),
    regions: [...regions],
    isEverywhere: regions.length > 1,
    shows: settings.file ? 'file' : asksForEvents(settings) ? 'events' : 'trails',
    isAboutSignIns: questionIn(settings)?.isAboutSignIns ?? false,
    events: new EventList(wantedBy(settings, asked)),
    sources: { unseen: [] },
    withoutDevice: { names: new Set() },
  };
  const showMore = growing(
    () => seen.events.all.length,
    () => show({ ...seen }),
  );
  if (seen.shows === 'file') await openFile(look, seen, showMore);
  else if (seen.shows === 'events') await askForEvents(look, seen, asked, showMore);
  else await lookAround(look, seen, show);
  seen.withoutDevice = await usersWithoutDevice(look, seen.events.all);
  return { ...seen };
}

async function askForEvents(look: PageLook, seen: Seen, asked: Asked, onMore: () => void) {
  const { settings } = look;
  const question = questionIn(settings);
  if (question?.needs && asked.about === '') {
    seen.problem = question.needs;
    return;
  }
  const lookups = lookupsOf(settings, asked);
  seen.regions = regionsOf(look, seen.trails, seen.isAboutSignIns);
  seen.sources = await readEvents(look, seen.place, {
    regions: seen.regions,
    span: spanIn(settings, seen.now),
    lookups,
    pages: lookups ? PAGES_FOUND : PAGES_SCANNED,
    take: (record) => seen.events.add(record),
    onMore,
  });
  const { bucket, history } = seen.sources;
  if (history && 'unknown' in history && (!bucket || 'unknown' in bucket)) {
    throw new Blocked(history.unknown);
  }
}

async function openFile(look: PageLook, seen: Seen, onMore: () => void) {
  const { file = '' } = look.settings;
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(file) ?? [];
  const at = bucket ? { bucket, region: look.account.region } : seen.place;
  seen.file = { key: file };
  if (!at) {
    seen.problem =
      'unknown' in seen.trails
        ? seen.trails.unknown
        : t('There is no trail whose bucket this file could be in.');
    return;
  }
  const end = await attempt(
    readFile(look, at, key ?? file, (record) => {
      seen.events.add(record);
      onMore();
    }),
  );
  if ('unknown' in end) seen.problem = end.unknown;
  else if (end.is) seen.file.end = end.is;
  else seen.problem = t('There is no such file in the bucket {bucket}.', { bucket: at.bucket });
}

/** The trails first, then the newest files and what happened lately. */
async function lookAround(look: PageLook, seen: Seen, show: (seen: Seen) => void) {
  seen.regions = regionsOf(look, seen.trails, true);
  show({ ...seen });
  const unseen: Unseen[] = [];
  const { alias } = look.account;
  const names = ['root', ...(alias ? [alias] : [])];
  const [files, history] = await Promise.all([
    seen.place && attempt(newestFiles(look, seen.place)),
    readHistory(
      look,
      {
        regions: seen.regions,
        span: { since: seen.now - LATELY, until: seen.now },
        lookups: [
          { AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' },
          ...names.map((name) => ({ AttributeKey: 'Username' as const, AttributeValue: name })),
        ],
        pages: 1,
        take: (record) => seen.events.add(record),
        onMore: () => undefined,
      },
      unseen,
    ),
  ]);
  if (files) seen.files = files;
  seen.sources = { ...(history && { history }), unseen };
  const isDenied = history && 'unknown' in history;
  if ('unknown' in seen.trails && isDenied) throw new Blocked(seen.trails.unknown);
}

/** The newest files of each region. */
async function newestFiles(look: PageLook, place: LogPlace): Promise<LogFile[]> {
  const span = { since: 0, until: look.clock() };
  const regions = await regionsIn(look, place);
  const found = await pMap(
    regions,
    async (region) => {
      const newest: LogFile[] = [];
      for await (const day of filesOf(look, place, region, span)) {
        newest.push(...day);
        if (newest.length >= FILES_SHOWN) break;
      }
      return newest.slice(0, FILES_SHOWN);
    },
    { concurrency: REGIONS_AT_ONCE },
  );
  return found.flat().toSorted((a, b) => b.at - a.at);
}

/** Calls back when there is twice as much as at the last time: a screen need not draw each event. */
function growing(size: () => number, more: () => void) {
  let next = 20;
  return () => {
    if (size() < next) return;
    next = size() * 2;
    more();
  };
}
