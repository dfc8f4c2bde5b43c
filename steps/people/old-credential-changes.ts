import type { ApiCall, ConsoleChange, Text } from '../../src/engine/step.ts';
import { commandAbout, SIGN_IN } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { shortId } from '../root/root-credentials.ts';
import { IAM_USERS } from '../shared/console-urls.ts';
import type { UsedCredential } from './credential-uses.ts';

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Since when nobody has used it. */
export const lastUse = ({ used, made }: UsedCredential): Text =>
  used === undefined
    ? t('never used since {day}', { day: dayOf(made) })
    : t('last used on {day}', { day: dayOf(used) });

/** As short as a choice of a list can be. */
export const nameOf = ({ kind, user, id }: UsedCredential): Text =>
  kind === 'password'
    ? t('the password of {user}', { user })
    : t('the access key {id} of {user}', { id: shortId(id), user });

/** Takes a way in from somebody: whether they still need it, only the owner knows. */
export const switchOff = (credential: UsedCredential): ApiCall => {
  const { kind, user, id } = credential;
  return kind === 'password'
    ? {
        kind: 'call',
        summary: t('Remove the unused password of {user}', { user }),
        danger: true,
        diff: [[t('password'), lastUse(credential), t('none')]],
        undo: t('{command} sets a new password', { command: commandAbout('person', user) }),
        service: 'iam',
        operation: 'DeleteLoginProfile',
        input: { UserName: user },
      }
    : {
        kind: 'call',
        summary: t('Deactivate the unused access key {id} of {user}', { id, user }),
        danger: true,
        diff: [[t('access key {key}', { key: id }), lastUse(credential), t('inactive')]],
        undo: t('IAM console > Users > {name} > Security credentials > Access keys > Activate', {
          name: user,
        }),
        service: 'iam',
        operation: 'UpdateAccessKey',
        input: { UserName: user, AccessKeyId: id, Status: 'Inactive' },
      };
};

/** Programs take the new keys first, which may take weeks. So the walk goes on. */
export const renew = (old: UsedCredential[], days: number): ConsoleChange => {
  const names = [...new Set(old.map(({ user }) => user))];
  return {
    kind: 'console',
    id: 'renew',
    shownLate: true,
    shownAfter: t('This takes days or weeks. Carry on; Rootlock looks again at each run.'),
    summary: t('Renew the access keys older than {days} days: {names}', {
      days,
      names: names.join(', '),
    }),
    ...IAM_USERS,
    instructions: [
      t('One after the other, in another terminal or after this run:'),
      ...names.map((name) =>
        t('For {name}: {command}', { name, command: commandAbout('key', name) }),
      ),
      t(
        'It makes the new key, proves it, and switches the old one off once nothing uses it. People need no key: {command}',
        { command: SIGN_IN },
      ),
    ],
  };
};
