import { type InteractiveChange, type Look, step, type Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { isAmong } from '../iam/names.ts';
import { asArray, statements } from '../iam/policy-document.ts';
import { readKeys } from './credentials.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { denyAll, type Revocation, revocationAt, revocationPreview } from './revocation.ts';

interface Seen extends Leaver {
  /** When their password or one of their access keys was last used, of those that are there. ISO 8601. */
  used: string | null;
  /** A boundary denies everything: an earlier run was about to delete the user. */
  denied: boolean;
  /** Names of roles whose trust names the user: sessions there are the role's, and go on. */
  roles: string[];
  /** Names of roles whose trust lets in any user with rights to it. */
  openRoles: string[];
}

export const leaveSessions = (wanted: string) =>
  step({
    id: 'leave-sessions',
    title: t('Open sessions'),
    why: t('A session that is open goes on for up to 36 hours, also without its key or password.'),
    cost: 'free',
    // Else a new session could be opened.
    needs: ['leave-password'],
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail, ...leaver } = await findLeaver(look, wanted);
      const boundary = detail?.PermissionsBoundary?.PermissionsBoundaryArn;
      const [keys, found, roles] = await Promise.all([
        readKeys(look, leaver.name),
        // The password may be gone: AWS still says when it was used.
        look.find('iam', 'GetUser', { UserName: leaver.name }),
        rolesThatTrust(look, leaver.name),
      ]);
      const uses = [
        ...keys.flatMap(({ used }) => used?.at ?? []),
        found?.User?.PasswordLastUsed?.toISOString() ?? [],
      ].flat();
      return {
        ...leaver,
        used: uses.sort().at(-1) ?? null,
        denied: boundary === denyAll(look.account),
        ...roles,
      };
    },

    evidence: ({ revocation, denied, roles, openRoles }) => ({
      endedBefore: revocation.before,
      denied,
      roles,
      openRoles,
    }),

    status(seen) {
      const { name, exists, roles } = seen;
      if (!exists) return t('none');
      const ended = areEnded(seen) ? t('ended; new ones cannot be opened') : t('may be open');
      return roles.length === 0
        ? ended
        : t('{ended}; roles that trust {name}: {roles}', { ended, name, roles: roles.join(', ') });
    },

    handover: ({ name, roles, openRoles }) => [
      ...roles.map((role): [Text, Text] => [
        t('role {role}', { role }),
        t(
          'trusts {name} by name. End its sessions: IAM console > Roles > {role} > Revoke sessions.',
          { name, role },
        ),
      ]),
      ...openRoles.map((role): [Text, Text] => [
        t('role {role}', { role }),
        t(
          'trusts every user with rights to it. If {name} used it, end its sessions: IAM console > Roles > {role} > Revoke sessions.',
          { name, role },
        ),
      ]),
    ],

    plan: (seen) =>
      seen.exists && !areEnded(seen) ? [endSessions(seen.name, seen.revocation)] : [],
  });

/** A key or a password that was used after a revocation may have opened sessions since: its owner could have written an old one themselves. */
const areEnded = ({ revocation: { before }, denied, used }: Seen): boolean =>
  denied || (before !== null && (used === null || Date.parse(used) <= Date.parse(before)));

/** The time is that of the call: sessions that began while the owner was reading end as well. */
const endSessions = (name: string, { name: policy }: Revocation): InteractiveChange => ({
  kind: 'exchange',
  asksNobody: true,
  summary: t('End every session of {name} that is open', { name }),
  diff: [[t('sessions from before now'), t('accepted'), t('refused')]],
  undo: t('IAM console > Users > {name} > Permissions > {policy} > Remove', { name, policy }),
  calls: [revocationPreview(name, policy)],
  run: async (send, _ask, clock) => {
    await send(revocationAt(name, policy, clock()));
  },
});

/** By the account's list alone: a user who is deleted already may have sessions there, too. */
async function rolesThatTrust(
  look: Look,
  user: string,
): Promise<{ roles: string[]; openRoles: string[] }> {
  const { RoleDetailList = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const trusting = (isMeant: (principal: string) => boolean) =>
    RoleDetailList.filter(({ AssumeRolePolicyDocument }) =>
      statements(AssumeRolePolicyDocument).some(
        ({ Effect, Principal }) =>
          Effect === 'Allow' &&
          (typeof Principal === 'string' ? [Principal] : asArray(Principal?.AWS)).some(isMeant),
      ),
    ).map(({ RoleName = '' }) => RoleName);
  const { id } = look.account;
  const roles = trusting((principal) => {
    const [, account, name] = /:iam::(\d+):user\/(?:.*\/)?([^/]+)$/.exec(principal) ?? [];
    return account === id && name !== undefined && isAmong(name, [user]);
  });
  const open = trusting(
    (principal) => principal === '*' || principal === id || principal.endsWith(`:iam::${id}:root`),
  );
  return { roles, openRoles: open.filter((name) => !roles.includes(name)) };
}
