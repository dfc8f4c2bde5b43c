import type { AccessKey, KeyUse, PracticeState } from '../../state/account-state.ts';

/** Uses that are old enough for IAM to show, and the rest. */
export function settledUses(
  { lastUsed, recentUses = [] }: AccessKey,
  { lastUsedDelay }: PracticeState,
  now: Date,
): { lastUsed: KeyUse | undefined; recentUses: KeyUse[] } {
  const isShown = ({ at }: KeyUse) => Date.parse(at) <= now.getTime() - lastUsedDelay;
  return {
    lastUsed: recentUses.findLast(isShown) ?? lastUsed,
    recentUses: recentUses.filter((use) => !isShown(use)),
  };
}

/** Records that a key has signed a call. IAM shows it after `lastUsedDelay`. Times are whole seconds, as in IAM. */
export function recordUse(
  key: AccessKey,
  state: PracticeState,
  { now, ...where }: { now: Date; service: string; region: string },
): void {
  const { lastUsed, recentUses } = settledUses(key, state, now);
  const use = { at: new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString(), ...where };
  if (lastUsed) key.lastUsed = lastUsed;
  key.recentUses = [...recentUses.filter(({ at }) => at !== use.at), use];
}
