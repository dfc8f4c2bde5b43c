import { callerArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';

export const operations = {
  GetCallerIdentity: (_input, { state, caller }) => ({
    Account: state.id,
    UserId: caller,
    Arn: callerArn(state, caller),
  }),
} satisfies Table<typeof import('@aws-sdk/client-sts')>;
