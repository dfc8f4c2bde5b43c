import { say, type Text } from '../text/text.ts';

/** The owner wants out of a question. */
export class Leave extends Error {
  readonly to: 'back' | 'skip' | 'quit';

  constructor(to: 'back' | 'skip' | 'quit') {
    super(to);
    this.to = to;
  }
}

/** AWS no longer takes these credentials. Sign in again, then go on at the same step; where that can't be, the run ends. */
export class SignedOut extends Error {
  readonly text: Text;
  readonly fix: Text[];

  constructor(text: Text, fix: Text[], options?: ErrorOptions) {
    super(say(text), options);
    this.text = text;
    this.fix = fix;
  }
}

/** What AWS said, where it was AWS. */
interface Details {
  code?: string;
  status?: number;
  attempts?: number;
}

/** Nothing is broken: somebody must do `fix`, then run again. `code` and `status` are AWS's, where it is AWS that said so. */
export class Blocked extends Error {
  readonly text: Text;
  readonly fix: Text[];
  readonly code: string | undefined;
  readonly status: number | undefined;
  /** How often the SDK sent the call by itself. More than once: an earlier reply may have been lost. */
  readonly attempts: number;

  constructor(
    text: Text,
    fix: Text[] = [],
    { code, status, attempts = 1, ...options }: Details & ErrorOptions = {},
  ) {
    super(say(text), options);
    this.text = text;
    this.fix = fix;
    this.code = code;
    this.status = status;
    this.attempts = attempts;
  }
}

/** Where the owner wants to go, if that is what this error says. */
export const leaving = (error: unknown): Leave['to'] | undefined =>
  error instanceof Leave ? error.to : undefined;
