import type { Account } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { listed } from '../text/listed.ts';
import { say, type Text, t } from '../text/text.ts';
import type { Format, Inventory, LeftOut } from './inventory.ts';

/** What a format leaves out of what there is. */
export const leftOutOf = (format: Format, { left }: Inventory): LeftOut[] =>
  left.filter(({ formats }) => formats.includes(format)).map(({ what, why }) => ({ what, why }));

/** What is in the file of a format although its program will show it as new. */
export const setAgainIn = (format: Format, { setAgain }: Inventory): Text[] =>
  format === 'terraform' ? setAgain : [];

/** Told together: what is left out for the same reason. */
function toldTogether(all: LeftOut[]): Text[] {
  const whys = new Map(all.map(({ why }) => [say(why), why]));
  return [...whys].map(([said, why]) => {
    const alike = all.filter((one) => say(one.why) === said).map(({ what }) => what);
    return t('{what} ({why})', { what: listed(alike), why });
  });
}

/** What the reader of each file should know first. */
export const comments = (
  account: Account,
  { left, unread, setAgain }: { left: LeftOut[]; unread: LeftOut[]; setAgain: Text[] },
): Text[] => [
  t('What Rootlock found in place in account {account}.', {
    account: accountNumber(account.id),
  }),
  ...(account.practice ? [t('That is a practice account: nothing of it is real.')] : []),
  t('Passwords, MFA devices, access keys and other secrets are not in it.'),
  t('Names and email addresses are in it. Give it only to whoever may know them.'),
  ...(setAgain.length > 0
    ? [
        t(
          'In it, but Terraform cannot import it, and shows it as to add. It sets what is set already: {what}',
          { what: listed(setAgain) },
        ),
      ]
    : []),
  ...toldTogether(left).map((told) => t('Not in it: {told}', { told })),
  ...unread.map(({ what, why }) =>
    t('Could not be read, so it is not in it: {what} ({why})', { what, why }),
  ),
];
