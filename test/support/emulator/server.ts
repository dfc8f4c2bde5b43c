import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { decodeRequest, type WireCall, type WireRequest } from '../aws/decode-request.ts';

/** The account that the emulator plays, and keys of its root user. The second works after `root({ keys: 2 })`. */
export const ACCOUNT = '123456789012';
export const ROOT_KEYS = ['AKIAROOTLOCKROOT0001', 'AKIAROOTLOCKROOT0002'] as const;
/** Root as `aws login` hands it out: a session, no access key. */
export const ROOT_SESSION = 'ASIAROOTLOCKSESS0001';
/** The session that `aws login` hands out to a user, after `session`. */
export const USER_SESSION = 'ASIAROOTLOCKUSER0001';

/** How a request was answered. */
interface Answered {
  /** The actions of IAM that AWS asks for. */
  actions: string[];
  /** The request id. */
  id: string;
  status: number;
  /** AWS's error code, if it was refused. */
  code?: string;
  /** The body, if the status is 5xx. */
  answer?: string;
}

/** One request as it came in over HTTP. */
export interface Seen
  extends Answered,
    Pick<WireCall, 'service' | 'operation' | 'region' | 'input'> {}

/** As the plug-in writes it down. */
interface Logged extends Answered {
  request: Omit<WireRequest, 'body'> & { body: string };
}

async function decoded({ request, ...answered }: Logged): Promise<Seen> {
  const body = new TextEncoder().encode(request.body);
  const { service, operation, region, input } = await decodeRequest({ ...request, body });
  return { service, operation, region, input, ...answered };
}

interface Root {
  mfa?: boolean;
  /** How many access keys: up to two. */
  keys?: number;
  certificates?: number;
  /** May a session of root list root's access keys? AWS's documents say both. */
  session_sees_keys?: boolean;
}

interface Used {
  service: string;
  region: string;
  /** Seconds. */
  ago: number;
  operation?: string;
  /** Whose key it is, where it is a session's of another program. `ago`: since when. */
  user?: string;
  session?: { mfa: boolean; ago: number };
}

interface SignIn {
  mfa: 'Yes' | 'No';
  /** Of the endpoint that the browser chose. */
  region?: string;
  /** Seconds. */
  ago?: number;
  fails?: boolean;
  /** The serial number of the MFA device: the user's first unless said. */
  device?: string;
}

export interface Emulator {
  url: string;
  /** A new account, AWS's time, an empty log. */
  reset(): Promise<void>;
  /** Everything that the emulator knows, by service, account and region. */
  state(): Promise<unknown>;
  /** Every request to AWS since the last `reset`. */
  requests(): Promise<Seen[]>;
  /** What the owner does in the console, as root. */
  root(wanted: Root): Promise<void>;
  /** Something signed with this access key, `ago` seconds ago. */
  useKey(key: string, used: Used): Promise<void>;
  /** Somebody has signed in to the console, or has failed to: so also under a name that nobody has. */
  signIn(user: string, how: SignIn): Promise<void>;
  /** `aws login` as this user, with MFA if they have a device: USER_SESSION works from now on. */
  session(user: string, how?: { mfa: boolean }): Promise<void>;
  /** How long CloudTrail takes to show an event, in seconds. */
  eventsDelay(seconds: number): Promise<void>;
  /** How long IAM takes to tell of the last use of a key, in seconds: five minutes unless said. */
  lastUsedDelay(seconds: number): Promise<void>;
  /** Switches a region on or off for the account. */
  region(name: string, status: 'ENABLED' | 'ENABLING' | 'DISABLED'): Promise<void>;
  /** The plan that AWS bills by, as GetAccountPlanState answers it. `{}`: AWS knows of none. */
  plan(wanted: object): Promise<void>;
  /** `OFF` until somebody opens Cost Explorer for the first time, `PREPARING` for a day after that. */
  costExplorer(is: 'OFF' | 'PREPARING' | 'ON'): Promise<void>;
  /** Whether the phone of the account is proven. */
  phone(status: 'UNVERIFIED' | 'VERIFIED'): Promise<void>;
  /** What S3 says to every trail that is there; `null` where all is well. */
  delivery(error: string | null): Promise<void>;
  /** Whoever was sent a mail by SNS chooses the link in it. */
  confirmSubscriptions(): Promise<void>;
  /** What is in the links of those mails, by address. */
  tokens(): Promise<Record<string, string>>;
  /** Somebody else has a bucket of this name. */
  takeBucket(name: string, region: string): Promise<void>;
  /** The session of this access key ends. */
  expire(key: string): Promise<void>;
  /**
   * From now on nobody may do this action, root included, in this region or in any. `reason`: the end of AWS's sentence,
   * from `with` or `because` on.
   */
  deny(action: string, reason: string, region?: string): Promise<void>;
  /** Puts AWS's clock ahead of this computer's by `seconds`. */
  clock(seconds: number): Promise<void>;
  /** Another one, which begins with all that this one knows by now and goes its own way from there. */
  copy(): Promise<Emulator>;
  stop(): Promise<void>;
}

export const VENV = fileURLToPath(new URL('../../../.venv/bin/', import.meta.url));

/** Starts moto with our plug-in on a free port of 127.0.0.1. Rejects with what it printed if it ends instead. */
export async function startEmulator(): Promise<Emulator> {
  const child = spawn(`${VENV}python`, ['-m', 'plugin'], {
    cwd: fileURLToPath(new URL('../../emulator/', import.meta.url)),
    env: { PYTHONDONTWRITEBYTECODE: '1' },
    // It ends when its input ends: so also when this process is killed.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const url = await firstLine(child);
  return at(url, async () => {
    const ended = once(child, 'exit');
    child.stdin?.end();
    await ended;
  });
}

/** Where the calls of other programs come from. */
const ELSEWHERE = { sourceIPAddress: '198.51.100.9', userAgent: 'Boto3/1.40.0' };

/** One that serves already; a copy is asked to end. */
function at(url: string, stop?: () => Promise<void>): Emulator {
  const call = async (path: string, wanted?: object) => {
    const response = await fetch(`${url}/rootlock-test/${path}`, {
      ...(wanted && { method: 'POST', body: JSON.stringify(wanted) }),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as unknown;
  };

  return {
    url,
    reset: async () => void (await call('reset', {})),
    state: () => call('state'),
    requests: async () => Promise.all(((await call('requests')) as Logged[]).map(decoded)),
    root: async (wanted) => void (await call('iam/root', wanted)),
    useKey: async (key, { operation = 'DescribeInstances', ...used }) =>
      void (await call('iam/call', { key, operation, ...used, ...ELSEWHERE })),
    signIn: async (user, { region = 'us-east-1', ago = 0, fails = false, ...how }) =>
      void (await call('cloudtrail/sign-in', { user, region, ago, fails, ...how })),
    session: async (user, how) => void (await call('iam/session', { user, ...how })),
    eventsDelay: async (seconds) => void (await call('delays', { events: seconds })),
    lastUsedDelay: async (seconds) => void (await call('delays', { last_used: seconds })),
    region: async (region, status) => void (await call('region', { region, status })),
    plan: async (wanted) => void (await call('freetier/plan', wanted)),
    costExplorer: async (is) => void (await call('ce/ready', { is })),
    phone: async (status) => void (await call('account/phone', { status })),
    delivery: async (error) => void (await call('cloudtrail/delivery', { error })),
    confirmSubscriptions: async () => void (await call('sns/confirm', {})),
    tokens: async () => (await call('sns/tokens', {})) as Record<string, string>,
    takeBucket: async (name, region) => void (await call('s3/take-bucket', { name, region })),
    expire: async (key) => void (await call('expire', { key })),
    deny: async (action, reason, region) => void (await call('deny', { action, reason, region })),
    clock: async (seconds) => void (await call('clock', { offset: seconds })),
    copy: async () => at((await call('copy', {})) as string),
    stop: stop ?? (async () => void (await call('end', {}))),
  };
}

/** The first line that a program prints. Rejects with what it complained about if it ends instead. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const line = once(lines, 'line').then(([text]) => text as string);
  const failed = Promise.race([once(child, 'exit'), once(child, 'error')]).then(([reason]) => {
    throw new Error(`the emulator did not start (${reason}): ${complaint}`);
  });
  return Promise.race([line, failed]);
}
