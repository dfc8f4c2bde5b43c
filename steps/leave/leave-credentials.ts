import { type ApiCall, step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { assertMayLeave } from './assert-may-leave.ts';
import { switchOffCall } from './credential-calls.ts';
import { type Credential, nameOf, readCredentials } from './credentials.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { withoutOldRevocation } from './revocation.ts';

interface Seen extends Leaver {
  credentials: Credential[];
}

export const leaveCredentials = (wanted: string) =>
  step({
    id: 'leave-credentials',
    title: t('Keys and certificates'),
    why: t('A key works from anywhere, without a password and mostly without MFA.'),
    cost: 'free',
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail: _, ...leaver } = await findLeaver(look, wanted);
      if (!leaver.exists) return { ...leaver, credentials: [] };
      await assertMayLeave(look, leaver.name);
      return { ...leaver, credentials: await readCredentials(look, leaver.name) };
    },

    evidence: ({ name, exists, credentials }) => ({
      user: exists ? name : null,
      credentials: credentials.map(({ kind, id, active, service }) => ({
        kind,
        id,
        active,
        ...(service && { service }),
      })),
    }),

    status({ name, exists, credentials }) {
      if (!exists) return t('there is no user {name}', { name });
      const [all, on] = [credentials.length, credentials.filter(({ active }) => active).length];
      if (on > 0) {
        return on === all ? t('active: {on}', { on }) : t('active: {on} of {all}', { on, all });
      }
      return all > 0 ? t('all are inactive') : t('none');
    },

    plan({ name, credentials, revocation }) {
      const on = credentials.filter(({ active }) => active);
      const opensSessions = on.some(({ kind }) => kind === 'key' || kind === 'certificate');
      return [
        ...(opensSessions ? withoutOldRevocation(name, revocation) : []),
        ...on.map((credential) => switchOff(name, credential)),
      ];
    },
  });

function switchOff(name: string, credential: Credential): ApiCall {
  const what = nameOf(credential);
  return {
    kind: 'call',
    summary: t('Deactivate {what} of {name}', { what, name }),
    undo: t('IAM console > Users > {name} > Security credentials > Activate', { name }),
    ...switchOffCall(name, credential),
  };
}
