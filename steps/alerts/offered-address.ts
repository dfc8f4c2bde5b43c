import type { Look } from '../../src/engine/step.ts';
import { readBudgets } from '../budgets/warning-budgets.ts';
import { addressesIn } from '../shared/email.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';
import type { Topic } from './topic.ts';

/** An address that the owner has given for the budgets. `null` if there is none, or none is needed. */
export async function offeredAddress(look: Look, topic: Topic | null): Promise<string | null> {
  if (topic && topic.subscribers.length > 0) return null;
  const answered = look.known('billing-alerts.addresses');
  const [first] = addressesIn(typeof answered === 'string' ? answered : '');
  if (first) return first;
  const budgets = (await unlessDenied(readBudgets(look))) ?? [];
  const [subscribed] = budgets.flatMap(({ alerts }) => alerts.flatMap(({ emails }) => emails));
  return subscribed ?? null;
}
