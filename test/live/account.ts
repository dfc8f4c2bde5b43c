import { setTimeout } from 'node:timers/promises';
import { resolveCredentials } from '../../src/auth/credentials.ts';
import { identify } from '../../src/auth/identity.ts';
import { profileOf } from '../../src/auth/profiles.ts';
import { clientFor } from '../../src/aws/client.ts';
import { connect } from '../../src/aws/connection.ts';
import { codeOf } from '../../src/aws/errors.ts';
import type { Service } from '../../src/aws/operations.ts';
import { requestHandlerFor } from '../../src/aws/request-handler.ts';
import type { Account, Reads, Send } from '../../src/engine/step.ts';

/** What is not begun, and why, in one sentence. */
export class Refused extends Error {}

/** A real account that may be changed, by the way that Rootlock itself takes. */
export interface Live extends Pick<Account, 'id' | 'partition' | 'region' | 'identity'> {
  /** Who "aws login" has signed in, where the profile in use says so. */
  session?: string;
  read: Reads['read'];
  send: Send;
  /** AWS's time in milliseconds. */
  clock(): number;
  /** Sends an SDK command that Rootlock never sends. */
  command<O>(service: Service, command: Sends<O>): Promise<O>;
  /** The same; `undefined` where what it is about is not there. */
  ifThere<O>(service: Service, command: Sends<O>): Promise<O | undefined>;
}

/** A command of the SDK. */
interface Sends<O> {
  resolveMiddleware(...args: never): (...args: never) => Promise<{ output: O }>;
}

const MINUTE = 60_000;

/**
 * Signs in as the AWS CLI would. Sends nothing but the question who that is, until the answer is the account that
 * ROOTLOCK_LIVE_ACCOUNT names.
 *
 * @throws Refused before anything is sent where no account is named, and where it is another one
 */
export async function openLive(env: NodeJS.ProcessEnv): Promise<Live> {
  const wanted = env.ROOTLOCK_LIVE_ACCOUNT ?? '';
  if (env.CI) throw new Refused('This makes and deletes things in a real account: never in CI.');
  if (!/^\d{12}$/.test(wanted)) {
    throw new Refused(
      'Set ROOTLOCK_LIVE_ACCOUNT to the twelve digits of a throw-away account: this makes and deletes things in it.',
    );
  }
  const { AWS_REGION: region, AWS_ENDPOINT_URL: endpoint } = env;
  const profile = env.AWS_PROFILE || env.AWS_DEFAULT_PROFILE;
  const wire = await resolveCredentials(
    {
      ...(profile && { profile }),
      ...(region && { region }),
      ...(endpoint && { endpoint }),
      ...(env.AWS_ACCESS_KEY_ID && { fromEnvironment: true as const }),
    },
    {
      requestHandlerFor: (caBundle) => requestHandlerFor(env, caBundle),
      env,
      explainError: (error) => error,
      loginRegions: { get: () => undefined },
    },
  );
  const { reads, send, clock } = connect(wire, { sleep: setTimeout });
  const { Account: id } = await reads().read('sts', 'GetCallerIdentity', {});
  if (id !== wanted) {
    throw new Refused(`These credentials are for the account ${id}, not for ${wanted}.`);
  }
  const { session } = await profileOf(wire.profile);
  const command: Live['command'] = async (service, sent) => {
    const { client } = await clientFor(wire, service, wire.region, { offset: 0 });
    const abortSignal = AbortSignal.timeout(MINUTE);
    return client.send(sent, { abortSignal }) as Promise<never>;
  };
  return {
    ...(await identify(reads(), await wire.credentials())),
    region: wire.region,
    ...(session && wire.profile && { session }),
    // Never what an earlier look has seen.
    read: (...request) => reads().read(...request),
    send,
    clock,
    command,
    ifThere: (service, sent) =>
      command(service, sent).catch((error: unknown) => {
        if (!/NoSuch|NotFound/.test(codeOf(error))) throw error;
        return undefined;
      }),
  };
}
