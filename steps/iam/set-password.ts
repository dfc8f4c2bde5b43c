import type { Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Secret } from '../../src/engine/secret.ts';
import type { InteractiveChange } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { generatePassword, type PasswordPolicy, problemWithPassword } from './passwords.ts';

/** The owner confirms to have kept the password before AWS receives it. So no password can exist that nobody knows. */
export function setPassword(
  operation: 'CreateLoginProfile' | 'UpdateLoginProfile',
  UserName: string,
  PasswordResetRequired: boolean,
  policy: PasswordPolicy | undefined,
  summary: Text,
): InteractiveChange {
  const request = (Password: string | Secret): Request => ({
    service: 'iam',
    operation,
    input: { UserName, Password, PasswordResetRequired },
  });
  return {
    kind: 'exchange',
    summary,
    undo: t('IAM console > Users > {name} > Security credentials > Manage console access', {
      name: UserName,
    }),
    calls: [request(placeholder('password'))],
    async run(send, ask) {
      for (let message = t('Password for {name}', { name: UserName }); ; ) {
        const password = await ask('password', {
          kind: 'password',
          message,
          generate: () => generatePassword(policy),
          validate: (typed) => problemWithPassword(typed.reveal(), policy),
        });
        try {
          await send(request(password));
          return;
        } catch (error) {
          if (!(error instanceof Blocked)) throw error;
          if (error.code === 'EntityAlreadyExists' && error.attempts === 1) {
            throw notYours(UserName, error);
          }
          if (error.lost) throw nobodyKnows(UserName, error);
          if (error.code !== 'PasswordPolicyViolation') throw error;
          message = t('AWS refused it: {why} Another password for {name}', {
            why: error.text,
            name: UserName,
          });
        }
      }
    },
  };
}

const notYours = (user: string, { code = '', status = 0 }: Blocked): Blocked =>
  new Blocked(
    t('Meanwhile, somebody else set a password for {user}. Yours was not set.', { user }),
    [
      t('Find out who: CloudTrail console > Event history > CreateLoginProfile.'),
      t('Then run Rootlock again: it offers to set a new password.'),
    ],
    { code, status },
  );

const nobodyKnows = (user: string, { code = '' }: Blocked): Blocked =>
  new Blocked(
    t('The reply of AWS got lost, so the new password of {user} may or may not be set.', {
      user,
    }),
    [
      t('Keep both the new and the old password until you have signed in with one of them.'),
      t('Or run Rootlock again and set another one.'),
    ],
    { code },
  );
