import type { PracticeState, Session } from '../state/account-state.ts';

/** An error that AWS answers with. The SDK makes its exception from the code, as for AWS's own errors. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly headers: Record<string, string>;

  /** `code`: as on the wire, `NoSuchEntity`, not the name of the SDK's class. */
  constructor(code: string, status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

/** An AWS error with status 400. `code` as for `Refusal`. */
export const badRequest = (code: string, message: string) => new Refusal(code, 400, message);

/** Everything that an operation knows of a call besides its input. */
export interface CallContext {
  /** A read must not change it. A write refuses first and changes last: there is no roll-back after a refusal. */
  state: PracticeState;
  /** The account's time. */
  now: Date;
  region: string;
  /** The id of the calling user. The root user's is the account's id. */
  caller: string;
  /** Set if a session signed the call, not a long-term key. */
  session: Session | undefined;
  /** The state as AWS's other services see it: as late as any reader. */
  propagatedState(): PracticeState;
}

type Answer<C> = C extends abstract new (
  ...input: never
) => {
  input: infer Input;
  resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer Output }>;
}
  ? (input: Input, call: CallContext) => Omit<Output, '$metadata'>
  : never;

/**
 * Operations of a service, typed by its SDK module. The types have two weaknesses. TypeScript accepts outputs with
 * members that AWS does not have. And every input may be undefined, even if AWS requires it: `required` refuses that.
 */
export type Table<Module> = {
  [K in keyof Module as K extends '$Command'
    ? never
    : K extends `${infer Operation}Command`
      ? Operation
      : never]?: Answer<Module[K]>;
};
