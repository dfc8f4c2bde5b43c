import { step } from '../../src/engine/step.ts';
import { commandAbout } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { withoutOldRevocation } from './revocation.ts';

interface Seen extends Leaver {
  password: boolean;
}

export const leavePassword = (wanted: string) =>
  step({
    id: 'leave-password',
    title: t('Password'),
    why: t('Without a password, nobody signs in to the AWS console as this user.'),
    cost: 'free',
    needs: ['leave-credentials'],
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail: _, ...leaver } = await findLeaver(look, wanted);
      const profile = leaver.exists
        ? await look.find('iam', 'GetLoginProfile', { UserName: leaver.name })
        : undefined;
      return { ...leaver, password: profile !== undefined };
    },

    evidence: ({ password }) => ({ password }),

    status: ({ password }) => (password ? t('there is one') : t('none')),

    plan: ({ name, password, revocation }) =>
      password
        ? [
            ...withoutOldRevocation(name, revocation),
            {
              kind: 'call',
              summary: t('Remove the password of {name}', { name }),
              undo: t('{command} sets a new password', { command: commandAbout('person', name) }),
              service: 'iam',
              operation: 'DeleteLoginProfile',
              input: { UserName: name },
            },
          ]
        : [],
  });
