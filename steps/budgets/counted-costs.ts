import type { Output } from '../../src/aws/operations.ts';

export type AwsBudget = NonNullable<Output<'budgets', 'DescribeBudgets'>['Budgets']>[number];
type Expression = NonNullable<AwsBudget['FilterExpression']>;

/**
 * The members that say what a budget counts. They come in two forms that AWS never mixes: `CostTypes` and `CostFilters`,
 * and since April 2025 `Metrics` and `FilterExpression`.
 */
type CostMembers = Pick<AwsBudget, 'CostTypes' | 'CostFilters' | 'Metrics' | 'FilterExpression'>;

/** What a budget counts, whichever of the two forms it has. */
interface CountedCosts {
  /** All usage as costs, not of a single service, region or tag. Kinds of charges, such as tax, may be left out. */
  wholeBill: boolean;
  /** No kind of charge that makes a bill higher is left out. */
  everyCharge: boolean;
  /**
   * Credits and refunds are left out. A budget that counts them stays at 0 while credits pay, and warns only when they
   * are gone.
   */
  creditsLeftOut: boolean;
}

/** Kinds of charges that the form of `CostTypes` can leave out. */
const CHARGES = [
  'IncludeTax',
  'IncludeSubscription',
  'IncludeUpfront',
  'IncludeRecurring',
  'IncludeOtherSubscription',
  'IncludeSupport',
] as const;

/** Record types that make a bill lower. `DiscountedUsage` is usage. */
const LOWERING = /^(Credit|Refund|SavingsPlanNegation|.*Discount)$/;

/** Reads a budget in either form. What is not known does not count as good. */
export function countedCosts(members: CostMembers): CountedCosts {
  const { CostTypes, CostFilters = {}, Metrics = [], FilterExpression = {} } = members;
  const isFiltered = Object.keys(CostFilters).length > 0;
  if (!hasPresentForm(members)) {
    return {
      wholeBill: !isFiltered,
      everyCharge: CHARGES.every((charge) => CostTypes?.[charge] !== false),
      creditsLeftOut: CostTypes?.IncludeCredit === false && CostTypes.IncludeRefund === false,
    };
  }
  const counts = (type: string) => countsRecordType(FilterExpression, type);
  // A budget without a metric can be made, and counts nothing: hashicorp/terraform-provider-aws issue 46866.
  const isCost = Metrics.length === 1 && /Cost$/.test(Metrics[0] ?? '');
  // The empty type stands for all that the expression does not name.
  const charges = ['', ...recordTypesIn(FilterExpression)].filter((type) => !LOWERING.test(type));
  return {
    wholeBill: !isFiltered && isCost && counts('Usage') === true,
    everyCharge: charges.every(counts),
    creditsLeftOut: counts('Credit') === false && counts('Refund') === false,
  };
}

const hasPresentForm = ({ Metrics, FilterExpression }: CostMembers): boolean =>
  Boolean(Metrics?.length || FilterExpression);

/** Does the expression let charges of this record type through? `undefined` if that hangs on anything else. */
function countsRecordType(expression: Expression, type: string): boolean | undefined {
  const members = Object.entries(expression).filter(([, value]) => value !== undefined);
  if (members.length === 0) return true;
  if (members.length > 1) return undefined;
  const { And, Or, Not, Dimensions } = expression;
  if (Not) {
    const counts = countsRecordType(Not, type);
    return counts === undefined ? undefined : !counts;
  }
  const parts = (And ?? Or)?.map((part) => countsRecordType(part, type));
  if (parts?.includes(undefined)) return undefined;
  if (parts) return And ? parts.every(Boolean) : parts.some(Boolean);
  if (Dimensions?.Key !== 'RECORD_TYPE') return undefined;
  const isExact = (Dimensions.MatchOptions ?? []).every((option) =>
    ['EQUALS', 'CASE_SENSITIVE'].includes(option),
  );
  return isExact ? (Dimensions.Values ?? []).includes(type) : undefined;
}

const recordTypesIn = ({ And = [], Or = [], Not, Dimensions }: Expression): string[] => [
  ...(Dimensions?.Values ?? []),
  ...[...And, ...Or, ...(Not ? [Not] : [])].flatMap(recordTypesIn),
];

const NO_CREDITS: Expression = {
  Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Refund'] } },
};

/**
 * Members of a budget that counts the whole bill before credits and refunds. A found budget keeps its form, and what
 * else its owner left out of a bill. `CostTypes` is the form for a new one: AWS's console made its template of it for
 * years.
 */
export function grossCosts(found: CostMembers = {}): CostMembers {
  const { CostTypes, Metrics, FilterExpression } = found;
  if (!hasPresentForm(found)) {
    return { CostTypes: { ...CostTypes, IncludeCredit: false, IncludeRefund: false } };
  }
  const { wholeBill, creditsLeftOut } = countedCosts(found);
  if (!wholeBill) return { Metrics: ['UnblendedCost'], FilterExpression: NO_CREDITS };
  if (creditsLeftOut) return { Metrics, FilterExpression };
  return {
    Metrics,
    FilterExpression: FilterExpression ? { And: [FilterExpression, NO_CREDITS] } : NO_CREDITS,
  };
}
