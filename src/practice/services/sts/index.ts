import { iamArn, rootArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';

export const operations = {
  GetCallerIdentity(_input, { state, caller }) {
    const user = state.users.find(({ id }) => id === caller);
    return {
      Account: state.id,
      UserId: caller,
      Arn: user ? iamArn(state, 'user', user) : rootArn(state),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-sts')>;
