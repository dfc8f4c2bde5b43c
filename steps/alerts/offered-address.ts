import type { Look } from '../../src/engine/step.ts';
import { readBudgets } from '../budgets/warning-budgets.ts';
import { knownAddress } from '../shared/email.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';
import type { Topic } from './topic.ts';

/** An address that the owner has given for other alerts. `null` if there is none, or none is needed. */
export async function offeredAddress(look: Look, topic: Topic | null): Promise<string | null> {
  if (topic && topic.subscribers.length > 0) return null;
  const known = knownAddress(look, ['billing-alerts.addresses', 'sign-in-alerts.address']);
  if (known) return known;
  const budgets = (await unlessDenied(readBudgets(look))) ?? [];
  const [subscribed] = budgets.flatMap(({ alerts }) => alerts.flatMap(({ emails }) => emails));
  return subscribed ?? null;
}
