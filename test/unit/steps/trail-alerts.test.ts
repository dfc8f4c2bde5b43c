import trailAlerts from '../../../steps/trail-alerts.ts';
import { giveRules, giveTopic } from '../../support/accounts/alerts.ts';
import { giveTrail } from '../../support/accounts/trails.ts';
import { contract } from '../../support/step-contract.ts';

contract(trailAlerts, {
  answers: { 'trail-alerts.address': 'lee@example.com', 'cloudtrail.days': 90 },
  partiallySecured: {
    'a topic whose policy somebody has changed': async (_, state) => {
      giveTopic(state, { name: 'rootlock-alerts' });
    },
    'a trail whose bucket is elsewhere': async (_, state) => {
      giveTrail(state);
      const [bucket] = state.buckets;
      if (bucket) Object.assign(bucket, { region: 'eu-west-1' });
    },
  },
  hardened: async (_, state) => {
    giveTrail(state);
    giveRules(state, { source: ['aws.cloudtrail', 'aws.s3'] });
  },
  traffic: { reads: 47, writes: 6, rounds: 22 },
});
