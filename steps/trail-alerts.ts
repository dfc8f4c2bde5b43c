import { isProject } from '../src/engine/applicable.ts';
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
import {
  pendingAddresses,
  type SubscriptionAnswers,
  subscriptionQuestions,
} from './alerts/subscription.ts';
import { problemWithAddress } from './shared/email.ts';
import { bucketName } from './trail/log-bucket.ts';
import { readTrails } from './trail/read-trails.ts';
import { bestTrail } from './trail/trails.ts';

interface Seen extends SeenAlerts {
  /** The bucket that the trail writes to, now or once it is made. */
  bucket: string;
  /** The address that the sign-in alerts were given. */
  given: string | null;
  /** An address of the owner's that is known from elsewhere. */
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
    const given = look.known('sign-in-alerts.address');
    return {
      ...seen,
      bucket,
      given: typeof given === 'string' && !problemWithAddress(given) ? given : null,
      offered: await offeredAddress(look, seen.topic),
    };
  },

  evidence: (seen) => ({ bucket: seen.bucket, ...alertsEvidence(seen) }),

  status: (seen) => alertsStatus(seen, t('none, so the trail could be stopped unnoticed')),

  mayAsk: { confirm: 'select', address: 'text' },

  // The sign-in alerts ask for the address, and how to go on without an answer to the mail. A project has none.
  questions({ rulesWanted, topic, given, offered }, account) {
    const isAskedThere = given !== null || pendingAddresses(topic).length > 0;
    return rulesWanted === 0 || (isAskedThere && !isProject(account))
      ? {}
      : subscriptionQuestions(topic, offered);
  },

  plan(seen, answers: SubscriptionAnswers, account) {
    const { bucket, given } = seen;
    const known = { ...(given && { address: given }), ...answers };
    return alertChanges(seen, ID, trailAlerts(bucket), known, account);
  },
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
  const region = trail && !found ? null : (found?.BucketRegion ?? hub);
  return { hub, bucket, region };
}
