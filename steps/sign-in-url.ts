import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { placeholder } from '../src/text/placeholder.ts';
import { type Text, t } from '../src/text/text.ts';

export default step({
  id: 'sign-in-url',
  title: t('Sign-in URL'),
  why: t(
    'A name is easier to remember than twelve digits. It is public, and part of the address you sign in at.',
  ),
  cost: 'free',
  level: 'optional',
  controls: [],

  async observe(look) {
    const { AccountAliases = [] } = await look.read('iam', 'ListAccountAliases', {});
    return { alias: AccountAliases[0] ?? null };
  },

  evidence: ({ alias }) => ({ alias }),

  status: ({ alias }) =>
    alias === null ? t('none, so you type the account number') : t('{alias}', { alias }),

  questions: ({ alias }) => (alias === null ? { alias: aliasQuestion } : {}),

  // An account has one alias and AWS replaces it without asking, so an existing alias stays.
  plan: ({ alias }, { alias: AccountAlias = placeholder('sign-in-url.alias') }) =>
    alias === null ? [createAlias(AccountAlias)] : [],
});

const aliasQuestion: Question<'text'> = {
  kind: 'text',
  message: t('Account alias? It becomes part of the sign-in URL.'),
  example: 'kims-shop',
  validate: problemWithAlias,
};

const createAlias = (AccountAlias: string): ApiCall => ({
  kind: 'call',
  summary: t('Name the account {name}', { name: AccountAlias }),
  undo: t('IAM console, Dashboard, Account Alias, Delete'),
  // No other account may have the same alias, and only AWS knows theirs.
  namedBy: 'alias',
  accountAlias: AccountAlias,
  service: 'iam',
  operation: 'CreateAccountAlias',
  input: { AccountAlias },
});

/** The rules of the IAM API reference, CreateAccountAlias. */
function problemWithAlias(alias: string): Text | undefined {
  if (alias.length < 3 || alias.length > 63) return t('3 to 63 characters, please.');
  if (/^\d{12}$/.test(alias)) return t('Twelve digits would be taken for an account number.');
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias)) return undefined;
  return t('Small letters, digits and single hyphens between them, please.');
}
