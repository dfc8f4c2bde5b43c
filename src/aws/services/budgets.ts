import * as sdk from '@aws-sdk/client-budgets';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { BudgetsClient as Client } from '@aws-sdk/client-budgets';

export const reads = {
  DescribeBudgets: {
    Command: sdk.DescribeBudgetsCommand,
    actions: ['budgets:ViewBudget'],
    pages: BY_NEXT_TOKEN,
  },
  DescribeNotificationsForBudget: {
    Command: sdk.DescribeNotificationsForBudgetCommand,
    actions: ['budgets:ViewBudget'],
    pages: BY_NEXT_TOKEN,
    absence: ['NotFoundException'],
  },
  DescribeSubscribersForNotification: {
    Command: sdk.DescribeSubscribersForNotificationCommand,
    actions: ['budgets:ViewBudget'],
    pages: BY_NEXT_TOKEN,
    absence: ['NotFoundException'],
  },
} satisfies Reads;

export const writes = {
  CreateBudget: {
    Command: sdk.CreateBudgetCommand,
    actions: ['budgets:ModifyBudget'],
    resend: true,
  },
  CreateNotification: {
    Command: sdk.CreateNotificationCommand,
    actions: ['budgets:ModifyBudget'],
    resend: true,
  },
  CreateSubscriber: {
    Command: sdk.CreateSubscriberCommand,
    actions: ['budgets:ModifyBudget'],
    resend: true,
  },
  UpdateBudget: {
    Command: sdk.UpdateBudgetCommand,
    actions: ['budgets:ModifyBudget'],
    resend: true,
  },
} satisfies Writes;
