import type { Secret } from '../engine/secret.ts';

/** All that Rootlock can say to AWS: an operation that these modules do not export cannot be sent. Each is loaded at its first call. */
export const services = {
  account: () => import('./services/account.ts'),
  budgets: () => import('./services/budgets.ts'),
  cloudtrail: () => import('./services/cloudtrail.ts'),
  iam: () => import('./services/iam.ts'),
  organizations: () => import('./services/organizations.ts'),
  s3: () => import('./services/s3.ts'),
  sts: () => import('./services/sts.ts'),
};

type Module<S extends Service> = Awaited<ReturnType<(typeof services)[S]>>;
type Command<S extends Service, O extends Operation<S>> = Module<S>[O] extends abstract new (
  ...input: never
) => infer C
  ? C
  : never;
type Masked<T> = T extends string
  ? T | Secret
  : T extends Uint8Array | Date
    ? T
    : T extends object
      ? { [K in keyof T]: Masked<T[K]> }
      : T;

export type Service = keyof typeof services;
export type Operation<S extends Service> = Exclude<keyof Module<S>, 'Client'> & string;
export type Input<S extends Service, O extends Operation<S>> =
  Command<S, O> extends { input: infer I } ? Masked<I> : never;
export type Output<S extends Service, O extends Operation<S>> =
  Command<S, O> extends {
    resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer R }>;
  }
    ? R
    : never;

/** One API call as plain data. A `Secret` may stand wherever the SDK wants a string; only `send` opens it. */
export type Request = {
  [S in Service]: {
    [O in Operation<S>]: { service: S; operation: O; input: Input<S, O>; region?: string };
  }[Operation<S>];
}[Service];

export type Result<R extends Request> = R extends {
  service: infer S extends Service;
  operation: infer O;
}
  ? O extends Operation<S>
    ? Output<S, O>
    : never
  : never;

type Prefix = 'Get' | 'List' | 'Describe' | 'Head' | 'Lookup' | 'Simulate';

/** Operations that change nothing. */
export type Reading<S extends Service> = Operation<S> &
  (`${Prefix}${string}` | 'GenerateCredentialReport');

const READING = /^(Get|List|Describe|Head|Lookup|Simulate)[A-Z]/;
/** Named like reads, but they hand out credentials or tokens. */
const MINTING = new Set([
  'GetSessionToken',
  'GetFederationToken',
  'GetWebIdentityToken',
  'GetDelegatedAccessToken',
]);

/** The same rule at run time: a type can be cast away. The credential report is made by a call that changes no configuration. */
export const isReading = (operation: string): boolean =>
  operation === 'GenerateCredentialReport' || (READING.test(operation) && !MINTING.has(operation));

/** Every look into a bucket says so of a bucket that is gone, or that S3 does not show everywhere yet. */
const GONE_BUCKET = 'NoSuchBucket';

/**
 * With which codes AWS says that what is asked for does not exist. `find` takes these operations alone, and any other code for
 * a look that failed. API references; GetAccessKeyLastUsed has no modelled error, and its code is IAM's usual one.
 */
export const ABSENCE_CODES = {
  budgets: {
    DescribeNotificationsForBudget: ['NotFoundException'],
    DescribeSubscribersForNotification: ['NotFoundException'],
  },
  iam: {
    GetAccessKeyLastUsed: ['NoSuchEntity'],
    GetAccountPasswordPolicy: ['NoSuchEntity'],
    GetLoginProfile: ['NoSuchEntity'],
    GetUser: ['NoSuchEntity'],
    ListMFADevices: ['NoSuchEntity'],
    ListMFADeviceTags: ['NoSuchEntity'],
  },
  s3: {
    GetBucketEncryption: ['ServerSideEncryptionConfigurationNotFoundError', GONE_BUCKET],
    GetBucketLifecycleConfiguration: ['NoSuchLifecycleConfiguration', GONE_BUCKET],
    GetBucketOwnershipControls: ['OwnershipControlsNotFoundError', GONE_BUCKET],
    GetBucketPolicy: ['NoSuchBucketPolicy', GONE_BUCKET],
    GetBucketVersioning: [GONE_BUCKET],
    GetPublicAccessBlock: ['NoSuchPublicAccessBlockConfiguration', GONE_BUCKET],
    // It has no body to name a code in: the SDK names the status.
    HeadBucket: ['NotFound'],
  },
} satisfies { [S in Service]?: { [O in Reading<S>]?: string[] } };

/** Reads of which `ABSENCE_CODES` knows how AWS says that there is nothing. */
export type Findable<S extends Service> = S extends keyof typeof ABSENCE_CODES
  ? keyof (typeof ABSENCE_CODES)[S] & Reading<S>
  : never;

/** Every operation that can be sent. Loads the SDK's clients. */
export async function allOperations(): Promise<
  { service: string; operation: string; write: boolean }[]
> {
  const modules = await Promise.all(
    Object.entries(services).map(async ([service, load]) => ({ service, exported: await load() })),
  );
  return modules.flatMap(({ service, exported }) =>
    Object.keys(exported)
      .filter((name) => name !== 'Client')
      .map((operation) => ({ service, operation, write: !isReading(operation) })),
  );
}
