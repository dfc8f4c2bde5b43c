import { BY_NEXT_TOKEN, type Paging } from '../all-pages.ts';

export {
  CloudTrailClient as Client,
  CreateTrailCommand as CreateTrail,
  DescribeTrailsCommand as DescribeTrails,
  GetEventSelectorsCommand as GetEventSelectors,
  GetTrailStatusCommand as GetTrailStatus,
  ListTrailsCommand as ListTrails,
  LookupEventsCommand as LookupEvents,
  PutEventSelectorsCommand as PutEventSelectors,
  StartLoggingCommand as StartLogging,
  UpdateTrailCommand as UpdateTrail,
} from '@aws-sdk/client-cloudtrail';

export const pages: Record<string, Paging> = {
  ListTrails: BY_NEXT_TOKEN,
  LookupEvents: BY_NEXT_TOKEN,
};
