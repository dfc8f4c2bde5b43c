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
