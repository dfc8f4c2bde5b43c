import type { Output } from './client.ts';
import type { Request } from './operations.ts';

/**
 * Reads every page of a list and joins them, so that half a list is never taken for the whole. A request with `MaxResults` or
 * `MaxKeys` says how much is enough, and gets one page. IAM names the next page by `Marker`, S3 by `ContinuationToken`, other services by `NextToken`.
 */
export async function allPages(
  readOnce: (request: Request) => Promise<Output>,
  request: Request,
): Promise<Output> {
  let page = await readOnce(request);
  let all = page;
  while (!('MaxResults' in request.input) && !('MaxKeys' in request.input)) {
    const token = PAGE_TOKENS.find((name) => page[name]);
    if (!token) break;
    const input = { ...request.input, [token]: page[token] };
    page = await readOnce({ ...request, input } as Request);
    all = join(all, page);
  }
  return all;
}

const PAGE_TOKENS = ['Marker', 'ContinuationToken', 'NextToken'];

function join(first: Output, second: Output): Output {
  const joined = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = first[name];
    joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return joined;
}
