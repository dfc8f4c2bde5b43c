import type { Look } from '../engine/step.ts';
import { type Find, Inventory } from './inventory.ts';
import {
  accountAlias,
  contacts,
  passwordPolicy,
  publicAccessBlock,
} from './kinds/account-settings.ts';
import { alertRules } from './kinds/alert-rules.ts';
import { alertTopics } from './kinds/alert-topics.ts';
import { analyzers } from './kinds/analyzers.ts';
import { costAnomalyThings } from './kinds/cost-anomaly-things.ts';
import { detectors } from './kinds/detectors.ts';
import { ec2RegionThings } from './kinds/ec2-region-things.ts';
import { iamIdentities } from './kinds/iam-identities.ts';
import { logBuckets } from './kinds/log-buckets.ts';
import { logGroup } from './kinds/log-group.ts';
import { metricAlarms } from './kinds/metric-alarms.ts';
import { warningBudgetThings } from './kinds/money-alerts.ts';
import { trailItself } from './kinds/trail-itself.ts';

/** Everything that is exported, in an order in which it can be made. */
const kinds: Find[] = [
  iamIdentities,
  passwordPolicy,
  accountAlias,
  contacts,
  publicAccessBlock,
  alertTopics,
  logGroup,
  logBuckets,
  trailItself,
  metricAlarms,
  alertRules,
  warningBudgetThings,
  costAnomalyThings,
  ec2RegionThings,
  analyzers,
  detectors,
];

/** Looks for all of it. What cannot be read is noted, and the rest goes on. */
export async function takeInventory(look: Look): Promise<Inventory> {
  const found = await Promise.all(
    kinds.map(async (find) => {
      const inventory = new Inventory();
      await find(look, inventory);
      return inventory;
    }),
  );
  const whole = new Inventory();
  whole.take(found);
  return whole;
}
