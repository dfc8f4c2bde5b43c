import { t } from '../../text/text.ts';
import { otherRegions } from '../other-regions.ts';
import type { Unseen } from '../page.ts';
import { MOST_EVENTS } from './event-list.ts';
import type { Seen } from './observe.ts';

export function trailUnseen(seen: Seen): Unseen[] {
  const { trails, files, sources, events, shows, isEverywhere, place, withoutDevice } = seen;
  const of = (what: Unseen['what'], why: Unseen['why'] | undefined) => (why ? [{ what, why }] : []);
  const { bucket, history } = sources;
  const missing = 'is' in trails ? trails.is.missing : {};
  const name = place?.bucket ?? '';
  return [
    ...('unknown' in trails ? of(t('trails'), trails.unknown) : []),
    ...of(t('trails of this region'), missing.region),
    ...of(t('trails of other regions'), missing.others),
    ...(files && 'unknown' in files
      ? of(t('log files in the bucket {name}', { name }), files.unknown)
      : []),
    ...(bucket && 'unknown' in bucket
      ? of(t('log files in the bucket {name}', { name }), bucket.unknown)
      : []),
    ...(bucket && 'is' in bucket
      ? [...bucket.is.faults.values()].flatMap(({ why, n, file }) =>
          of(t('{n} log files, {file} for instance', { n, file }), why),
        )
      : []),
    ...(bucket && 'is' in bucket && bucket.is.cut
      ? of(t('older log files'), t('The newest were read. Set since and until to read others.'))
      : []),
    ...sources.unseen,
    ...(history && 'is' in history && history.is.cut
      ? of(
          t('older events of the event history'),
          t('There are so many that the newest were looked through.'),
        )
      : []),
    ...of(t('who of them has no MFA device now'), withoutDevice.unknown),
    ...(events.isFull
      ? of(
          t('further events'),
          t('{n} events are shown at most. Set more to find fewer.', { n: MOST_EVENTS }),
        )
      : []),
    ...(shows === 'events' && (!bucket || 'unknown' in bucket)
      ? of(
          t('data events, and what is older than 90 days'),
          t('The event history does not have them, and no log file could be read.'),
        )
      : []),
    ...(isEverywhere || shows === 'file' ? [] : [otherRegions(seen.regions)]),
  ];
}
