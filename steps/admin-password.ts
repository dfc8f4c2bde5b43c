import { type Question, step } from '../src/engine/step.ts';
import { addressText } from '../src/text/address.ts';
import { optionWith } from '../src/text/command-words.ts';
import { PROGRAM_FOR_REAL } from '../src/text/program.ts';
import { shellLine } from '../src/text/shell-quote.ts';
import { t } from '../src/text/text.ts';
import { administratorProfile } from './computer/administrator-profile.ts';
import { identities } from './iam/administrators.ts';
import { ownerAdministrator, sayWhoYouAre } from './iam/owner-administrator.ts';
import { setPassword } from './iam/set-password.ts';
import { passwordOf } from './iam/sign-in-proof.ts';
import { accessKeysOf } from './iam/user-credentials.ts';
import { signInUrl } from './shared/console-urls.ts';

export default step({
  id: 'admin-password',
  title: t('Administrator password'),
  why: t('With a password and an MFA code, you sign in as the administrator instead of as root.'),
  cost: 'free',
  // MFA comes first, so that a password alone never opens the account.
  needs: ['admin-mfa'],
  notFor: ['project'],
  controls: [],

  async observe(look) {
    const all = await identities(look);
    const { name: owner, unknown } = await ownerAdministrator(look, all);
    if (owner === null) return { ...NOBODY, owner, unknown };
    const user = all.users.find(({ name }) => name === owner);
    const [profile, details, policy, keys, here] = await Promise.all([
      look.find('iam', 'GetLoginProfile', { UserName: owner }),
      look.find('iam', 'GetUser', { UserName: owner }),
      look.find('iam', 'GetAccountPasswordPolicy', {}),
      user ? accessKeysOf(look, owner) : [],
      look.profiles?.(),
    ]);
    return {
      owner,
      unknown,
      // Our tag is no proof, and Rootlock makes no access keys.
      foreign: user !== undefined && (!user.ours || keys.length > 0),
      password: profile?.LoginProfile?.CreateDate?.toISOString() ?? null,
      used: details?.User?.PasswordLastUsed?.toISOString() ?? null,
      policy: policy?.PasswordPolicy ?? null,
      cliProfile: administratorProfile(here, user?.arn ?? ''),
    };
  },

  evidence: ({ owner, password, used }) => ({ owner, password, used }),

  status({ owner, unknown, password, used }) {
    if (unknown) return t('not known yet which administrator you are');
    if (owner === null) return t('not needed: you sign in with a role');
    if (password === null) return t('none for {owner} yet', { owner });
    if (used === null) return t('set for {owner}, never used', { owner });
    return t('set for {owner}, last used {day}', { owner, day: used.slice(0, 10) });
  },

  handover: ({ owner, cliProfile }, account) =>
    owner === null
      ? []
      : [
          [t('sign in as {owner}', { owner }), addressText(signInUrl(account))],
          [
            t('in a terminal'),
            t('{program} {words}', {
              program: PROGRAM_FOR_REAL,
              words: shellLine(['sign-in', ...optionWith('profile', cliProfile)]),
            }),
          ],
        ],

  mayAsk: { reset: 'confirm' },

  questions: ({ owner, password }) => (owner === null || password !== null ? {} : { reset }),

  plan(seen, { reset: resetRequired = false }) {
    const { owner, unknown, foreign, password, used, policy } = seen;
    if (unknown) return [sayWhoYouAre(unknown)];
    if (owner === null || (password !== null && used !== null)) return [];
    const rules = policy ?? undefined;
    if (password === null) {
      // A user that Rootlock did not make may belong to a machine. With a password, a person can sign in as it.
      const summary = foreign
        ? t('Set a password for {owner}. Rootlock did not create this user: is it you?', { owner })
        : t('Set a password for {owner}', { owner });
      return [
        {
          ...setPassword('CreateLoginProfile', owner, resetRequired, rules, summary),
          sentAs: passwordOf(owner),
          ...(foreign && { danger: true }),
        },
      ];
    }
    const summary = t('Set a new password for {owner}, in case you lost the old one', { owner });
    return [
      {
        ...setPassword('UpdateLoginProfile', owner, false, rules, summary),
        sentAs: passwordOf(owner),
        offerId: 'renew',
      },
    ];
  },
});

/** The owner comes in by a role, or is not known yet. */
const NOBODY = { foreign: false, password: null, used: null, policy: null, cliProfile: '' };

const reset: Question<'confirm'> = {
  kind: 'confirm',
  message: t('Must the user create a new password at the first sign-in? Not needed if it is you.'),
  initial: false,
};
