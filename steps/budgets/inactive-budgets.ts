import type { Account } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import type { AwsBudget } from './counted-costs.ts';

/** The first reason why a budget warns of nothing now, whatever its figures are. Days are ISO 8601, UTC. */
export type Inactivity =
  | { startsOn: string }
  | { endedOn: string }
  | { health: string }
  | { billingView: string };

/** @param now AWS's time in milliseconds */
export function inactivityOf(
  { TimePeriod: { Start, End } = {}, HealthStatus, BillingViewArn }: AwsBudget,
  { id }: Account,
  now: number,
): Inactivity | undefined {
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  if (Start && Start.getTime() > now) return { startsOn: dayOf(Start) };
  if (End && End.getTime() <= now) return { endedOn: dayOf(End) };
  const { Status = 'HEALTHY', StatusReason = Status } = HealthStatus ?? {};
  if (Status !== 'HEALTHY') return { health: String(StatusReason) };
  // Only the primary view of the account holds all that it spends.
  const isPrimary = BillingViewArn?.endsWith(`:billing::${id}:billingview/primary`) ?? true;
  return isPrimary ? undefined : { billingView: String(BillingViewArn) };
}

export function describeInactivity(inactive: Inactivity): Text {
  if ('startsOn' in inactive) return t('starts on {day}', { day: inactive.startsOn });
  if ('endedOn' in inactive) return t('ended on {day}', { day: inactive.endedOn });
  return 'health' in inactive
    ? t('AWS cannot calculate its costs: {reason}', { reason: inactive.health })
    : t('counts only the billing view {view}', { view: inactive.billingView });
}

/**
 * The period of a budget that warns from this month on. `UpdateBudget` replaces the whole budget, so the period is sent
 * again.
 */
export function presentPeriod({ TimePeriod }: AwsBudget, now: number): AwsBudget['TimePeriod'] {
  const { Start, End } = TimePeriod ?? {};
  const today = new Date(now);
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1));
  return {
    Start: Start && Start.getTime() <= now ? Start : month,
    ...(End && End.getTime() > now && { End }),
  };
}
