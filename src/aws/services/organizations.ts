import * as sdk from '@aws-sdk/client-organizations';
import { ONE_PAGE, type Reads, type Writes } from '../declarations.ts';

export { OrganizationsClient as Client } from '@aws-sdk/client-organizations';

export const reads = {
  DescribeOrganization: {
    Command: sdk.DescribeOrganizationCommand,
    pages: ONE_PAGE,
    absence: ['AWSOrganizationsNotInUseException'],
  },
} satisfies Reads;

export const writes = {} satisfies Writes;
