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
  ...input: any
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
    resolveMiddleware(...args: any): (...args: any) => Promise<{ output: infer R }>;
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
