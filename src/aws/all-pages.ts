import { Damaged } from './check-responses.ts';
import type { Output } from './client.ts';
import { ONE_PAGE, type ReadDeclaration } from './declarations.ts';
import type { Request } from './operations.ts';

/**
 * Reads every page of a list and joins them, so that half a list is never taken for the whole. A request with `MaxResults` or
 * `MaxKeys` says how much is enough, and gets one page. So does one that names the member for the place to go on, even if it is
 * `undefined`: whoever sends it goes from page to page.
 *
 * @throws Damaged if a page says that there is more, but not where, or if there is no end of pages
 */
export async function allPages(
  readOnce: (request: Request) => Promise<Output>,
  request: Request,
  paging: ReadDeclaration['pages'],
): Promise<Output> {
  let page = await readOnce(request);
  if (!paging || paging === ONE_PAGE) return page;
  if (['MaxResults', 'MaxKeys', paging.input].some((name) => name in request.input)) return page;
  let all = page;
  const passed = new Set<unknown>();
  for (;;) {
    const next = page[paging.output];
    const isPart = Boolean(next) || (paging.truncated && page[paging.truncated] === true);
    if (!isPart) return all;
    // The same place again, or ever new ones, would go on for ever.
    if (!next || passed.has(next) || passed.size >= PAGES_MAX) throw new Damaged(HTTP_OK);
    passed.add(next);
    page = await readOnce({
      ...request,
      input: { ...request.input, [paging.input]: next },
    } as Request);
    all = join(all, page);
  }
}

const HTTP_OK = 200;

/** AWS's longest list has 1000: the SNS topics of a region, 100 on each page (SNS quotas). */
const PAGES_MAX = 5000;

function join(first: Output, second: Output): Output {
  const joined = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = first[name];
    joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return joined;
}
