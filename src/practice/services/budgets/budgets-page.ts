import { Refusal } from '../operation-table.ts';

interface Paging {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/** One page of a list with the token of the next one, as Budgets gives them. */
export function page<T>(all: T[], { MaxResults = 100, NextToken }: Paging) {
  const from = NextToken === undefined ? 0 : Number(NextToken);
  if (!Number.isInteger(from)) {
    throw new Refusal('InvalidNextTokenException', 400, 'The next token is not valid.');
  }
  const to = from + MaxResults;
  return { items: all.slice(from, to), more: to < all.length ? { NextToken: String(to) } : {} };
}
