import { addressText } from '../text/address.ts';
import { type Text, t } from '../text/text.ts';

/** Cost Explorer's first page. Its first visit switches it on, and no API does. */
const COST_EXPLORER = 'https://us-east-1.console.aws.amazon.com/costmanagement/home#/cost-explorer';

const OPEN_IT = t(
  'Open Cost Explorer once, as root or as an administrator who may see the bills: {url}',
  { url: addressText(COST_EXPLORER) },
);
const COME_BACK = t('AWS then needs up to a day. Run Rootlock again after that.');

/**
 * What Cost Explorer says until a day after somebody has opened it for the first time. Only the words tell that it was never
 * opened: the code is that of any denial. Source: reports of GetCostAndUsage.
 */
export function costExplorerNotReady(
  code: string,
  message: string,
): { text: Text; fix: Text[] } | undefined {
  if (code === 'DataUnavailableException') {
    return { text: t('Cost Explorer has no data yet.'), fix: [COME_BACK, OPEN_IT] };
  }
  return /not enabled for cost explorer/i.test(message)
    ? { text: t('Cost Explorer is not switched on yet.'), fix: [OPEN_IT, COME_BACK] }
    : undefined;
}
