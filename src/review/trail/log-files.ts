import { DAY_MS } from '../../../steps/shared/days.ts';
import { attempt } from '../known.ts';
import type { PageLook } from '../page.ts';
import type { SeenTrail } from './read-trails.ts';

/** Where a trail's log files are. */
export interface LogPlace {
  bucket: string;
  /** The bucket's. */
  region: string;
  /** Of the folders of regions, with a slash at the end. */
  folder: string;
}

export interface LogFile {
  key: string;
  /** Where its events are from. */
  region: string;
  /** Milliseconds: the time in its name. */
  at: number;
  /** Bytes, zipped. */
  size: number;
}

/** Milliseconds. */
export interface Span {
  since: number;
  until: number;
}

/** `AWSLogs/…/CloudTrail/REGION/2026/11/29/…_CloudTrail_REGION_20261129T1205Z_….json.gz`. CloudTrail User Guide, file names. */
const FILE_NAME = /_CloudTrail_[a-z0-9-]+_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_[^/]+\.json\.gz$/;

/** A bucket of this account, or AWS refuses: whoever else takes a name that is free again could tell anything. */
const list = (look: PageLook, place: LogPlace, Prefix: string, isFolder: boolean) =>
  look.read(
    's3',
    'ListObjectsV2',
    {
      Bucket: place.bucket,
      Prefix,
      ...(isFolder && { Delimiter: '/' }),
      ExpectedBucketOwner: look.account.id,
    },
    place.region,
  );

/** Where this trail's files of this account are. Nobody may say the bucket's region: then it is taken for the trail's. */
export async function placeOf(look: PageLook, trail: SeenTrail, id?: string): Promise<LogPlace> {
  // S3 includes the regions only if MaxBuckets is given.
  const listed = await attempt(look.read('s3', 'ListBuckets', { MaxBuckets: 1000 }));
  const found =
    'is' in listed ? listed.is.Buckets?.find(({ Name }) => Name === trail.bucket) : undefined;
  const prefix = trail.prefix === '' ? '' : `${trail.prefix}/`;
  const account = `${id === undefined ? '' : `${id}/`}${look.account.id}`;
  return {
    bucket: trail.bucket,
    region: found?.BucketRegion ?? trail.home,
    folder: `${prefix}AWSLogs/${account}/CloudTrail/`,
  };
}

/** The names of what is in a folder, those that match alone: anybody may have put something else there. */
async function foldersIn(look: PageLook, place: LogPlace, prefix: string, name: RegExp) {
  const { CommonPrefixes = [] } = await list(look, place, prefix, true);
  return CommonPrefixes.flatMap(({ Prefix = '' }) => {
    const inner = Prefix.slice(prefix.length, -1);
    return name.test(inner) ? [inner] : [];
  });
}

/** The regions that have folders. */
export const regionsIn = (look: PageLook, place: LogPlace): Promise<string[]> =>
  foldersIn(look, place, place.folder, /^[a-z]{2,}(-[a-z]+)+-\d$/);

/** The log files of a region, the newest first, a day at a time. Days without files are never asked for. */
export async function* filesOf(
  look: PageLook,
  place: LogPlace,
  region: string,
  { since, until }: Span,
): AsyncGenerator<LogFile[]> {
  const root = `${place.folder}${region}/`;
  // A file's events are from the minutes before its time: the last ones of a day are in the next folder.
  const last = until + DELIVERED_WITHIN;
  const isWithin = (from: number, to: number) => from <= last && to > since;
  for (const year of newest(await foldersIn(look, place, root, /^\d{4}$/))) {
    if (!isWithin(Date.UTC(+year, 0), Date.UTC(+year + 1, 0))) continue;
    for (const month of newest(await foldersIn(look, place, `${root}${year}/`, /^\d\d$/))) {
      if (!isWithin(Date.UTC(+year, +month - 1), Date.UTC(+year, +month))) continue;
      const folder = `${root}${year}/${month}/`;
      for (const day of newest(await foldersIn(look, place, folder, /^\d\d$/))) {
        const from = Date.UTC(+year, +month - 1, +day);
        if (!isWithin(from, from + DAY_MS)) continue;
        const { Contents = [] } = await list(look, place, `${folder}${day}/`, false);
        const files = Contents.flatMap(({ Key = '', Size = 0 }) => fileOf(Key, Size, region));
        const wanted = files.filter(({ at }) => at >= since && at <= last);
        if (wanted.length > 0) yield wanted.toSorted((a, b) => b.at - a.at);
      }
    }
  }
}

/** Milliseconds: CloudTrail delivers most events within 5 minutes, and nearly all within 15. */
const DELIVERED_WITHIN = 3_600_000;

const newest = (names: string[]): string[] => names.toSorted().reverse();

function fileOf(key: string, size: number, region: string): LogFile[] {
  const [, ...parts] = FILE_NAME.exec(key) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number);
  return parts.length === 0
    ? []
    : [{ key, region, size, at: Date.UTC(year, month - 1, day, hour, minute) }];
}
