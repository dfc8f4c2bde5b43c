export {
  DescribeOrganizationCommand as DescribeOrganization,
  OrganizationsClient as Client,
} from '@aws-sdk/client-organizations';
