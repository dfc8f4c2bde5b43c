import type { Seen } from './server.ts';

const READING =
  /^(Get|List|Describe|Head|Lookup|Simulate)[A-Z]|^(GenerateCredentialReport|GenerateServiceLastAccessedDetails|TestEventPattern)$/;

/** May it have changed something? */
export const isWrite = ({ operation }: Pick<Seen, 'operation'>): boolean =>
  !READING.test(operation);

/** The requests that may have changed something, as `iam CreateUser`. */
export const writes = (requests: Seen[]): string[] =>
  requests.filter(isWrite).map(({ service, operation }) => `${service} ${operation}`);

/** The same with all that they asked for. */
export const fullWrites = (requests: Seen[]) =>
  requests.filter(isWrite).map(({ status, answer, id, ...asked }) => asked);

/** Answers of 5xx: what the emulator does not know, or breaks at. No test here injects any. */
export const failures = (requests: Seen[]): Seen[] =>
  requests.filter(({ status }) => status >= 500);
