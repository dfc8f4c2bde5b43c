import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '../src/engine/step.ts';
import { freshAccount } from '../src/practice/fresh-account.ts';
import type { PracticeState } from '../src/practice/state/account-state.ts';
import { steps } from '../steps/index.ts';
import { exampleAnswers, unattendedSteps } from '../test/support/owner/unattended.ts';
import { longestChain } from './chains.ts';
import { ROOTLOCK, time } from './programs.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** One run. `onTheWire`: milliseconds from the first request to the last response. `process`: of the whole process. */
export interface MeasuredRun {
  latency: number;
  calls: number;
  /** Each operation with its region. */
  sent: Set<string>;
  writes: number;
  onTheWire: number;
  process: number;
  state: PracticeState;
}

/** Measures `rootlock status`. `latency`: milliseconds from each request to its response. */
export const survey = (latency: number): Promise<MeasuredRun> =>
  measured(latency, () => ['status', '--json']);

/** Measures a run that secures in a fresh account what an answers file and `--yes` can secure. */
export async function fullRun(latency: number): Promise<MeasuredRun> {
  const answers = await exampleAnswers();
  const only = (await unattendedSteps()).join();
  return measured(latency, (file, { practice }) => {
    writeFileSync(file, JSON.stringify({ account: practice.state.id, answers }));
    return ['--answers', file, '--yes', '--only', only, '--json'];
  });
}

/** Measures a run. `args` may write an answers file. */
export async function measured(
  latency: number,
  args: (file: string, account: StandIn) => string[],
  state?: PracticeState,
): Promise<MeasuredRun> {
  const account = await startStandIn(latency, state);
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-bench-'));
  const { accessKeyId, secretAccessKey, sessionToken } = account.practice.credentials;
  try {
    const { ms } = await time({
      argv: [
        process.execPath,
        ROOTLOCK,
        ...args(join(folder, 'answers.json'), account),
        ...['--region', 'us-east-1', '--endpoint-url', account.url],
      ],
      env: {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
      },
    });
    const { calls, practice } = account;
    const first = Math.min(...calls.map(({ came }) => came));
    const last = Math.max(...calls.map(({ answered }) => answered));
    return {
      latency,
      calls: calls.length,
      sent: new Set(calls.map(({ operation, region }) => `${operation} ${region}`)),
      writes: calls.filter(({ write }) => write).length,
      onTheWire: last - first,
      process: ms,
      state: structuredClone(practice.state),
    };
  } finally {
    rmSync(folder, { recursive: true });
    await account.stop();
  }
}

/** How many calls in a row must each wait for the response before. */
export interface Bounds {
  /** One to learn who is signed in, then the longest chain of reads. */
  survey: number;
  /** A survey, then for each step the longest chain of reads before and after it, and its writes. */
  run: number;
}

/** `last`: a run that has changed the account. */
export async function boundsOf(last: MeasuredRun): Promise<Bounds> {
  const fresh = freshAccount();
  // The first survey loads the clients, and that looks like more rounds.
  await longestChain(fresh, steps);
  const survey = 1 + (await longestChain(fresh, steps));
  let chains = 0;
  const alone = await unattendedSteps();
  for (const step of steps.filter(({ id }) => alone.includes(id))) {
    chains += await longestIn([fresh, last.state], step);
  }
  return { survey, run: survey + 2 * chains + last.writes };
}

async function longestIn(states: PracticeState[], step: Step): Promise<number> {
  const chains: number[] = [];
  for (const state of states) chains.push(await longestChain(state, [step]));
  return Math.max(...chains);
}
