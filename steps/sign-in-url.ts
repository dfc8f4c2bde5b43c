import { type Account, type ApiCall, type Question, step } from '../src/engine/step.ts';
import { say, type Text, t } from '../src/text/text.ts';
import { signInUrl } from './shared/console-urls.ts';

export default step({
  id: 'sign-in-url',
  title: t('Sign-in URL'),
  why: t(
    'An alias is easier to remember than the 12-digit account ID. It is part of your sign-in URL, and public.',
  ),
  cost: 'free',
  level: 'optional',
  notFor: ['project'],
  controls: [],

  async observe(look) {
    const { AccountAliases = [] } = await look.read('iam', 'ListAccountAliases', {});
    return { alias: AccountAliases[0] ?? null };
  },

  evidence: ({ alias }) => ({ alias }),

  status: ({ alias }) =>
    alias === null ? t('none: sign in with the account ID') : t('{alias}', { alias }),

  mayAsk: { alias: 'text' },

  questions: ({ alias }, account) => (alias === null ? { alias: aliasQuestion(account) } : {}),

  // An account has one alias and AWS replaces it without asking, so an existing alias stays.
  plan: ({ alias }, { alias: AccountAlias }, { id }) =>
    alias === null ? [createAlias(AccountAlias ?? freeAlias(id))] : [],
});

const aliasQuestion = (account: Account): Question<'text'> => ({
  kind: 'text',
  message: t('Account alias? Sign-in URL: {url}', {
    url: signInUrl({ ...account, alias: say(t('<alias>')) }),
  }),
  initial: freeAlias(account.id),
  example: 'kims-shop',
  validate: problemWithAlias,
});

/** None that is taken for another, and no vowels: they make no words. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';

/** How many names of five letters there are, and a prime that scatters account IDs over them. */
const NAMES = BigInt(LETTERS.length ** 5);
const SCATTER = 9_999_991n;

/** A name that hardly another account has: all accounts share them. The same at each run, so that a dry run names it. */
function freeAlias(accountId: string): string {
  const nth = ((BigInt(accountId) * SCATTER) % NAMES).toString(LETTERS.length).padStart(5, '0');
  const letters = Array.from(nth, (digit) => LETTERS[Number.parseInt(digit, LETTERS.length)]);
  return `aws-${letters.join('')}`;
}

const createAlias = (AccountAlias: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the account alias {name}', { name: AccountAlias }),
  undo: t('IAM console > Dashboard > Account Alias > Delete'),
  // No other account may have the same alias, and only AWS knows theirs.
  namedBy: 'alias',
  accountAlias: AccountAlias,
  service: 'iam',
  operation: 'CreateAccountAlias',
  input: { AccountAlias },
});

/** The rules of the IAM API reference, CreateAccountAlias. */
function problemWithAlias(alias: string): Text | undefined {
  if (alias === '') return t('Type an alias, or skip this step: you can sign in without one.');
  if (alias.length < 3 || alias.length > 63) return t('Use 3 to 63 characters.');
  if (/^\d{12}$/.test(alias)) return t('Twelve digits look like an account ID. Use a letter, too.');
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias)) return undefined;
  return t('Use lowercase letters, digits, and single hyphens between them.');
}
