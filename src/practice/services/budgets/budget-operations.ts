import type { Budget as Asked, HealthStatusReason } from '@aws-sdk/client-budgets';
import type { Budget } from '../../state/account-state.ts';
import type { Table } from '../operation-table.ts';
import { ALERTS_MAX } from './alerts.ts';
import { budgetsPage } from './budgets-page.ts';
import {
  checkAccount,
  checkedNotification,
  checkedSubscribers,
  creationLimitExceeded,
  duplicateRecord,
  findBudget,
  invalidParameter,
  isSameNotification,
} from './find-budget.ts';

export const budgetOperations = {
  /** Without budgets AWS omits the member: it returns no empty list. */
  DescribeBudgets({ ShowFilterExpression = false, ...input }, { state }) {
    checkAccount(state, input);
    const { items, more } = budgetsPage(state.budgets, input);
    if (items.length === 0) return {};
    return {
      Budgets: items.map((budget) => describeBudget(budget, ShowFilterExpression)),
      ...more,
    };
  },

  CreateBudget({ Budget: asked, NotificationsWithSubscribers = [], ...input }, { state, now }) {
    checkAccount(state, input);
    const alerts = NotificationsWithSubscribers.map(({ Notification, Subscribers }) => ({
      notification: checkedNotification(Notification),
      subscribers: checkedSubscribers(Subscribers),
    }));
    const budget: Budget = { ...checkedBudget(asked, now), alerts };
    if (state.budgets.some(({ name }) => name === budget.name)) {
      throw duplicateRecord(`Budget ${budget.name} already exists.`);
    }
    if (alerts.length > ALERTS_MAX)
      throw creationLimitExceeded(`More than ${ALERTS_MAX} notifications.`);
    alerts.forEach(({ notification }, index) => {
      if (
        alerts.slice(0, index).some((other) => isSameNotification(notification, other.notification))
      ) {
        throw duplicateRecord('A notification is there twice.');
      }
    });
    state.budgets.push(budget);
    return {};
  },

  /**
   * Replaces the whole budget. Omitted members fall back to their defaults, and the spending is counted again from
   * nothing.
   */
  UpdateBudget({ NewBudget, ...input }, { state, now }) {
    const { alerts } = findBudget(state, { ...input, BudgetName: NewBudget?.BudgetName });
    const budget: Budget = { ...checkedBudget(NewBudget, now), alerts };
    state.budgets = state.budgets.map((other) => (other.name === budget.name ? budget : other));
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-budgets')>;

const describeBudget = (budget: Budget, withFilter: boolean): Asked => {
  const { FilterExpression, ...definition } = budget.definition;
  return {
    BudgetName: budget.name,
    ...(definition as Pick<Asked, 'TimeUnit' | 'BudgetType'>),
    ...(withFilter && FilterExpression && { FilterExpression }),
    TimePeriod: { Start: new Date(budget.start), End: new Date(budget.end) },
    CalculatedSpend: { ActualSpend: { Amount: budget.spent ?? '0.0', Unit: 'USD' } },
    LastUpdatedTime: new Date(budget.updated),
    HealthStatus: {
      ...(budget.unhealthy === undefined
        ? { Status: 'HEALTHY' as const }
        : { Status: 'UNHEALTHY' as const, StatusReason: budget.unhealthy as HealthStatusReason }),
      LastUpdatedTime: new Date(budget.updated),
    },
  };
};

/** Credits and refunds count unless they are excluded explicitly. */
const COST_TYPES = {
  IncludeTax: true,
  IncludeSubscription: true,
  UseBlended: false,
  IncludeRefund: true,
  IncludeCredit: true,
  IncludeUpfront: true,
  IncludeRecurring: true,
  IncludeOtherSubscription: true,
  IncludeSupport: true,
  IncludeDiscount: true,
  UseAmortized: false,
};
/** AWS's own date for "never". */
const NEVER = new Date('2087-06-15T00:00:00Z');

function checkedBudget(asked: Asked | undefined, now: Date): Omit<Budget, 'alerts'> {
  const { TimeUnit, BudgetType, BudgetLimit, TimePeriod, Metrics, FilterExpression } = asked ?? {};
  const { CostTypes, CostFilters, BillingViewArn } = asked ?? {};
  const usesMetrics = Boolean(Metrics ?? FilterExpression);
  if (usesMetrics && (CostTypes ?? CostFilters)) {
    throw invalidParameter(
      'Metrics and FilterExpression take the place of CostTypes and CostFilters.',
    );
  }
  if (!TimeUnit || !BudgetType) throw invalidParameter('A budget has a type and a time unit.');
  const from = TimePeriod?.Start ?? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const end = TimePeriod?.End ?? NEVER;
  if (from >= end) throw invalidParameter('The budget ends before it starts.');
  return {
    name: checkedName(asked?.BudgetName),
    definition: {
      TimeUnit,
      BudgetType,
      BudgetLimit: { Amount: normalizedAmount(BudgetLimit?.Amount), Unit: BudgetLimit?.Unit },
      ...(usesMetrics
        ? { ...(Metrics && { Metrics }), ...(FilterExpression && { FilterExpression }) }
        : { CostTypes: { ...COST_TYPES, ...CostTypes }, CostFilters: CostFilters ?? {} }),
      ...(BillingViewArn && { BillingViewArn }),
    },
    start: from.toISOString(),
    end: end.toISOString(),
    updated: now.toISOString(),
  };
}

/** AWS spells numbers its own way: 100 comes back as 100.0. */
function normalizedAmount(given = ''): string {
  const number = Number(given);
  if (!/^\d+(\.\d+)?$/.test(given) || number <= 0) {
    throw invalidParameter(`'${given}' is not an amount above 0.`);
  }
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

/** AWS also refuses names that contain an e-mail address or a URL. */
function checkedName(name = ''): string {
  const isForbidden = /[:\\@]|\/action\/|https?/.test(name);
  if (name.length < 1 || name.length > 100 || isForbidden) {
    throw invalidParameter(`'${name}' cannot be the name of a budget.`);
  }
  return name;
}
