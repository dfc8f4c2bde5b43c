import type { Account } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { inDollars } from './money.ts';

/** What AWS gives for a first cost budget on the FREE plan. AWS Free Tier, "Explore AWS" activities. US dollars. */
const FOR_A_BUDGET = 20;

/**
 * The plan of the account and the credits that are left, as far as AWS says so. Nothing here changes the plan: whoever
 * leaves the FREE plan cannot go back.
 */
export function planWords({
  kind,
}: Pick<Account, 'kind'>): { short: Text; long?: Text } | undefined {
  const { type, hasEnded, ends, credits } = kind?.plan ?? {};
  const left = (plan: Text) =>
    credits === undefined
      ? plan
      : t('{plan}, {credits} left', { plan, credits: inDollars(credits) });
  if (type === 'paid') return credits ? { short: left(t('paid plan')) } : undefined;
  if (type !== 'free' || hasEnded) return undefined;
  const plan = t('FREE plan');
  const until = ends ? t('FREE plan until {day}', { day: ends.toISOString().slice(0, 10) }) : plan;
  return {
    short: left(plan),
    long: t('{plan}. AWS gives {credits} for a first budget', {
      plan: left(until),
      credits: inDollars(FOR_A_BUDGET),
    }),
  };
}
