import { masked } from '../../src/text/masked.ts';
import { type Text, t } from '../../src/text/text.ts';
import { withOutOfScope } from '../shared/per-region.ts';
import type { SeenAlerts } from './observe-alerts.ts';
import { pendingAddresses } from './subscription.ts';
import { confirmedPeople, isHeard } from './topic.ts';

/** The line of a step's alerts in the list. `none`: what it means that there are none. */
export function alertsStatus(seen: SeenAlerts, none: Text): Text {
  return withOutOfScope(withoutRegions(seen, none), seen.outOfScope);
}

function withoutRegions(seen: SeenAlerts, none: Text): Text {
  const { topic, rulesWanted: all, rulesInPlace: there } = seen;
  const subscribers = topic?.subscribers ?? [];
  if (all === 0) return t('your own rules send them');
  if (there === 0) return none;
  const pending = pendingAddresses(topic);
  if (!isHeard(subscribers)) {
    return pending.length > 0
      ? t('no email arrives until {addresses} confirms', { addresses: pending.join(', ') })
      : t('nobody gets the emails');
  }
  if (there < all) return t('only {there} of {all} rules are in place', { there, all });
  return t('emails to {addresses}', { addresses: hearers(seen) });
}

/** Who gets the mails. The address of a chat or a pager holds its password. */
export const hearers = ({ topic }: SeenAlerts): string =>
  confirmedPeople(topic?.subscribers ?? [])
    .map(({ protocol, endpoint }) =>
      protocol.startsWith('email') ? endpoint : `${protocol} ${masked(endpoint)}`,
    )
    .join(', ');
