import type { Account, ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { type Alert, forwardPattern } from './alerts.ts';
import { defaultBus, forwardingRoleArn } from './forwarding-role.ts';
import { transformerOf } from './mail.ts';
import type { Pattern } from './patterns.ts';
import type { FoundRule, RegionRules } from './read-rules.ts';
import { topicArn } from './topic.ts';

/** Where alerts arrive, and where their mails are made. */
export interface Places {
  /** The region of the topic. */
  hub: string;
  /** Regions that are on and open to this account. */
  regions: string[];
  /** The region of the trail's bucket, if it is this account's. */
  bucket: string | null;
}

interface Target {
  Id: string;
  Arn: string;
  RoleArn?: string;
  InputTransformer?: ReturnType<typeof transformerOf>;
}

/** A rule as it should be. */
interface WantedRule {
  name: string;
  region: string;
  pattern: Pattern;
  target: Target;
  summary: Text;
  targetSummary: Text;
  /** What the rules that hand on from these regions do, or this rule that makes a mail. */
  together(regions: string[]): Text;
}

const TARGET_ID = 'rootlock-alerts';

/** The name of the rule that makes the mail. */
const mailRule = ({ id }: Alert): string => `rootlock-${id}`;

/** The names that a step gives to its rules. */
export const isRuleOf =
  (step: string, alerts: readonly Alert[]) =>
  (name: string): boolean =>
    name === forwardingRule(step) || alerts.some((alert) => mailRule(alert) === name);

const forwardingRule = (step: string): string => `rootlock-forward-${step}`;

/** The regions in which EventBridge has the events of an alert, among those in which it can be asked for. */
export function regionsOf({ arrives }: Alert, { hub, regions, bucket }: Places): string[] {
  switch (arrives) {
    case 'everywhere':
      return regions;
    case 'us-east-1':
      return regions.filter((region) => region === 'us-east-1');
    case 'trail':
      return [hub];
    case 'bucket':
      return bucket === null ? [] : [bucket];
  }
}

/**
 * One rule for each alert in the region of the topic, which makes its mail, and one in each other region that hands on: a mail
 * has to be confirmed for each topic, and a rule reaches topics of its own region alone. A rule of the topic's region never
 * hands on, so no event goes round.
 */
export function wantedRules(
  step: string,
  alerts: readonly Alert[],
  places: Places,
  account: Account,
): WantedRule[] {
  const { hub } = places;
  const arriving = alerts.filter((alert) => regionsOf(alert, places).length > 0);
  const mails = arriving.map(
    (alert): WantedRule => ({
      name: mailRule(alert),
      region: hub,
      pattern: alert.pattern,
      target: {
        Id: TARGET_ID,
        Arn: topicArn(account, hub),
        InputTransformer: transformerOf(alert.lines),
      },
      summary: t('Watch for "{what}"', { what: alert.title }),
      targetSummary: t('Alert by email: "{what}"', { what: alert.title }),
      together: () => t('Alert by email: "{what}"', { what: alert.title }),
    }),
  );
  const others = new Set(arriving.flatMap((alert) => regionsOf(alert, places)));
  others.delete(hub);
  const forwards = [...others].map((region): WantedRule => {
    const here = arriving.filter((alert) => regionsOf(alert, places).includes(region));
    return {
      name: forwardingRule(step),
      region,
      pattern: forwardPattern(here),
      target: {
        Id: TARGET_ID,
        Arn: defaultBus(account, hub),
        RoleArn: forwardingRoleArn(account),
      },
      summary: t('Watch for them in {region} too', { region }),
      targetSummary: t('Hand them on from {region} to {hub}', { region, hub }),
      together: (all) =>
        t('Hand on such events to {hub} from {regions}', { hub, regions: all.join(', ') }),
    };
  });
  return [...mails, ...forwards];
}

/** The calls that turn the found rules into the wanted ones. */
export function ruleChanges(found: RegionRules[], wanted: WantedRule[]): ApiCall[] {
  const changed = wanted.map((rule) => ({
    rule,
    changes: changesOf(foundRule(found, rule), rule),
  }));
  const regions = changed
    .filter(({ rule, changes }) => rule.target.RoleArn && changes.length > 0)
    .map(({ rule }) => rule.region);
  return changed.flatMap(({ rule, changes }) =>
    changes.map((change) => ({ ...change, together: rule.together(regions) })),
  );
}

const foundRule = (found: RegionRules[], { name, region }: WantedRule): FoundRule | undefined =>
  found.find((one) => one.region === region)?.ours.find((rule) => rule.name === name);

/** The rule is there, works, and leads to its target. */
export const isInPlace = (found: RegionRules[], rule: WantedRule): boolean =>
  changesOf(foundRule(found, rule), rule).length === 0;

function changesOf(found: FoundRule | undefined, wanted: WantedRule): ApiCall[] {
  const isAsWanted = found?.enabled && isSameJson(found.pattern, wanted.pattern);
  return [
    ...(isAsWanted ? [] : [putRule(found, wanted)]),
    ...(found?.targets.some((target) => leadsTo(target, wanted.target))
      ? []
      : [putTarget(found, wanted)]),
  ];
}

/** The words of a mail may be in another language than is spoken now. */
const leadsTo = (
  { arn, role, fields }: FoundRule['targets'][number],
  { Arn, RoleArn, InputTransformer }: Target,
): boolean =>
  arn === Arn &&
  role === (RoleArn ?? null) &&
  (InputTransformer === undefined || isSameJson(fields, InputTransformer.InputPathsMap));

function isSameJson(text: string | null, wanted: object): boolean {
  try {
    return text !== null && sorted(JSON.parse(text)) === sorted(wanted);
  } catch {
    return false;
  }
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** EventBridge replaces the rule of that name as a whole, and keeps its targets. */
const putRule = (found: FoundRule | undefined, wanted: WantedRule): ApiCall => ({
  kind: 'call',
  summary: wanted.summary,
  ...(found && {
    danger: true,
    diff: [
      [
        t('rule {name}', { name: wanted.name }),
        found.enabled ? t('matches other events') : t('off'),
        t('as Rootlock makes it'),
      ],
    ],
  }),
  undo: t('EventBridge console > Rules > {name} > Delete', { name: wanted.name }),
  service: 'events',
  operation: 'PutRule',
  region: wanted.region,
  input: {
    Name: wanted.name,
    EventPattern: JSON.stringify(wanted.pattern),
    State: 'ENABLED',
    ...(!found && { Tags: [ROOTLOCK_TAG] }),
  },
});

const putTarget = (
  found: FoundRule | undefined,
  { targetSummary, ...wanted }: WantedRule,
): ApiCall => ({
  kind: 'call',
  summary: targetSummary,
  ...(found?.targets.some(({ id }) => id === TARGET_ID) && { danger: true }),
  service: 'events',
  operation: 'PutTargets',
  region: wanted.region,
  input: { Rule: wanted.name, Targets: [wanted.target] },
});
