import { type InteractiveChange, type Look, step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { asArray, statements } from '../iam/policy-document.ts';
import { readKeys } from './credentials.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { denyAll, type Revocation, revocationAt, revocationPreview } from './revocation.ts';

interface Seen extends Leaver {
  /** When one of their access keys was last used, of those that are there. ISO 8601. */
  keyUsed: string | null;
  /** A boundary denies everything: an earlier run was about to delete the user. */
  denied: boolean;
  /** Names of roles whose trust names the user: sessions there are the role's, and go on. */
  roles: string[];
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
      const uses = (await readKeys(look, leaver.name)).flatMap(({ used }) => used?.at ?? []);
      return {
        ...leaver,
        keyUsed: uses.sort().at(-1) ?? null,
        denied: boundary === denyAll(look.account),
        roles: detail?.Arn ? await rolesThatTrust(look, detail.Arn) : [],
      };
    },

    evidence: ({ revocation, denied, roles }) => ({
      endedBefore: revocation.before,
      denied,
      roles,
    }),

    status(seen) {
      const { name, exists, roles } = seen;
      if (!exists) return t('none');
      const ended = areEnded(seen) ? t('ended; new ones cannot be opened') : t('may be open');
      return roles.length === 0
        ? ended
        : t('{ended}; roles that trust {name}: {roles}', { ended, name, roles: roles.join(', ') });
    },

    handover: ({ name, roles }) =>
      roles.map((role) => [
        t('role {role}', { role }),
        t(
          'trusts {name} by name. End its sessions: IAM console > Roles > {role} > Revoke sessions.',
          { name, role },
        ),
      ]),

    plan: (seen) =>
      seen.exists && !areEnded(seen) ? [endSessions(seen.name, seen.revocation)] : [],
  });

/** A key that was used after a revocation may have opened sessions since: its owner could have written an old one themselves. */
const areEnded = ({ revocation: { before }, denied, keyUsed }: Seen): boolean =>
  denied || (before !== null && (keyUsed === null || Date.parse(keyUsed) <= Date.parse(before)));

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

async function rolesThatTrust(look: Look, arn: string): Promise<string[]> {
  const { RoleDetailList = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  return RoleDetailList.flatMap(({ RoleName = '', AssumeRolePolicyDocument }) =>
    statements(AssumeRolePolicyDocument).some(
      ({ Effect, Principal }) =>
        Effect === 'Allow' && typeof Principal === 'object' && asArray(Principal.AWS).includes(arn),
    )
      ? [RoleName]
      : [],
  );
}
