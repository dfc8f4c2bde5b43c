import { badRequest, type Table } from '../operation-table.ts';

export const operations = {
  GetAccountPlanState(_input, { state: { id, plan } }) {
    if (!plan) {
      throw badRequest('ResourceNotFoundException', 'The account has no plan.');
    }
    const { type, status, credits, ends } = plan;
    return {
      accountId: id,
      accountPlanType: type,
      accountPlanStatus: status,
      ...(credits !== undefined && {
        accountPlanRemainingCredits: { amount: credits, unit: 'USD' as const },
      }),
      ...(ends && { accountPlanExpirationDate: new Date(ends) }),
    };
  },
} satisfies Table<typeof import('../../../aws/freetier-client.ts')>;
