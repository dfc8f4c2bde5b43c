import { partition } from '@aws-sdk/core/client';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** Where most of AWS's own examples live, and where global services are signed for. */
export const DEFAULT_REGION = 'us-east-1';

/** @throws Usage if AWS has no such region */
export function checkedRegion(region: string = DEFAULT_REGION): string {
  if (isRegion(region)) return region;
  throw new Usage(t('AWS has no region {region}. Try us-east-1.', { region }));
}

/** Only a region that the SDK knows by name has a description. It matches all others by a pattern. */
const isRegion = (region: string): boolean =>
  (partition(region) as { description?: string }).description !== undefined;
