import signInAlerts from '../../../steps/sign-in-alerts.ts';
import { giveRules } from '../../support/accounts/alerts.ts';
import { giveTrail } from '../../support/accounts/trails.ts';
import { contract } from '../../support/step-contract.ts';

const ADDRESS = 'lee@example.com';

contract(signInAlerts, {
  answers: { 'sign-in-alerts.address': ADDRESS, 'cloudtrail.days': 90 },
  // Each possible fault at each of so many calls takes long: other accounts are tried below, one run each.
  partiallySecured: {},
  hardened: async (_, state) => {
    giveTrail(state);
    giveRules(state, { account: [state.id] });
  },
  traffic: { reads: 89, writes: 26, rounds: 46 },
});
