import { Damaged } from './check-responses.ts';
import type { Output } from './client.ts';
import type { Request } from './operations.ts';

/** How a list goes on, by the names of its members. `src/aws/services` declares it for each operation that lists. */
export interface Paging {
  /** The member of the next request that says where to go on. */
  input: string;
  /** The member of the response that gives its value. Absent in the last page. */
  output: string;
  /** The member of the response that says whether it is only a part. */
  truncated?: string;
}

/** IAM's lists, all of them. */
export const BY_MARKER: Paging = { input: 'Marker', output: 'Marker', truncated: 'IsTruncated' };
export const BY_NEXT_TOKEN: Paging = { input: 'NextToken', output: 'NextToken' };

/**
 * Reads every page of a list and joins them, so that half a list is never taken for the whole. A request with `MaxResults` or
 * `MaxKeys` says how much is enough, and gets one page.
 *
 * @param paging absent if the operation does not list
 * @throws Damaged if a page says that there is more, but not where
 */
export async function allPages(
  readOnce: (request: Request) => Promise<Output>,
  request: Request,
  paging: Paging | undefined,
): Promise<Output> {
  let page = await readOnce(request);
  if (!paging || 'MaxResults' in request.input || 'MaxKeys' in request.input) return page;
  let all = page;
  let passed: unknown;
  for (;;) {
    const next = page[paging.output];
    const isPart = Boolean(next) || (paging.truncated && page[paging.truncated] === true);
    if (!isPart) return all;
    // The same place again would go on for ever.
    if (!next || next === passed) throw new Damaged(HTTP_OK);
    passed = next;
    page = await readOnce({
      ...request,
      input: { ...request.input, [paging.input]: next },
    } as Request);
    all = join(all, page);
  }
}

const HTTP_OK = 200;

function join(first: Output, second: Output): Output {
  const joined = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = first[name];
    joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return joined;
}
