import type { Seen } from './server.ts';

const READING = /^(Get|List|Describe|Head|Lookup|Simulate)[A-Z]|^GenerateCredentialReport$/;

/** The requests that may have changed something, as `iam CreateUser`. */
export const writes = (requests: Seen[]): string[] =>
  requests
    .filter(({ operation }) => !READING.test(operation))
    .map(({ service, operation }) => `${service} ${operation}`);

/** Answers of 5xx: what the emulator does not know, or breaks at. No test here injects any. */
export const failures = (requests: Seen[]): Seen[] =>
  requests.filter(({ status }) => status >= 500);
