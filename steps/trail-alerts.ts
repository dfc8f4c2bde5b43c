import { type Look, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { trailAlerts } from './alerts/alerts.ts';
import { alertsStatus } from './alerts/alerts-status.ts';
import {
  alertChanges,
  alertsEvidence,
  observeAlerts,
  type SeenAlerts,
} from './alerts/observe-alerts.ts';
import { offeredAddress } from './alerts/offered-address.ts';
import { type SubscriptionAnswers, subscriptionQuestions } from './alerts/subscription.ts';
import { bucketName } from './trail/log-bucket.ts';
import { readTrails } from './trail/read-trails.ts';
import { bestTrail } from './trail/trails.ts';

interface Seen extends SeenAlerts {
  /** The bucket that the trail writes to, now or once it is made. */
  bucket: string;
  /** An address of the owner's that is known already. */
  offered: string | null;
}

const ID = 'trail-alerts';

export default step({
  id: ID,
  title: t('Trail alerts'),
  why: t('Whoever breaks in stops the trail first. You get an email when somebody changes it.'),
  cost: 'free',
  level: 'recommended',
  needs: ['cloudtrail'],
  controls: [],

  async observe(look): Promise<Seen> {
    const { hub, bucket, region } = await trailPlaces(look);
    const places = { hub, regions: [], bucket: region };
    const seen = await observeAlerts(look, ID, trailAlerts(bucket), places);
    return { ...seen, bucket, offered: await offeredAddress(look, seen.topic) };
  },

  evidence: (seen) => ({ bucket: seen.bucket, ...alertsEvidence(seen) }),

  status: (seen) => alertsStatus(seen, t('none, so the trail could be stopped unnoticed')),

  questions: ({ rulesWanted, topic, offered }) =>
    rulesWanted === 0 ? {} : subscriptionQuestions(topic, offered),

  plan: (seen, answers: SubscriptionAnswers, account) =>
    alertChanges(seen, ID, trailAlerts(seen.bucket), answers, account),
});

/** Where the trail is, and its bucket. Before there is a trail: where it will be. */
async function trailPlaces(look: Look) {
  const { account } = look;
  const [{ trails }, { Buckets = [] }] = await Promise.all([
    readTrails(look),
    look.read('s3', 'ListBuckets', { MaxBuckets: 1000 }),
  ]);
  const trail = bestTrail(trails, account);
  const hub = trail?.home ?? account.region;
  const bucket = trail?.bucket || bucketName(account.region, account.id);
  const found = Buckets.find(({ Name }) => Name === bucket);
  // The bucket of an organization's trail is another account's: nothing of it arrives here.
  const region = trail ? (found?.BucketRegion ?? null) : hub;
  return { hub, bucket, region };
}
