import { type Question, step } from '../../src/engine/step.ts';
import { addressText } from '../../src/text/address.ts';
import { type Text, t } from '../../src/text/text.ts';
import { setPassword } from '../iam/set-password.ts';
import { accessKeysOf } from '../iam/user-credentials.ts';
import { signInUrl } from '../shared/console-urls.ts';
import { findPerson } from './find-person.ts';
import { mayChangePassword } from './may-change-password.ts';

export const personPassword = (wanted: string) =>
  step({
    id: 'person-password',
    title: t('Their password'),
    why: t('It is for the first sign-in: from then on, nobody but they should know it.'),
    cost: 'free',
    // MFA comes first, so that a password alone never opens the account.
    needs: ['person-mfa'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const person = await findPerson(look, wanted);
      const [profile, policy, keys] = await Promise.all([
        person.exists ? look.find('iam', 'GetLoginProfile', { UserName: person.name }) : undefined,
        look.find('iam', 'GetAccountPasswordPolicy', {}),
        person.exists ? accessKeysOf(look, person.name) : [],
      ]);
      const { LoginProfile } = profile ?? {};
      return {
        name: person.name,
        // Our tag is no proof, and a machine has keys.
        isForeign: person.exists && (!person.ours || keys.length > 0),
        isSet: LoginProfile !== undefined,
        mustChange: LoginProfile?.PasswordResetRequired ?? false,
        mayChange: await mayChangePassword(look, person.name),
        policy: policy?.PasswordPolicy ?? null,
      };
    },

    evidence: ({ isSet, mustChange }) => ({ set: isSet, mustBeChanged: mustChange }),

    status: ({ isSet, mustChange }) =>
      isSet
        ? mustChange
          ? t('set, must be changed at the next sign-in')
          : t('set')
        : t('none yet'),

    handover: ({ name, mustChange }, account) => [
      [t('sign-in page'), addressText(signInUrl(account))],
      [t('username'), t('{name}', { name })],
      [
        t('password'),
        mustChange
          ? t('the one that you have saved, for the first sign-in: send it some other way')
          : t('their own'),
      ],
    ],

    mayAsk: { reset: 'confirm' },

    questions: ({ name, isSet, mayChange }) => ({
      ...(!isSet && mayChange && { reset: resetQuestion(name) }),
    }),

    plan({ name, isForeign, isSet, mayChange, policy }, { reset = false }) {
      const mustChange = reset && mayChange;
      const rules = policy ?? undefined;
      if (isSet) {
        const renew = setPassword(
          'UpdateLoginProfile',
          name,
          mayChange,
          rules,
          t('Set a new password for {name}, if the old one is lost', { name }),
        );
        return [{ ...renew, offerId: 'renew' }];
      }
      const summary = isForeign
        ? t('Set a password for {name}, a user that was there before: is it a person?', { name })
        : t('Set a password for {owner}', { owner: name });
      const first = setPassword('CreateLoginProfile', name, mustChange, rules, summary);
      return [
        {
          ...first,
          ...(isForeign && { danger: true as const }),
          ...(!mayChange && { diff: [CANNOT_CHANGE] }),
        },
      ];
    },
  });

const resetQuestion = (name: string): Question<'confirm'> => ({
  kind: 'confirm',
  message: t('Must {name} choose another password at the first sign-in?', { name }),
  initial: true,
});

const CANNOT_CHANGE: [Text, Text, Text] = [
  t('must be changed at the first sign-in'),
  t('no'),
  t('no: users may not change their passwords here'),
];
