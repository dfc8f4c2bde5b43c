import type { Account, Change, Evidence, Look } from '../../src/engine/step.ts';
import { masked } from '../../src/text/masked.ts';
import { readServiceRole, type ServiceRole } from '../iam/service-role.ts';
import { perRegion } from '../shared/per-region.ts';
import type { Alert } from './alerts.ts';
import { FORWARDING_ROLE, forwardingRoleChanges } from './forwarding-role.ts';
import { coveredByOwner } from './owners-rules.ts';
import { type RegionRules, readRules } from './read-rules.ts';
import { refuseFilters, type SubscriptionAnswers, subscriptionChanges } from './subscription.ts';
import { isHeard, readTopic, type Topic } from './topic.ts';
import { topicChanges, topicKeyCheck } from './topic-changes.ts';
import {
  isInPlace,
  isRuleOf,
  type Places,
  regionsOf,
  ruleChanges,
  wantedRules,
} from './wanted-rules.ts';

/** What there is of a step's alerts. */
export interface SeenAlerts {
  places: Places;
  /** Regions in which the alerts may arrive, and that are closed to this account. */
  outOfScope: string[];
  topic: Topic | null;
  rules: RegionRules[];
  /** Ids of the alerts that the owner's own rules send. */
  covered: string[];
  /** `null` if there is none, or if nothing is handed on. */
  role: ServiceRole | null;
  /** How many rules there should be, and how many of them are in place. */
  rulesWanted: number;
  rulesInPlace: number;
}

/** Reads what there is, in the region of the topic and in those that `where` names. */
export async function observeAlerts(
  look: Look,
  step: string,
  alerts: readonly Alert[],
  where: Places,
): Promise<SeenAlerts> {
  const { hub } = where;
  const wanted = new Set(alerts.flatMap((alert) => regionsOf(alert, where)));
  wanted.delete(hub);
  const read = (from: Look, region: string) => readRules(from, region, isRuleOf(step, alerts));
  const [topic, here, { found, outOfScope }, role] = await Promise.all([
    readTopic(look, hub),
    read(look, hub),
    perRegion(look, wanted, read),
    wanted.size > 0 ? readServiceRole(look, FORWARDING_ROLE) : null,
  ]);
  const isOpen = (region: string) => !outOfScope.has(region);
  const places = {
    hub,
    regions: where.regions.filter(isOpen),
    bucket: where.bucket !== null && isOpen(where.bucket) ? where.bucket : null,
  };
  const rules = [here, ...found];
  const covered = await coveredByOwner(look, alerts, rules, places);
  const all = wantedRules(step, uncovered(alerts, covered), places, look.account);
  if (all.length > 0) refuseFilters(topic);
  return {
    places,
    outOfScope: [...outOfScope.keys()],
    topic,
    rules,
    covered,
    role,
    rulesWanted: all.length,
    rulesInPlace: all.filter((rule) => isInPlace(rules, rule)).length,
  };
}

/** Those that no rule of the owner's sends. */
const uncovered = (alerts: readonly Alert[], covered: string[]): Alert[] =>
  alerts.filter(({ id }) => !covered.includes(id));

/** The changes until each alert reaches somebody: the topic, who hears it, and the rules that send to it. */
export function alertChanges(
  seen: SeenAlerts,
  step: string,
  alerts: readonly Alert[],
  answers: SubscriptionAnswers,
  account: Account,
): Change[] {
  const { places, topic, rules, role } = seen;
  const { hub } = places;
  const wanted = wantedRules(step, uncovered(alerts, seen.covered), places, account);
  if (wanted.length === 0) return [];
  const subscription = subscriptionChanges(step, topic, answers, account, hub);
  const isForwarded = wanted.some(({ region }) => region !== hub);
  return [
    ...topicChanges(step, topic, account, hub),
    ...subscription.filter(({ kind }) => kind !== 'console'),
    ...(isForwarded ? forwardingRoleChanges(role, account, hub) : []),
    ...ruleChanges(rules, wanted),
    ...topicKeyCheck(topic, hub),
    // The mail is on its way meanwhile.
    ...subscription.filter(({ kind }) => kind === 'console'),
  ];
}

/** Who hears the alerts, with addresses masked, and by which rules. */
export function alertsEvidence({
  places,
  outOfScope,
  topic,
  rules,
  covered,
}: SeenAlerts): Evidence {
  return {
    region: places.hub,
    subscribers: (topic?.subscribers ?? []).map(({ protocol, endpoint, confirmed, filtered }) => ({
      protocol,
      endpoint: masked(endpoint),
      confirmed,
      filtered,
    })),
    isHeard: isHeard(topic?.subscribers ?? []),
    rules: rules.flatMap(({ region, ours }) =>
      ours.map(({ name, enabled, targets }) => ({
        region,
        name,
        enabled,
        targets: targets.map(({ arn }) => arn),
      })),
    ),
    coveredByOwnRules: covered,
    outOfScope,
  };
}
