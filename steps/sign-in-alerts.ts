import { Blocked } from '../src/engine/errors.ts';
import { step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { signInAlerts } from './alerts/alerts.ts';
import { alertsStatus, hearers } from './alerts/alerts-status.ts';
import {
  alertChanges,
  alertsEvidence,
  observeAlerts,
  type SeenAlerts,
} from './alerts/observe-alerts.ts';
import { offeredAddress } from './alerts/offered-address.ts';
import { type SubscriptionAnswers, subscriptionQuestions } from './alerts/subscription.ts';
import { alertsRegion } from './alerts/topic.ts';
import { everyRegion } from './shared/enabled-regions.ts';

interface Seen extends SeenAlerts {
  /** An address of the owner's that is known already. */
  offered: string | null;
}

const ID = 'sign-in-alerts';

export default step({
  id: ID,
  title: t('Sign-in alerts'),
  why: t(
    'You get an email when root signs in or somebody creates a new way in. What you and Rootlock do yourselves sends one too.',
  ),
  // Events of AWS's services are free, and so are the first 1,000 mails of a month.
  cost: 'free',
  level: 'recommended',
  needs: ['cloudtrail'],
  notFor: ['project'],
  controls: [],

  async observe(look): Promise<Seen> {
    const [hub, regions] = await Promise.all([alertsRegion(look), everyRegion(look)]);
    const seen = await observeAlerts(look, ID, signInAlerts, { hub, regions, bucket: null });
    if (seen.outOfScope.includes('us-east-1')) throw closedToRoot();
    return { ...seen, offered: await offeredAddress(look, seen.topic) };
  },

  evidence: (seen) => alertsEvidence(seen),

  status: (seen) => alertsStatus(seen, t('none, so nobody notices when root signs in')),

  handover: (seen) =>
    seen.rulesWanted === 0
      ? []
      : [[t('sign-in alerts'), t('to {addresses}', { addresses: hearers(seen) })]],

  mayAsk: { confirm: 'select', address: 'text' },

  questions: ({ rulesWanted, topic, offered }) =>
    rulesWanted === 0 ? {} : subscriptionQuestions(topic, offered),

  plan: (seen, answers: SubscriptionAnswers, account) =>
    alertChanges(seen, ID, signInAlerts, answers, account),
});

/** What root does, and all changes of IAM, arrive there alone. */
const closedToRoot = () =>
  new Blocked(
    t('This account cannot use us-east-1, where root signs in: nobody would be told of it.'),
    [t('Ask whoever manages the organization to allow EventBridge and IAM in us-east-1.')],
  );
