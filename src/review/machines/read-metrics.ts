import type { Output } from '../../aws/operations.ts';
import { plain } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { keyOfMetric, type Metric } from './seen.ts';

/** The metrics of a region, page by page: some accounts have hundreds of thousands. */
export async function readMetrics(
  look: PageLook,
  region: string,
  mostPages: number,
): Promise<{ found: Metric[]; hasMore: boolean }> {
  const found: Metric[] = [];
  let NextToken: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page: Output<'cloudwatch', 'ListMetrics'> = await look.read(
      'cloudwatch',
      'ListMetrics',
      { NextToken },
      region,
    );
    found.push(...(page.Metrics ?? []));
    if (!page.NextToken || page.NextToken === NextToken) return { found, hasMore: false };
    NextToken = page.NextToken;
  }
  return { found, hasMore: true };
}

/** Whether a metric has all these words, which are in lower case. */
export function isLikeSearch(metric: Metric, words: string[]): boolean {
  const key = plain(keyOfMetric(metric)).toLowerCase();
  return words.every((word) => key.includes(word));
}

/** What completes a search: namespaces and names, without what a word cannot have. */
export const completionsOf = (metrics: Metric[]): string[] => [
  ...new Set(
    metrics
      .flatMap(({ Namespace = '', MetricName = '' }) => [MetricName, Namespace])
      .map(plain)
      .filter((word) => /^[^\s,]+$/.test(word)),
  ),
];
