import type { Secret } from '../engine/secret.ts';
import type { Paging } from './all-pages.ts';

/** The operations that Rootlock can send: no other can be sent. Each module is loaded at the first call of its service. */
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
type WithSecrets<T> = T extends string
  ? T | Secret
  : T extends Uint8Array | Date
    ? T
    : T extends object
      ? { [K in keyof T]: WithSecrets<T[K]> }
      : T;

export type Service = keyof typeof services;
export type Operation<S extends Service> = Exclude<keyof Module<S>, 'Client' | 'pages'> & string;
export type Input<S extends Service, O extends Operation<S>> =
  Command<S, O> extends { input: infer I } ? WithSecrets<I> : never;
export type Output<S extends Service, O extends Operation<S>> =
  Command<S, O> extends {
    resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer R }>;
  }
    ? R
    : never;

/** One API call as plain data. A `Secret` can take the place of any string in it. Only `send` reveals it. */
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
const ISSUES_CREDENTIALS = new Set([
  'GetSessionToken',
  'GetFederationToken',
  'GetWebIdentityToken',
  'GetDelegatedAccessToken',
]);

/** The rule of `Reading` at run time, because a type can be cast away. Making a credential report changes no configuration. */
export const isReading = (operation: string): boolean =>
  operation === 'GenerateCredentialReport' ||
  (READING.test(operation) && !ISSUES_CREDENTIALS.has(operation));

/** Every read of a bucket's settings gets this if the bucket is deleted, or so new that S3 does not show it everywhere yet. */
const NO_BUCKET = 'NoSuchBucket';

/**
 * The error codes by which AWS says that something does not exist, by operation. `find` accepts these operations only, and takes every
 * other code for a failed read. Source: the API references, and for GetAccessKeyLastUsed, which models no error, IAM's usual code.
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
    ListAccessKeys: ['NoSuchEntity'],
    ListMFADeviceTags: ['NoSuchEntity'],
  },
  s3: {
    GetBucketEncryption: ['ServerSideEncryptionConfigurationNotFoundError', NO_BUCKET],
    GetBucketLifecycleConfiguration: ['NoSuchLifecycleConfiguration', NO_BUCKET],
    GetBucketOwnershipControls: ['OwnershipControlsNotFoundError', NO_BUCKET],
    GetBucketPolicy: ['NoSuchBucketPolicy', NO_BUCKET],
    GetBucketPolicyStatus: ['NoSuchBucketPolicy', NO_BUCKET],
    GetBucketVersioning: [NO_BUCKET],
    GetPublicAccessBlock: ['NoSuchPublicAccessBlockConfiguration', NO_BUCKET],
    // A response to HEAD has no body that could name a code: the SDK names the status.
    HeadBucket: ['NotFound'],
  },
} satisfies { [S in Service]?: { [O in Reading<S>]?: string[] } };

/** The operations that `find` accepts. */
export type Findable<S extends Service> = S extends keyof typeof ABSENCE_CODES
  ? keyof (typeof ABSENCE_CODES)[S] & Reading<S>
  : never;

/** How the list of an operation goes on. `undefined` if it does not list. */
export async function pagingOf({ service, operation }: Request): Promise<Paging | undefined> {
  const module = await services[service]();
  return 'pages' in module ? module.pages[operation] : undefined;
}

/** Every operation that can be sent. Loads the SDK's clients. */
export async function allOperations(): Promise<
  { service: string; operation: string; write: boolean }[]
> {
  const modules = await Promise.all(
    Object.entries(services).map(async ([service, load]) => ({ service, exported: await load() })),
  );
  return modules.flatMap(({ service, exported }) =>
    Object.keys(exported)
      .filter((name) => name !== 'Client' && name !== 'pages')
      .map((operation) => ({ service, operation, write: !isReading(operation) })),
  );
}
