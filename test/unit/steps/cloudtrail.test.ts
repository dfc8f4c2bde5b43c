import { describe } from 'vitest';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';
import { contract } from '../../support/step-contract.ts';

const READERS = {
  Sid: 'Readers',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::company-logs/<team>/<env.name>/*',
};
const SELECTOR = {
  ReadWriteType: 'WriteOnly',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: ['kms.amazonaws.com'],
};

contract(cloudtrail, {
  answers: { 'cloudtrail.days': 90 },
  partiallySecured: {
    'a trail that is stopped': async (_, state) => giveTrail(state, { logging: false }),
    'a single-region trail elsewhere, without validation': async (_, state) =>
      giveTrail(state, { region: 'eu-west-1', everywhere: false, validation: false }),
    'a trail that leaves events out': async (_, state) =>
      giveTrail(state, { selectors: [SELECTOR] }),
    'a bucket in another region, as a crash leaves it': async (_, state) =>
      giveBucket(state, `rootlock-trail-${state.id}-eu-west-1-an`, { region: 'eu-west-1' }),
  },
  hardened: async (_, state) =>
    giveTrail(state, {
      advanced: [
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] },
      ],
    }),
  traffic: { reads: 25, writes: 8, rounds: 17 },
});

describe('a bucket and a folder of the owner’s choice', () => {
  contract(cloudtrail, {
    answers: { 'cloudtrail.days': 90, 'cloudtrail.bucket': 'company-logs/audit' },
    partiallySecured: {
      'a bucket of that name with a foreign policy statement': async (_, state) =>
        giveBucket(state, 'company-logs', {
          region: 'us-east-2',
          policy: JSON.stringify({ Version: '2012-10-17', Statement: READERS }),
          versioning: 'Enabled',
        }),
    },
    hardened: async (_, state) => giveTrail(state, {}),
    traffic: { reads: 24, writes: 8, rounds: 17 },
  });
});
