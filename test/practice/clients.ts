import { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import type { Client } from '../../src/aws/wire.ts';
import { type Practice, practise } from '../../src/practice/account.ts';
import { freshAccount } from '../../src/practice/state.ts';
import { codeAt, stepAt } from '../../src/practice/totp.ts';

type Credentials = { accessKeyId: string; secretAccessKey: string };

const options = (practice: Practice, credentials: Credentials = practice.credentials) =>
  // One try: the SDK takes a quota for throttling, and would try three times.
  ({ region: 'us-east-1', credentials, maxAttempts: 1 });

/** Real SDK clients that talk to the account, as its root user unless `credentials` say otherwise. */
export function iamOf(practice: Practice, credentials?: Credentials): IAM {
  const client = new IAM(options(practice, credentials));
  practice.install(client as unknown as Client);
  return client;
}

export function stsOf(practice: Practice, credentials?: Credentials): STS {
  const client = new STS(options(practice, credentials));
  practice.install(client as unknown as Client);
  return client;
}

/** A fresh account whose time stands still until it is moved. */
export function frozen(options: Omit<NonNullable<Parameters<typeof practise>[1]>, 'now'> = {}) {
  const time = { ms: Date.parse('2026-11-22T12:00:10Z') };
  const practice = practise(freshAccount(new Date(time.ms)), {
    ...options,
    now: () => new Date(time.ms),
  });
  return { practice, state: practice.state, iam: iamOf(practice), time };
}

/** What a device with this seed shows, `steps` of 30 seconds from the account's time. */
export const codeOf = (practice: Practice, seed: string, steps: number): string =>
  codeAt(seed, stepAt(practice.now().getTime()) + steps);

/** What a call was refused with: AWS's code, and the HTTP status. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { Code, name, $metadata } = error as {
      Code?: string;
      name: string;
      $metadata?: { httpStatusCode?: number };
    };
    return `${Code ?? name} ${$metadata?.httpStatusCode}`;
  }
  return 'not refused';
}
