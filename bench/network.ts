import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '../src/engine/step.ts';
import { freshAccount } from '../src/practice/fresh-account.ts';
import type { PracticeState } from '../src/practice/state/account-state.ts';
import { steps } from '../steps/index.ts';
import { chainOf } from './chains.ts';
import { ROOTLOCK, time } from './programs.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** What an answers file and --yes can do alone. */
const ALONE = [
  'password-policy',
  'admin-group',
  'admin-user',
  'sign-in-url',
  'cloudtrail',
  'billing-alerts',
];
const ANSWERS = {
  'admin-user.name': 'me',
  'sign-in-url.alias': 'bench-of-rootlock',
  'billing-alerts.addresses': 'owner@example.com',
};

/** One run: its time as the account saw it, from the first request to the last answer, and that of the whole process. */
export interface Walked {
  latency: number;
  calls: number;
  writes: number;
  onTheWire: number;
  process: number;
  state: PracticeState;
}

/** `latency`: milliseconds that each answer takes. */
export const survey = (latency: number): Promise<Walked> =>
  walked(latency, () => ['status', '--json']);

export const fullRun = (latency: number): Promise<Walked> =>
  walked(latency, (file, { practice }) => {
    writeFileSync(file, JSON.stringify({ account: practice.state.id, answers: ANSWERS }));
    return ['--answers', file, '--yes', '--only', ALONE.join(), '--json'];
  });

async function walked(
  latency: number,
  args: (file: string, account: StandIn) => string[],
): Promise<Walked> {
  const account = await startStandIn(latency);
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

/** How often the network must be waited for. */
export interface Bounds {
  /** Who is signed in, then the longest chain of reads that need one another. */
  survey: number;
  /** In addition, for each step: its longest chain before and after, and each write. */
  run: number;
}

export async function boundsOf(last: Walked): Promise<Bounds> {
  const fresh = freshAccount();
  // The first loads the clients, which takes turns of the event loop too.
  await chainOf(fresh, steps);
  const survey = 1 + (await chainOf(fresh, steps));
  let chains = 0;
  for (const step of steps.filter(({ id }) => ALONE.includes(id))) {
    chains += await longest([fresh, last.state], step);
  }
  return { survey, run: survey + 2 * chains + last.writes };
}

async function longest(states: PracticeState[], step: Step): Promise<number> {
  const chains: number[] = [];
  for (const state of states) chains.push(await chainOf(state, [step]));
  return Math.max(...chains);
}
