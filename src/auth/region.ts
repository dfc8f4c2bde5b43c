import { partition } from '@aws-sdk/core/client';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** Where most of AWS's own examples live, and where global services are signed for. */
export const DEFAULT_REGION = 'us-east-1';

/** @throws Usage if AWS has no such region */
export function checkedRegion(region: string = DEFAULT_REGION): string {
  const problem = problemWithRegion(region);
  if (problem) throw new Usage(problem);
  return region;
}

/** What is wrong with a region. */
export const problemWithRegion = (region: string): Text | undefined =>
  isRegion(region) ? undefined : t('AWS has no region {region}. Try us-east-1.', { region });

/** Only a region that the SDK knows by name has a description. It matches all others by a pattern. */
const isRegion = (region: string): boolean =>
  (partition(region) as { description?: string }).description !== undefined;
