/**
 * Regions that are on in a new account. The others are off until the owner switches them on.
 * AWS Account Management User Guide, "Enable or disable AWS Regions in your account".
 */
export const REGIONS_BY_DEFAULT = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/** Regions that are off until the owner switches them on: some of them. */
export const OPT_IN_REGIONS = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'eu-south-1',
  'me-central-1',
  'me-south-1',
];
