/** The run ends there, as if the program was killed. */
export class Crash extends Error {}

interface Kind {
  /** Around the SDK's retries, or inside them. Inside, the SDK sends the call again. */
  place: 'outside' | 'wire';
  /** Before the account carries the call out, or after it. */
  time: 'before' | 'after';
  /** Which calls count. */
  strikes: 'writes' | 'calls';
  error(): Error;
}

/** What can go wrong with a call. Each run of a step has one of these. */
export const FAULTS = {
  'crash before': { place: 'outside', time: 'before', strikes: 'writes', error: () => new Crash() },
  'crash after': { place: 'outside', time: 'after', strikes: 'writes', error: () => new Crash() },
  lost: {
    place: 'wire',
    time: 'after',
    strikes: 'writes',
    error: () => Object.assign(new Error('gone'), { code: 'ECONNRESET' }),
  },
  denied: {
    place: 'outside',
    time: 'before',
    strikes: 'calls',
    error: () => refusal(403, 'AccessDenied', 'because no identity-based policy allows it'),
  },
  'closed by the organization': {
    place: 'outside',
    time: 'before',
    strikes: 'calls',
    error: () => refusal(403, 'AccessDenied', 'with an explicit deny in a service control policy'),
  },
  unavailable: {
    place: 'outside',
    time: 'before',
    strikes: 'calls',
    error: () => refusal(503, 'ServiceUnavailable', 'at the moment'),
  },
} satisfies Record<string, Kind>;

/** A fault at the n-th call that it may strike, from 1. */
export interface Fault {
  kind: keyof typeof FAULTS;
  nth: number;
  /** If it strikes calls to this region alone. */
  region?: string;
  /** If it strikes calls to this service alone. */
  service?: string;
  /** If it also strikes each call after the n-th. */
  lasts?: true;
}

interface Call {
  service: string;
  region: string;
  isWrite: boolean;
}

/** Lets a fault strike. `at` throws its error at the calls that it strikes. */
export function faultStriker(fault: Fault | undefined) {
  let count = 0;
  let fired = false;
  return {
    fired: () => fired,
    /** Does it strike the next call that it may strike? */
    isNext: () => count + 1 === fault?.nth,
    at(place: Kind['place'], time: Kind['time'], call: Call): void {
      if (!fault) return;
      const kind: Kind = FAULTS[fault.kind];
      if (kind.place !== place || kind.time !== time) return;
      if (kind.strikes === 'writes' && !call.isWrite) return;
      if (fault.region !== undefined && call.region !== fault.region) return;
      if (fault.service !== undefined && call.service !== fault.service) return;
      count += 1;
      if (fault.lasts ? count < fault.nth : count !== fault.nth) return;
      fired = true;
      throw kind.error();
    },
  };
}

/** As AWS refuses an operation: its code, the HTTP status, and its sentence. */
export interface Refusal {
  operation: string;
  /** If it refuses it in this region alone. */
  region?: string;
  code: string;
  status: number;
  message: string;
}

/** As an organization forbids one operation, in this region or in all of them. */
export const forbidden = (operation: string, region?: string): Refusal => ({
  operation,
  ...(region && { region }),
  code: 'AccessDenied',
  status: 403,
  message: 'User is not authorized with an explicit deny in a service control policy',
});

export const refused = ({ code, status, message }: Refusal): Error =>
  Object.assign(new Error(message), {
    name: code,
    $fault: status < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: status },
  });

const refusal = (httpStatusCode: number, name: string, why: string) =>
  Object.assign(new Error(`User is not authorized ${why}`), {
    name,
    $fault: httpStatusCode < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode },
  });

/** What AWS says to credentials that may not make a call. */
export const denied = FAULTS.denied.error;
