import * as sdk from '@aws-sdk/client-cost-explorer';
import type { Paging, Reads, Writes } from '../declarations.ts';

export { CostExplorerClient as Client } from '@aws-sdk/client-cost-explorer';

const BY_NEXT_PAGE_TOKEN: Paging = { input: 'NextPageToken', output: 'NextPageToken' };

/** Cost Explorer, of which only what is free may be declared: each query of costs or forecasts costs 0.01 USD. */
export const reads = {
  GetAnomalyMonitors: { Command: sdk.GetAnomalyMonitorsCommand, pages: BY_NEXT_PAGE_TOKEN },
  GetAnomalySubscriptions: {
    Command: sdk.GetAnomalySubscriptionsCommand,
    pages: BY_NEXT_PAGE_TOKEN,
  },
} satisfies Reads;

export const writes = {
  // The second one is refused, because an account has one monitor of services.
  CreateAnomalyMonitor: { Command: sdk.CreateAnomalyMonitorCommand, resend: false },
  // Names are not unique.
  CreateAnomalySubscription: { Command: sdk.CreateAnomalySubscriptionCommand, resend: false },
} satisfies Writes;
