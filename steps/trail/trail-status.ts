import { type Text, t } from '../../src/text/text.ts';
import { sayOutOfScope } from '../shared/per-region.ts';
import { faultsOf, type Trail } from './trails.ts';

interface SeenTrails {
  trail: Trail | null;
  unreadable: string[];
  outOfScope: string[];
}

/** What the trail records, then what is unknown or left out. */
export function trailStatus(seen: SeenTrails): Text {
  const status = withUnreadable(seen);
  if (seen.outOfScope.length === 0) return status;
  return t('{status}. {leftOut}', { status, leftOut: sayOutOfScope(seen.outOfScope) });
}

function withUnreadable({ trail, unreadable }: SeenTrails): Text {
  const status = trail ? statusOf(trail) : t('none, so AWS keeps records for 90 days only');
  if (unreadable.length === 0) return status;
  const names = unreadable.join(', ');
  if (!trail) return t('{names}: the settings cannot be read from here', { names });
  return t('{status}. {names}: the settings cannot be read from here', { status, names });
}

function statusOf(trail: Trail): Text {
  const { name, lastFile } = trail;
  const [fault] = faultsOf(trail);
  if (fault) return t('{name}: {fault}', { name, fault });
  if (!lastFile) return t('{name} records all regions; no log file yet', { name });
  return t('{name} records all regions; last log file {time}', { name, time: toMinute(lastFile) });
}

/** A time of ISO 8601 to the minute. */
const toMinute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
