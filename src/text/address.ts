import { NOWHERE } from './placeholder.ts';
import { type Text, t } from './text.ts';

/** An address that Rootlock made, as a sentence. A terminal may make a link of it, as of no text that comes from AWS. */
export const addressText = (address: string): Text => ({
  ...t('{address}', { address }),
  address,
});

/** Rootlock's own addresses in a sentence: those that stand in its English words, and each `addressText`. */
export function addressesIn({ en, with: given = {}, address }: Text): string[] {
  const written = en.match(/https:\/\/[\w./#?=&%:~-]*[\w/]/g) ?? [];
  const inner = Object.values(given).flatMap((value) =>
    typeof value === 'object' ? addressesIn(value) : [],
  );
  return [...(address === undefined ? written : [address]), ...inner];
}

/** Does the host of a `URL` name this computer itself? */
export const isThisComputer = (hostname: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * The address in printable ASCII, if a browser may open it: `https`, or `http` on this computer. `undefined` for anything else,
 * and for the addresses of a practice account, which lead nowhere.
 */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, href } = new URL(address);
  const isWeb = protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
  return isWeb && !hostname.endsWith(NOWHERE) ? href : undefined;
}

/** The address of the same page, for an account that does not exist. */
export function practiceAddress(address: string): string {
  const url = new URL(address);
  const [first = ''] = url.hostname.split('.');
  // A sign-in address begins with the account's alias.
  url.hostname = /\.signin\./.test(url.hostname) ? `${first}.${NOWHERE}` : NOWHERE;
  return url.href;
}

/** The sentence with such addresses in place of Rootlock's own. */
export function practiceText(text: Text): Text {
  if (text.address !== undefined) return addressText(practiceAddress(text.address));
  if (!text.with) return text;
  const given = Object.entries(text.with).map(([name, value]) => [
    name,
    typeof value === 'object' ? practiceText(value) : value,
  ]);
  return { ...text, with: Object.fromEntries(given) };
}
