import type { PracticeState, Session } from '../fresh-account.ts';

/** What AWS says no with. The SDK makes the exception from the code, as it does with AWS's own. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly headers: Record<string, string>;

  /** `code` as it stands on the wire: `NoSuchEntity`, not the name of the SDK's class. */
  constructor(code: string, status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

/** An AWS error with status 400. `code` as for `Refusal`. */
export const badRequest = (code: string, message: string) => new Refusal(code, 400, message);

/** What an operation can know of the call beside its input. */
export interface CallContext {
  /** A read must leave it as it is. A write refuses first and changes last: what it changed before it refused would stay. */
  state: PracticeState;
  /** The account's time. */
  now: Date;
  region: string;
  /** The id of the user who calls; the root user's is the account's. */
  caller: string;
  /** Where a session signed, not a long-term key. */
  session: Session | undefined;
  /** What AWS's other services see of what was just written: as late as any reader. */
  propagatedState(): PracticeState;
}

type Answer<C> = C extends abstract new (
  ...input: any
) => {
  input: infer Input;
  resolveMiddleware(...args: any): (...args: any) => Promise<{ output: infer Output }>;
}
  ? (input: Input, call: CallContext) => Omit<Output, '$metadata'>
  : never;

/**
 * Operations of a service, typed by its SDK module. Two weaknesses: TypeScript lets an output have members that AWS's
 * has not, and every input may be undefined, also where AWS asks for it (`need` refuses that).
 */
export type Table<Module> = {
  [K in keyof Module as K extends '$Command'
    ? never
    : K extends `${infer Operation}Command`
      ? Operation
      : never]?: Answer<Module[K]>;
};
