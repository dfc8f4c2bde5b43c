import { type Text, t } from '../../src/text/text.ts';

/** AWS Budgets quotas: as many e-mail addresses hear of one notification. */
export const EMAILS_MOST = 10;

/** RFC 5321: the longest path, without its angle brackets. */
const LONGEST = 254;
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** The addresses of a list with commas, semicolons or spaces between, each once. */
export function addressesIn(list: string): string[] {
  const all = list.split(/[\s,;]+/).filter(Boolean);
  return all.filter((one, at) => all.findIndex((other) => isSameEmail(one, other)) === at);
}

export const isSameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function complaintAboutAddresses(list: string): Text | undefined {
  const all = addressesIn(list);
  if (all.length === 0) return t('One address at least, please.');
  if (all.length > EMAILS_MOST) return t('AWS takes {n} addresses at most.', { n: EMAILS_MOST });
  const odd = all.find((one) => one.length > LONGEST || !ADDRESS.test(one));
  return odd === undefined ? undefined : t('{odd} is no e-mail address.', { odd });
}
