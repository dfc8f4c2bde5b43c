import type { Client } from '../aws/client.ts';
import { isReading } from '../aws/operations.ts';
import { type AccessKey, newKeyId, type PracticeState, type Session } from './fresh-account.ts';
import { type ServiceCall, serve } from './http/serve.ts';
import { accountManagement } from './services/account/index.ts';
import { budgets } from './services/budgets/index.ts';
import { recordCall } from './services/cloudtrail/call-events.ts';
import { cloudtrail } from './services/cloudtrail/index.ts';
import { recordUse } from './services/iam/access-keys.ts';
import { iam } from './services/iam/index.ts';
import { type CallContext, Refusal } from './services/operation-table.ts';
import { organizations } from './services/organizations/index.ts';
import { s3 } from './services/s3/index.ts';
import { sts } from './services/sts/index.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration?: Date;
}

/** An account that plays AWS. */
export interface PracticeAccount {
  state: PracticeState;
  /**
   * Credentials of a root session, as `aws login` gives them. The session outlives root's access keys. If it has ended,
   * this is a new one.
   */
  readonly credentials: Credentials;
  /** The account's clock. */
  now(): Date;
  /** Connects this client to the account in place of the network. */
  install(client: Client): void;
  /** Opens a session as `aws login` does, for the user with this id. Without an id, for the root user. */
  signIn(principal?: string): Credentials;
  /** Changes the account by other ways than its API, the console for instance. The change is saved when it returns. */
  change<T>(edit: (state: PracticeState, now: Date) => T): T;
}

interface Options {
  /** Called after each write and before its answer. */
  save?(state: PracticeState): void;
  /** Reads show a write only after this many further reads, as AWS may do. Writes always work on the current state. */
  lag?: number;
  /** All open sessions end after this many calls, as AWS may end them at any time. */
  endSessionsAfter?: number;
  now?(): Date;
}

/** Operations by service, as named in src/aws/operations.ts. The SDK sends each the input of its own type. */
export const tables: Record<string, Record<string, (input: never, call: CallContext) => object>> = {
  account: accountManagement,
  budgets,
  cloudtrail,
  iam,
  organizations,
  s3,
  sts,
};

/** Creates an account that works on `state` and changes it in place. */
export function createPracticeAccount(
  state: PracticeState,
  {
    save,
    lag = 0,
    endSessionsAfter = Number.POSITIVE_INFINITY,
    now = () => new Date(),
  }: Options = {},
): PracticeAccount {
  let reads = 0;
  let pastStates: { state: PracticeState; until: number }[] = [];
  /** The last past state. After S3 has shown the current rules of a lifecycle, it may go back to older ones once. */
  let relapse: { state: PracticeState; isDue: boolean } | undefined;

  const visibleState = (operation?: string) => {
    const last = pastStates.at(-1);
    pastStates = pastStates.filter(({ until }) => until > reads);
    reads++;
    if (pastStates[0]) return pastStates[0].state;
    if (last) relapse = { state: last.state, isDue: false };
    if (operation !== 'GetBucketLifecycleConfiguration' || !relapse) return state;
    const { state: older, isDue } = relapse;
    relapse = isDue ? undefined : { state: older, isDue: true };
    return isDue ? older : state;
  };

  const change: PracticeAccount['change'] = (edit) => {
    const before = structuredClone(state);
    const result = edit(state, now());
    try {
      save?.(state);
    } catch (error) {
      // Roll back if the change cannot be saved. Otherwise an observation would show it, and call it secure.
      for (const key of Object.keys(state)) delete state[key as keyof PracticeState];
      Object.assign(state, before);
      throw error;
    }
    if (lag > 0) pastStates.push({ state: before, until: reads + lag });
    return result;
  };

  let calls = 0;
  const answer = (call: ServiceCall) => {
    const { service, operation, input, accessKeyId, region } = call;
    const implementation = tables[service]?.[operation];
    if (!implementation)
      throw new Refusal('NotInPractice', 501, `${service} ${operation} is not played`);
    if (calls++ === endSessionsAfter) {
      for (const session of state.sessions) session.ends = now().toISOString();
    }
    const session = state.sessions.find((other) => other.accessKeyId === accessKeyId);
    const caller = authenticate(state, call, session, now());
    if (state.activation !== 'ACTIVE' && !WITHOUT_ACTIVATION.has(service)) throw notActivated();
    const context = { region, caller, session, propagatedState: visibleState };
    const key = allKeys(state).find(({ id }) => id === accessKeyId);
    if (key) recordUse(key, state, { now: now(), service, region });
    if (isReading(operation)) {
      const visible = visibleState(operation);
      return implementation(input as never, { ...context, state: visible, now: now() });
    }
    const record = (at: Date, refusedWith?: string) =>
      recordCall(state, call, {
        id: caller,
        session,
        now: at,
        ...(refusedWith && { refusedWith }),
      });
    try {
      return change((current, changedAt) => {
        const output = implementation(input as never, {
          ...context,
          state: current,
          now: changedAt,
        });
        record(changedAt);
        return output;
      });
    } catch (error) {
      if (error instanceof Refusal) record(now(), error.code);
      throw error;
    }
  };

  const signIn = (principal = state.id): Credentials =>
    change((_, began) => {
      const session: Session = {
        accessKeyId: newKeyId('ASIA'),
        principal,
        began: began.toISOString(),
        // AWS asks for a code once there is a device.
        mfa: state.devices.some(({ owner }) => owner?.id === principal),
      };
      state.sessions.push(session);
      return credentialsOf(session);
    });

  return {
    state,
    get credentials() {
      const session = state.sessions.find(
        (other) => other.principal === state.id && !hasEnded(other, now()),
      );
      return session ? credentialsOf(session) : signIn();
    },
    now,
    install: (client) => serve(client, answer, now),
    signIn,
    change,
  };
}

/** Services that work before an account is activated. */
const WITHOUT_ACTIVATION = new Set(['account', 'iam', 'organizations', 'sts']);

const notActivated = () =>
  new Refusal('OptInRequired', 403, 'The AWS Access Key Id needs a subscription for the service');

const hasEnded = ({ ends }: Session, now: Date): boolean =>
  ends !== undefined && Date.parse(ends) <= now.getTime();

const allKeys = ({ root, users }: PracticeState): AccessKey[] => [
  ...root.keys,
  ...users.flatMap(({ keys }) => keys),
];

/** The id of the user who calls. Signatures are not verified: whoever knows the id of a key counts as its holder. */
function authenticate(
  { id, root, users, regions }: PracticeState,
  { accessKeyId, region }: ServiceCall,
  session: Session | undefined,
  now: Date,
): string {
  if (session && hasEnded(session, now)) {
    throw new Refusal('ExpiredToken', 403, 'The security token included in the request is expired');
  }
  const hasKey = ({ keys }: { keys: AccessKey[] }) =>
    keys.some((key) => key.id === accessKeyId && key.active);
  const principal = session?.principal ?? (hasKey(root) ? id : users.find(hasKey)?.id);
  const isKnown = principal === id || users.some((user) => user.id === principal);
  // A region that is off, or still being switched on, knows no credentials.
  if (isKnown && regions.includes(region)) return principal ?? id;
  throw new Refusal(
    'InvalidClientTokenId',
    403,
    'The security token included in the request is invalid.',
  );
}

const credentialsOf = ({ accessKeyId, ends }: Session): Credentials => ({
  accessKeyId,
  secretAccessKey: 'practice',
  sessionToken: 'practice',
  ...(ends && { expiration: new Date(ends) }),
});
