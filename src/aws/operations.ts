import type { Secret } from '../engine/secret.ts';
import type { ReadDeclaration, Reads, WriteDeclaration, Writes } from './declarations.ts';

/** The operations that Rootlock can send: no other can be sent. Each module is loaded at the first call of its service. */
export const services = {
  'access-analyzer': () => import('./services/access-analyzer.ts'),
  account: () => import('./services/account.ts'),
  budgets: () => import('./services/budgets.ts'),
  ce: () => import('./services/ce.ts'),
  cloudtrail: () => import('./services/cloudtrail.ts'),
  cloudwatch: () => import('./services/cloudwatch.ts'),
  ec2: () => import('./services/ec2.ts'),
  events: () => import('./services/events.ts'),
  freetier: () => import('./services/freetier.ts'),
  guardduty: () => import('./services/guardduty.ts'),
  iam: () => import('./services/iam.ts'),
  logs: () => import('./services/logs.ts'),
  organizations: () => import('./services/organizations.ts'),
  s3: () => import('./services/s3.ts'),
  s3control: () => import('./services/s3control.ts'),
  sns: () => import('./services/sns.ts'),
  sts: () => import('./services/sts.ts'),
};

type Module<S extends Service> = Awaited<ReturnType<(typeof services)[S]>>;
type Declared<S extends Service> = Module<S>['reads'] & Module<S>['writes'];
type Command<S extends Service, O extends Operation<S>> = Declared<S>[O] extends {
  Command: abstract new (...input: never) => infer C;
}
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
export type Operation<S extends Service> = keyof Declared<S> & string;
/** Operations that change nothing. */
export type Reading<S extends Service> = keyof Module<S>['reads'] & string;
/** The operations that `find` accepts. */
export type Findable<S extends Service> = {
  [O in Reading<S>]: Module<S>['reads'][O] extends { absence: string[] } ? O : never;
}[Reading<S>];
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

const READING = /^(Get|List|Describe|Head|Lookup|Simulate)[A-Z]/;
/** Named like reads, but they hand out credentials or tokens. */
const ISSUES_CREDENTIALS = new Set([
  'GetSessionToken',
  'GetFederationToken',
  'GetWebIdentityToken',
  'GetDelegatedAccessToken',
]);

/** Reports change no configuration, and testing a pattern only compares two texts. */
const READS_BY_OTHER_NAMES = new Set([
  'GenerateCredentialReport',
  'GenerateServiceLastAccessedDetails',
  'TestEventPattern',
]);

/** May it be sent by a look? By its name, because a type can be cast away, and a declaration be wrong. */
export const isReading = (operation: string): boolean =>
  READS_BY_OTHER_NAMES.has(operation) ||
  (READING.test(operation) && !ISSUES_CREDENTIALS.has(operation));

/** What a service's module declares about its operations. Loads the SDK's client. */
export async function declarationsOf(
  service: Service,
): Promise<{ reads: Partial<Reads>; writes: Partial<Writes> }> {
  return services[service]();
}

/** Every operation that can be sent. Loads the SDK's clients. */
export async function allOperations(): Promise<
  {
    service: string;
    operation: string;
    write: boolean;
    actions: string[];
    noStepSends: boolean;
  }[]
> {
  const loaded = Object.entries(services).map(async ([service, load]) => {
    const { reads, writes } = await load();
    return Object.entries<ReadDeclaration | WriteDeclaration>({ ...reads, ...writes }).map(
      ([operation, { actions = [`${service}:${operation}`], noStepSends = false }]) => ({
        service,
        operation,
        write: operation in writes,
        actions,
        noStepSends,
      }),
    );
  });
  return (await Promise.all(loaded)).flat();
}
