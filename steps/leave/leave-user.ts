import type { Input, Operation, Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { type Account, type InteractiveChange, type Send, step } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { assertMayLeave } from './assert-may-leave.ts';
import { deletionCall } from './credential-calls.ts';
import { type Credential, readCredentials, shortName } from './credentials.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { leftDevices } from './left-devices.ts';
import { denyAll } from './revocation.ts';

interface Seen extends Leaver {
  credentials: Credential[];
  /** Names of inline policies. */
  inline: string[];
  /** ARNs of the policies that are still attached. */
  attached: string[];
  /** Serial numbers of virtual devices that were the user's. */
  devices: string[];
}

export const leaveUser = (wanted: string) =>
  step({
    id: 'leave-user',
    title: t('User'),
    why: t('What is inactive can be activated again, by whoever may. What is deleted cannot.'),
    cost: 'free',
    level: 'recommended',
    needs: ['leave-groups'],
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail, ...leaver } = await findLeaver(look, wanted);
      if (!detail) return { ...leaver, credentials: [], inline: [], attached: [], devices: [] };
      await assertMayLeave(look, leaver.name);
      const [credentials, devices] = await Promise.all([
        readCredentials(look, leaver.name),
        leftDevices(look, detail.UserId ?? ''),
      ]);
      return {
        ...leaver,
        credentials,
        devices,
        inline: (detail.UserPolicyList ?? []).map(({ PolicyName = '' }) => PolicyName),
        attached: (detail.AttachedManagedPolicies ?? []).map(({ PolicyArn = '' }) => PolicyArn),
      };
    },

    evidence: ({ name, exists, credentials, inline, devices }) => ({
      user: exists ? name : null,
      credentials: credentials.length,
      inlinePolicies: inline,
      devices,
    }),

    status: ({ name, exists }) =>
      exists ? t('{name} is still there', { name }) : t('there is no user {name}', { name }),

    plan: (seen, _, account) => (seen.exists ? [deleteUser(seen, account)] : []),
  });

/** One word confirms all of it. What a run that was cut short has left is deleted by the next one. */
function deleteUser(seen: Seen, account: Account): InteractiveChange {
  const { name: UserName } = seen;
  const calls = [...callsBefore(seen, denyAll(account)), request('DeleteUser', { UserName })];
  return {
    kind: 'exchange',
    asksNobody: true,
    summary: t('Delete {name} for good, with all that is left', { name: UserName }),
    diff: rowsOf(seen),
    confirmPhrase: UserName,
    calls,
    async run(send) {
      for (const request of calls) await sendUnlessGone(send, request);
    },
  };
}

/** The SDK sends again what got no reply, and hears then that it is gone. */
async function sendUnlessGone(send: Send, request: Request): Promise<void> {
  await send(request).catch((error: unknown) => {
    if (!(error instanceof Blocked && error.code === 'NoSuchEntity')) throw error;
  });
}

/** AWS deletes no user who still has something. Tags and the boundary go with the user. */
const callsBefore = (
  { name, credentials, inline, attached, devices }: Seen,
  boundary: string,
): Request[] => [
  // Nothing works from here on, whatever happens to the calls that follow.
  request('PutUserPermissionsBoundary', { UserName: name, PermissionsBoundary: boundary }),
  ...credentials.map((credential) => deletionCall(name, credential)),
  ...devices.map((SerialNumber) => request('DeleteVirtualMFADevice', { SerialNumber })),
  ...attached.map((PolicyArn) => request('DetachUserPolicy', { UserName: name, PolicyArn })),
  ...inline.map((PolicyName) => request('DeleteUserPolicy', { UserName: name, PolicyName })),
];

const request = <O extends Operation<'iam'>>(operation: O, input: Input<'iam', O>) =>
  ({ service: 'iam', operation, input }) as Request;

type Row = [label: Text, now: Text, then: Text];

/** What goes with the user. */
const rowsOf = ({ credentials, inline, devices, revocation }: Seen): Row[] => [
  ...credentials.map(
    (credential): Row => [
      shortName(credential),
      credential.active ? t('active') : t('inactive'),
      t('deleted'),
    ],
  ),
  ...inline
    .filter((policy) => policy !== revocation.name)
    .map((policy): Row => [t('the policy {policy}', { policy }), t('there is one'), t('deleted')]),
  ...devices.map(
    (serial): Row => [
      t('the MFA device {device}', { device: serial.split('/').at(-1) ?? serial }),
      t('nobody’s'),
      t('deleted'),
    ],
  ),
];
