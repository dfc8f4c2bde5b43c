import { type Change, type ConsoleChange, type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { CIS_FILTERS } from './alerts/cis-filters.ts';
import { type Alarms, alarmChanges, readAlarms, warningOf } from './alerts/log-alarms.ts';
import {
  asksForRetention,
  deliveryChanges,
  type LogDelivery,
  readLogDelivery,
  trailForAlarms,
} from './alerts/log-delivery.ts';
import { offeredAddress } from './alerts/offered-address.ts';
import {
  refuseFilters,
  type SubscriptionAnswers,
  subscriptionChanges,
  subscriptionQuestions,
} from './alerts/subscription.ts';
import { isHeard, readTopic, type Topic, topicArn } from './alerts/topic.ts';
import { topicChanges, topicKeyCheck } from './alerts/topic-changes.ts';
import { readTrails } from './trail/read-trails.ts';
import type { Trail } from './trail/trails.ts';

interface Seen {
  /** `null` if no trail of this account can be counted from here. */
  logged: Logged | null;
}

interface Logged {
  trail: Trail;
  delivery: LogDelivery;
  alarms: Alarms;
  topic: Topic | null;
  /** Of ours, whether or not it is there. */
  topicArn: string;
  /** An address of the owner's that is known already. */
  offered: string | null;
}

/** Days that CloudWatch Logs takes. API reference, PutRetentionPolicy. */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];
const DEFAULT_DAYS = 365;

const daysQuestion: Question<'number'> = {
  kind: 'number',
  message: t('Keep events in CloudWatch Logs for how many days? The bucket keeps its own copy.'),
  min: 1,
  max: 3653,
  initial: DEFAULT_DAYS,
  validate: (given) =>
    RETENTIONS.includes(given)
      ? undefined
      : t('AWS takes one of these: {days}.', { days: RETENTIONS.join(', ') }),
};

const ID = 'cis-alarms';

export default step({
  id: ID,
  title: t('CIS alarms'),
  why: t(
    'An audit by the CIS benchmark asks for 15 CloudWatch alarms, and counts no other alert. CIS 5.16 (Security Hub) costs extra and is left out.',
  ),
  // 15 metrics at $0.30 and 15 alarms at $0.10, of which AWS gives ten each for free. CloudWatch pricing, 2026.
  cost: t('$2 to $6 a month, and $0.50 to $0.76 for each GB of events'),
  level: 'optional',
  needs: ['cloudtrail'],
  controls: ['alarms'],

  async observe(look): Promise<Seen> {
    const { trails } = await readTrails(look);
    const trail = trailForAlarms(trails, look.account);
    if (!trail) return { logged: null };
    const delivery = await readLogDelivery(look, trail);
    const [alarms, topic] = await Promise.all([
      readAlarms(look, delivery.name, trail.home),
      readTopic(look, trail.home),
    ]);
    const offered = await offeredAddress(look, topic);
    const arn = topicArn(look.account, trail.home);
    const logged = { trail, delivery, alarms, topic, topicArn: arn, offered };
    if (usesOurTopic(logged)) refuseFilters(topic);
    return { logged };
  },

  evidence: (seen) => ({
    trail: seen.logged?.trail.logs ? seen.logged.trail.arn : null,
    logGroup: seen.logged?.trail.logs?.group ?? null,
    retentionDays: seen.logged?.delivery.group?.retention ?? null,
    alarms: warnings(seen).map(({ control, warning }) => ({ control, ...warning })),
  }),

  status(seen) {
    const { logged } = seen;
    if (!logged) return t('another account has the trail, or its log group');
    const { trail, delivery, topic } = logged;
    if (!trail.logs) return t('none: the trail does not reach CloudWatch Logs');
    if (!delivery.group) return t('none: the log group {name} is gone', { name: delivery.name });
    if (trail.logs.error) return t('none: events do not reach the log group');
    const n = warnings(seen).filter(({ warning }) => warning).length;
    const all = CIS_FILTERS.length;
    const alarms =
      n === all ? t('all {all} alarms', { all }) : t('{n} of {all} alarms', { n, all });
    if (
      n > 0 &&
      !isHeard(topic?.subscribers ?? []) &&
      !logged.alarms.alarms.some((alarm) => alarm.isHeard)
    ) {
      return t('{alarms}, and nobody is told', { alarms });
    }
    return t('{alarms}, from {name}', { alarms, name: delivery.name });
  },

  mayAsk: { days: 'number', confirm: 'select', address: 'text' },

  questions: ({ logged }) => ({
    ...(logged && asksForRetention(logged.trail, logged.delivery) && { days: daysQuestion }),
    ...(logged && usesOurTopic(logged) && subscriptionQuestions(logged.topic, logged.offered)),
  }),

  plan({ logged }, answers: { days?: number } & SubscriptionAnswers, account): Change[] {
    if (!logged) return [elsewhere(account.region)];
    const { trail, delivery, alarms, topic } = logged;
    return [
      ...(usesOurTopic(logged) ? topicChanges(ID, topic, account, trail.home) : []),
      ...deliveryChanges(trail, delivery, answers.days ?? DEFAULT_DAYS, account),
      ...alarmChanges(alarms, delivery.name, account, trail.home),
      ...(usesOurTopic(logged)
        ? [
            ...topicKeyCheck(topic, trail.home),
            ...subscriptionChanges(ID, topic, answers, account, trail.home),
          ]
        : []),
    ];
  },
});

/** What warns of each thing, by the numbers of CIS. */
const warnings = ({ logged }: Seen) =>
  CIS_FILTERS.map((wanted) => ({
    control: wanted.control,
    warning: logged && warningOf(wanted, logged.alarms, logged.topicArn),
  }));

/** Something is not told by the owner's own alarms and topics alone. */
const usesOurTopic = ({ alarms }: Pick<Logged, 'alarms'>): boolean =>
  CIS_FILTERS.some((wanted) => !warningOf(wanted, alarms, ''));

/** Only the account that owns the log group can count in it. */
const elsewhere = (region: string): ConsoleChange => ({
  kind: 'console',
  id: 'elsewhere',
  shownLate: true,
  shownAfter: t('This takes days or weeks. Carry on; Rootlock looks again at each run.'),
  summary: t('Have these alarms made in the account that owns the trail, or its log group'),
  url: `https://${region}.console.aws.amazon.com/cloudtrailv2/home?region=${region}#/trails`,
  page: t('the list of trails'),
  instructions: [
    t('Ask whoever manages that account: Rootlock makes these alarms there too.'),
    t('A trail of this account would do as well. AWS charges for its copy of the events.'),
  ],
});
