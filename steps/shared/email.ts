import type { Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';

/** E-mail subscribers per notification. AWS Budgets quotas. */
export const MAX_EMAILS = 10;

/** The longest path of RFC 5321 without its angle brackets. */
const MAX_LENGTH = 254;
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Splits at commas, semicolons and white space. Repeated addresses are dropped. */
export function addressesIn(list: string): string[] {
  const addresses = list.split(/[\s,;]+/).filter(Boolean);
  return addresses.filter(
    (one, index) => addresses.findIndex((other) => isSameEmail(one, other)) === index,
  );
}

/** Ignores case. */
export const isSameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Says what is wrong with a list of e-mail addresses for AWS Budgets. */
export function problemWithAddresses(list: string): Text | undefined {
  const addresses = addressesIn(list);
  if (addresses.length === 0) return t('Enter at least one address.');
  if (addresses.length > MAX_EMAILS)
    return t('AWS allows {n} addresses at most.', { n: MAX_EMAILS });
  const odd = addresses.find((one) => one.length > MAX_LENGTH || !ADDRESS.test(one));
  return odd === undefined ? undefined : t('{odd} is not an email address.', { odd });
}

/** Says what is wrong with a single e-mail address. It is sent as it stands: a comma behind it would be a part of it. */
export const problemWithAddress = (text: string): Text | undefined => {
  const [address = text, ...others] = addressesIn(text);
  if (others.length > 0 || address !== text) return t('Enter one address.');
  return problemWithAddresses(text);
};

/** The first address that the owner has answered to one of these questions. `null` if there is none. */
export function knownAddress(look: Pick<Look, 'known'>, ids: string[]): string | null {
  const [first] = ids.flatMap((id) => {
    const answer = look.known(id);
    return typeof answer === 'string' ? addressesIn(answer) : [];
  });
  return first !== undefined && !problemWithAddress(first) ? first : null;
}
