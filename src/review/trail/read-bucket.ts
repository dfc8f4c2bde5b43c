import type { Readable } from 'node:stream';
import pMap from 'p-map';
import { type Text, t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import type { Reach } from './history.ts';
import { type FileEnd, readLogFile } from './log-file.ts';
import { filesOf, type LogFile, type LogPlace, regionsIn, type Span } from './log-files.ts';

/** So much is read for one answer: a few seconds. `since` and `until` say which files. */
const MOST_FILES = 300;
const MOST_BYTES = 100_000_000;
const REGIONS_AT_ONCE = 3;
const FILES_AT_ONCE = 4;

export interface BucketRead extends Reach {
  /** Files that were read. */
  files: number;
  /** Why files could not be read, or not to their end: how many, and one of them. */
  faults: Map<Text['en'], { why: Text; n: number; file: string }>;
}

/** Opens a log file and gives its events as they come. `undefined` if it does not exist. */
export async function readFile(
  look: PageLook,
  { bucket, region }: Pick<LogPlace, 'bucket' | 'region'>,
  key: string,
  take: (record: unknown) => void,
): Promise<FileEnd | undefined> {
  const input = { Bucket: bucket, Key: key, ExpectedBucketOwner: look.account.id };
  const found = await look.find('s3', 'GetObject', input, region);
  return found && readLogFile(found.Body as Readable, take);
}

/**
 * Reads the newest log files of these regions.
 *
 * @throws Blocked if they cannot be listed, or one of them not opened: what is denied for one is denied for all
 */
export async function readBucket(
  look: PageLook,
  place: LogPlace,
  regions: Iterable<string>,
  { span, take, onFile }: { span: Span; take(record: unknown): void; onFile(): void },
): Promise<BucketRead> {
  const there = await regionsIn(look, place);
  const read: BucketRead = { back: span.since, cut: false, files: 0, faults: new Map() };
  let bytes = 0;
  const isOver = () => bytes > MOST_BYTES;
  const cutAt = (time: number) => {
    read.cut = true;
    read.back = Math.max(read.back, time);
  };

  const open = async ({ key, at }: LogFile) => {
    if (isOver()) return cutAt(at);
    const end = await readFile(look, place, key, take);
    read.files++;
    bytes += end?.bytes ?? 0;
    const why = end ? end.fault : t('it no longer exists');
    if (why) {
      const n = (read.faults.get(why.en)?.n ?? 0) + 1;
      read.faults.set(why.en, { why, file: key, n });
    }
    onFile();
  };

  /** Reads so many files at most, and returns how many it has read. */
  const readOn = async (region: RegionFiles, most: number): Promise<number> => {
    let left = most;
    while (left > 0 && !isOver() && (await hasMore(region))) {
      const files = region.day.splice(0, left);
      await pMap(files, open, { concurrency: FILES_AT_ONCE });
      left -= files.length;
    }
    return most - left;
  };

  let busy = [...regions]
    .filter((region) => there.includes(region))
    .map((region): RegionFiles => ({ days: filesOf(look, place, region, span), day: [] }));
  // What quiet regions leave of their share goes to those that have more.
  for (let left = MOST_FILES; left > 0 && busy.length > 0 && !isOver(); ) {
    const share = Math.ceil(left / busy.length);
    const used = await pMap(busy, (one) => readOn(one, share), { concurrency: REGIONS_AT_ONCE });
    left -= used.reduce((sum, n) => sum + n, 0);
    const hasLeft = await pMap(busy, hasMore, { concurrency: REGIONS_AT_ONCE });
    busy = busy.filter((_, n) => hasLeft[n]);
  }
  for (const { day } of busy) cutAt(day[0]?.at ?? span.until);
  return read;
}

/** The files of a region that are left: days that were not listed yet, and those of the day that was. */
interface RegionFiles {
  days: AsyncGenerator<LogFile[]>;
  day: LogFile[];
}

async function hasMore(region: RegionFiles): Promise<boolean> {
  if (region.day.length === 0) region.day = (await region.days.next()).value ?? [];
  return region.day.length > 0;
}
