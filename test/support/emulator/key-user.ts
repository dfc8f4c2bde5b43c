import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { onTestFinished } from 'vitest';
import { stsOf } from './clients.ts';
import type { Emulator } from './server.ts';

/** Milliseconds from one call to the next. */
const BEAT_MS = 100;

/** A program that calls AWS at each beat, with the key that `keyNow` says. */
export function startKeyUser(emulator: Emulator, keyNow: () => string) {
  let goesOn = true;
  const used = new Map<string, number>();
  const failures: string[] = [];
  const call = async () => {
    const key = keyNow();
    try {
      await stsOf(emulator, key).send(new GetCallerIdentityCommand({}));
      used.set(key, (used.get(key) ?? 0) + 1);
    } catch (error) {
      failures.push(`${key}: ${error}`);
    }
  };
  const firstCall = call();
  const ended = (async () => {
    await firstCall;
    for (; goesOn; await wait(BEAT_MS)) await call();
  })();
  /** Resolves once the last call has ended. */
  const stop = async () => {
    goesOn = false;
    await ended;
  };
  onTestFinished(stop);
  return {
    firstCall,
    failures,
    /** How many calls have succeeded, by key. */
    used,
    stop,
  };
}

/** The key in a profile of a credentials file, as programs read it. */
export function keyInFile(file: string, profile: string): string {
  const [, section = ''] = readFileSync(file, 'utf8').split(`[${profile}]\n`);
  return /^aws_access_key_id *= *(\S+)/m.exec(section)?.[1] ?? 'no key';
}
