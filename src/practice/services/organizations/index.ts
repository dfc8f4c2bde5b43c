import { Refusal, type Table } from '../operation-table.ts';

export const operations = {
  DescribeOrganization(_input, { state: { organization } }) {
    if (!organization) {
      throw new Refusal(
        'AWSOrganizationsNotInUseException',
        400,
        'Your account is not a member of an organization.',
      );
    }
    const { id, managementAccount } = organization;
    const about = `arn:aws:organizations::${managementAccount}`;
    return {
      Organization: {
        Id: id,
        Arn: `${about}:organization/${id}`,
        FeatureSet: 'ALL' as const,
        MasterAccountId: managementAccount,
        MasterAccountArn: `${about}:account/${id}/${managementAccount}`,
        MasterAccountEmail: 'management@example.com',
      },
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-organizations')>;
