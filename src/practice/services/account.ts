import type { Table } from './operation-table.ts';

export const accountManagement = {
  GetAccountInformation(_input, { state }) {
    return {
      AccountId: state.id,
      AccountName: 'practice',
      AccountCreatedDate: new Date(state.created),
      AccountState: state.activation,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-account')>;
