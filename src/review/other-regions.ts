import { t } from '../text/text.ts';
import type { Unseen } from './page.ts';

/** That a page has not looked at all regions, and how it does. */
export const otherRegions = (regions: readonly string[]): Unseen => {
  const looked = { regions: regions.join(', ') };
  return {
    what: t('other regions'),
    why: t('Looked at: {regions}. Add "--region all" to look at all of them.', looked),
    whyOnScreen: t('Looked at: {regions}. Press R to look at all of them.', looked),
  };
};
