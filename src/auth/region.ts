import { isRegion } from '../aws/regions.ts';
import { Usage } from '../engine/errors.ts';
import { t } from '../text/text.ts';

/** Where most of AWS's own examples live, and where global services are signed for. */
export const USUAL_REGION = 'us-east-1';

/** @throws Usage where AWS has no such region */
export function checkedRegion(region: string = USUAL_REGION): string {
  if (isRegion(region)) return region;
  throw new Usage(t('AWS has no region {region}. Try us-east-1.', { region }));
}
