import { CIS_FILTERS } from '../../../steps/alerts/cis-filters.ts';
import cisAlarms from '../../../steps/cis-alarms.ts';
import { giveAlarm, giveLogGroup } from '../../support/accounts/alarms.ts';
import { giveTopic } from '../../support/accounts/alerts.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { giveTrail } from '../../support/accounts/trails.ts';
import { contract } from '../../support/step-contract.ts';

contract(cisAlarms, {
  answers: {
    'cis-alarms.days': 1,
    'cloudtrail.days': 90,
    'cis-alarms.address': 'lee@example.com',
  },
  partiallySecured: {
    'a log group that a crash left': async (_, state) => {
      state.logGroups.push({
        name: 'rootlock-trail',
        region: 'us-east-1',
        created: NOW.toISOString(),
        tags: {},
        filters: [],
      });
    },
    "a log group of the owner's, with a filter and an alarm of theirs, and one that is switched off":
      async (_, state) => {
        const group = giveLogGroup(state, giveTrail(state));
        const topic = giveTopic(state);
        for (const { id, pattern } of CIS_FILTERS.slice(0, 2)) {
          giveAlarm(state, group, {
            name: id,
            pattern,
            topic,
            ActionsEnabled: id === 'refused-calls',
          });
        }
      },
  },
  hardened: async (_, state) => {
    const group = giveLogGroup(state, giveTrail(state), { retention: 731 });
    const topic = giveTopic(state);
    for (const { id, pattern } of CIS_FILTERS)
      giveAlarm(state, group, { name: id, pattern, topic });
  },
  repeated: ['PutMetricFilter', 'PutMetricAlarm'],
  traffic: { reads: 52, writes: 37, rounds: 56 },
});
