import { PROJECT_ROLE } from './fresh-account.ts';
import type { ServiceCall } from './http/serve.ts';
import { newKeyId } from './ids.ts';
import { Refusal } from './services/operation-table.ts';
import type { AccessKey, PracticeState, Session } from './state/account-state.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration?: Date;
}

/** Who calls, and by what. */
interface Caller {
  /** The id of a user or a role. The root user's is the account's id. */
  id: string;
  session: Session | undefined;
  /** Set if a long-term key signed the call. */
  key: AccessKey | undefined;
}

/** Services that work before an account is activated. */
const WITHOUT_ACTIVATION = new Set(['account', 'iam', 'organizations', 'sts']);

/** Finds out who calls. Signatures are not verified: whoever knows the id of a key counts as its holder. */
export function authenticate(
  { id, root, users, roles, regions, sessions, activation }: PracticeState,
  { accessKeyId, region, service }: ServiceCall,
  now: Date,
): Caller {
  const session = sessions.find((other) => other.accessKeyId === accessKeyId);
  if (session && hasEnded(session, now)) {
    throw new Refusal('ExpiredToken', 403, 'The security token included in the request is expired');
  }
  const holders = [
    { id, keys: root.keys },
    ...users,
    ...roles.map((role) => ({ id: role.id, keys: [] })),
  ];
  const keyOf = ({ keys }: { keys: AccessKey[] }) =>
    keys.find((key) => key.id === accessKeyId && key.active);
  const holder = holders.find((one) => (session ? one.id === session.principal : keyOf(one)));
  // A region that is off, or still being switched on, knows no credentials.
  if (!holder || !regions.includes(region)) {
    throw new Refusal(
      'InvalidClientTokenId',
      403,
      'The security token included in the request is invalid.',
    );
  }
  if (activation !== 'ACTIVE' && !WITHOUT_ACTIVATION.has(service)) {
    throw new Refusal(
      'OptInRequired',
      403,
      'The AWS Access Key Id needs a subscription for the service',
    );
  }
  return { id: holder.id, session, key: session ? undefined : keyOf(holder) };
}

/** Opens a session as `aws login` does. */
export function startSession(state: PracticeState, principal: string, now: Date): Session {
  const session: Session = {
    accessKeyId: newKeyId('ASIA'),
    principal,
    began: now.toISOString(),
    // AWS asks for a code once there is a device.
    mfa: state.devices.some(({ owner }) => owner?.id === principal),
  };
  state.sessions.push(session);
  return session;
}

/** Whoever owns the account signs in as its root user, or in a project as its role. */
export const ownerOf = ({ id, roles, organization }: PracticeState): string =>
  (organization?.projectRegion && roles.find(({ name }) => name === PROJECT_ROLE)?.id) || id;

/** The newest session of a user, a role or root that has not ended. */
export const openSession = (
  { sessions }: PracticeState,
  principal: string,
  now: Date,
): Session | undefined =>
  sessions.findLast((session) => session.principal === principal && !hasEnded(session, now));

const hasEnded = ({ ends }: Session, now: Date): boolean =>
  ends !== undefined && Date.parse(ends) <= now.getTime();

export const sessionCredentials = ({ accessKeyId, ends }: Session): Credentials => ({
  accessKeyId,
  secretAccessKey: 'practice',
  sessionToken: 'practice',
  ...(ends && { expiration: new Date(ends) }),
});
