import type { Account } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { say, type Text, t } from '../text/text.ts';
import type { Format, Inventory, LeftOut } from './inventory.ts';

/** What a format leaves out of what there is. */
export const leftOutOf = (format: Format, { left }: Inventory): LeftOut[] =>
  left.filter(({ formats }) => formats.includes(format)).map(({ what, why }) => ({ what, why }));

const listed = (all: Text, one: Text): Text => t('{all}, {one}', { all, one });

/** Told together: what is left out for the same reason. */
function toldTogether(all: LeftOut[]): Text[] {
  const whys = new Map(all.map(({ why }) => [say(why), why]));
  return [...whys].map(([said, why]) => {
    const alike = all.filter((one) => say(one.why) === said).map(({ what }) => what);
    return t('{what} ({why})', { what: alike.reduce(listed), why });
  });
}

/** What the reader of each file should know first. */
export const comments = (
  account: Account,
  { left, unread }: { left: LeftOut[]; unread: LeftOut[] },
): Text[] => [
  t('What Rootlock found in place in account {account}.', {
    account: accountNumber(account.id),
  }),
  ...(account.practice ? [t('That is a practice account: nothing of it is real.')] : []),
  t('Passwords, MFA devices, access keys and other secrets are not in it.'),
  t('Names and email addresses are in it. Give it only to whoever may know them.'),
  ...toldTogether(left).map((told) => t('Not in it: {told}', { told })),
  ...unread.map(({ what, why }) =>
    t('Could not be read, so it is not in it: {what} ({why})', { what, why }),
  ),
];
