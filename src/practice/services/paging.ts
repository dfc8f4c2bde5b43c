interface Paging {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/**
 * One page of a list, and the token of the next one.
 *
 * @param size of a page, unless the call says otherwise
 * @param invalidToken the service's own refusal
 */
export function page<T>(
  all: T[],
  { MaxResults, NextToken = '0' }: Paging,
  size: number,
  invalidToken: Error,
) {
  if (!/^\d+$/.test(NextToken)) throw invalidToken;
  const from = Number(NextToken);
  const to = from + (MaxResults ?? size);
  return { items: all.slice(from, to), more: to < all.length ? { NextToken: String(to) } : {} };
}
