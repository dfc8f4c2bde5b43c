import { isReading } from '../aws/operations.ts';
import type { Client } from '../aws/wire.ts';
import { iam } from './iam.ts';
import { type Asked, serve } from './server.ts';
import type { AccessKey, State } from './state.ts';
import { sts } from './sts.ts';
import { type Call, Refusal } from './table.ts';

/** An account that plays AWS. */
export interface Practice {
  state: State;
  /** The root user's session, as `aws login` would give it: it outlives the root user's access keys. */
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  /** The account's time. */
  now(): Date;
  /** Makes this client talk to the account instead of the network. */
  install(client: Client): void;
  /** What happens to the account by other ways than its API, the console say; saved before it returns. */
  change<T>(edit: (state: State, now: Date) => T): T;
}

interface Options {
  /** Called after each write, before it is answered. */
  save?(state: State): void;
  /** A write shows only after this many further reads: AWS may take a while too. Writes always see what is true. */
  lag?: number;
  now?(): Date;
}

/** By the name of the service in src/aws/operations.ts. */
export const tables: Record<string, Record<string, (input: any, call: Call) => object>> = {
  iam,
  sts,
};

/** Brings `state` to life. It is changed in place. */
export function practise(
  state: State,
  { save, lag = 0, now = () => new Date() }: Options = {},
): Practice {
  let reads = 0;
  let past: { state: State; until: number }[] = [];

  const seen = () => {
    past = past.filter(({ until }) => until > reads);
    reads++;
    return past[0]?.state ?? state;
  };

  const change: Practice['change'] = (edit) => {
    const before = lag > 0 ? structuredClone(state) : undefined;
    const result = edit(state, now());
    if (before) past.push({ state: before, until: reads + lag });
    save?.(state);
    return result;
  };

  const answer = ({ service, operation, input, accessKeyId, region }: Asked) => {
    const operate = tables[service]?.[operation];
    if (!operate) throw new Refusal('NotInPractice', 501, `${service} ${operation} is not played`);
    const about = { region, caller: callerOf(state, accessKeyId) };
    const key = keysOf(state).find(({ id }) => id === accessKeyId);
    if (key) key.lastUsed = { at: now().toISOString(), service, region };
    return isReading(operation)
      ? operate(input, { ...about, state: seen(), now: now() })
      : change((truth, at) => operate(input, { ...about, state: truth, now: at }));
  };

  return {
    state,
    credentials: credentialsOf(state),
    now,
    install: (client) => serve(client, answer, now),
    change,
  };
}

const keysOf = ({ root, users }: State): AccessKey[] => [
  ...root.keys,
  ...users.flatMap(({ keys }) => keys),
];

/** Signatures are not recomputed: in here, knowing the id of a key is having the key. */
function callerOf({ id, root, users, sessions }: State, accessKeyId: string | undefined): string {
  const holds = ({ keys }: { keys: AccessKey[] }) =>
    keys.some((key) => key.id === accessKeyId && key.active);
  const session = sessions.find((other) => other.accessKeyId === accessKeyId);
  const caller = session?.principal ?? (holds(root) ? id : users.find(holds)?.id);
  if (caller) return caller;
  throw new Refusal(
    'InvalidClientTokenId',
    403,
    'The security token included in the request is invalid.',
  );
}

function credentialsOf({ id, sessions }: State): Practice['credentials'] {
  const session = sessions.find(({ principal }) => principal === id);
  if (!session) throw new Error('the practice account has no session of its root user');
  return {
    accessKeyId: session.accessKeyId,
    secretAccessKey: 'practice',
    sessionToken: 'practice',
  };
}
