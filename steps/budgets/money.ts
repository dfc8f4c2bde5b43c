/** US dollars, rounded to cents: `604.46`, and `20` for a whole number. AWS counts to forty decimals. */
export const roundedToCents = (dollars: number): string =>
  dollars.toFixed(2).replace(/\.00$/, '').replace(/^-0$/, '0');

/** US dollars as people write them: `$604.46`, and `$20` for a whole number. */
export const inDollars = (dollars: number): string => `$${roundedToCents(dollars)}`;

/** US dollars as AWS's API takes them. Fractions of a cent stay as they are. */
export const amountOf = (dollars: number): string =>
  Number(roundedToCents(dollars)) === dollars ? roundedToCents(dollars) : String(dollars);
