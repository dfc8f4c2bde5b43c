import { say, type Text, t } from '../text/text.ts';

/** The owner leaves a question: to the question before, past this step, or out of the program. */
export class Leave extends Error {
  readonly to: 'back' | 'skip' | 'quit';
  /** Set if a run that is quit goes on with another profile than the command line names, or without one. */
  readonly goOnWith: { profile: string | undefined } | undefined;

  constructor(to: 'back' | 'skip' | 'quit', goOnWith?: Leave['goOnWith']) {
    super(to);
    this.to = to;
    this.goOnWith = goOnWith;
  }
}

/** Returns where the owner wants to go. `undefined` if the error is no `Leave`. */
export const leaving = (error: unknown): Leave['to'] | undefined =>
  error instanceof Leave ? error.to : undefined;

/**
 * The owner does not sign in again but ends the run here. What is known by now is its result. `advice` says how to go on
 * elsewhere.
 */
export class Finish extends Error {
  readonly advice: Text[];

  constructor(advice: Text[] = []) {
    super('finish');
    this.advice = advice;
  }
}

/** AWS no longer accepts the credentials. The run signs in again and goes on at the same step, or else it ends. */
export class SignedOut extends Error {
  readonly text: Text;
  readonly fix: Text[];

  constructor(text: Text, fix: Text[], options?: ErrorOptions) {
    super(say(text), options);
    this.text = text;
    this.fix = fix;
  }
}

interface AwsErrorDetails {
  code?: string;
  status?: number;
  attempts?: number;
  deniedBy?: DeniedBy;
  notYet?: boolean;
}

/** Whose policy denies a call. `others`: of the account, of the session, of the resource, or AWS does not say. */
export type DeniedBy = 'organization' | 'others';

/** Nothing is broken: somebody must do `fix`, then run again. */
export class Blocked extends Error {
  readonly text: Text;
  readonly fix: Text[];
  /** AWS's error code. `undefined` if the error is not AWS's. */
  readonly code: string | undefined;
  /** AWS's HTTP status. `undefined` if AWS did not answer. */
  readonly status: number | undefined;
  /** How often the SDK sent the call. If more than once, an earlier reply may have been lost. */
  readonly attempts: number;
  /** No reply came to a write that is never sent again: AWS may have carried it out. */
  lost = false;
  /** Set if AWS refuses because of a policy. */
  readonly deniedBy: DeniedBy | undefined;
  /** It works by itself after a while, perhaps once the owner has done `fix`. So the step waits, and nothing blocks it. */
  readonly notYet: boolean;

  constructor(
    text: Text,
    fix: Text[] = [],
    {
      code,
      status,
      attempts = 1,
      deniedBy,
      notYet = false,
      ...options
    }: AwsErrorDetails & ErrorOptions = {},
  ) {
    super(say(text), options);
    this.text = text;
    this.fix = fix;
    this.code = code;
    this.status = status;
    this.attempts = attempts;
    this.deniedBy = deniedBy;
    this.notYet = notYet;
  }
}

/** The same, with the region in its text. */
export function inRegion(region: string, cause: Blocked): Blocked {
  const { text, fix, code, status, attempts, deniedBy } = cause;
  return new Blocked(t('{region}: {problem}', { region, problem: text }), fix, {
    ...(code && { code }),
    ...(status && { status }),
    attempts,
    ...(deniedBy && { deniedBy }),
    cause,
  });
}

/** No answer came from AWS. What Rootlock itself says has no code. */
export const isOffline = (error: unknown): error is Blocked =>
  error instanceof Blocked && error.status === undefined && error.code !== undefined;
