import { fileURLToPath } from 'node:url';
import type { Report } from '../../../../src/reports/json-report.ts';
import { inSentences } from '../../owner/in-sentences.ts';
import { answerAll, type Owner } from '../../owner/owner.ts';
import { exampleAnswers, unattendedSteps } from '../../owner/unattended.ts';
import { remember } from '../../program/remembered.ts';
import { ANSWERS, KIM, ownerOf } from '../owner.ts';
import { openRootlock, type Ran, rootlock } from '../programs.ts';
import { ACCOUNT, type Emulator, ROOT_SESSION } from '../server.ts';

/** How a run has ended. `said` and `fix`: what somebody reads who is blocked, and must do. */
export interface Run {
  code: number;
  said: string;
  fix: string[];
  /** Standard output and standard error, or all that a terminal was sent. */
  printed: string;
}

export interface Where {
  emulator: Emulator;
  /** The emulator's, or of what stands in front of it. */
  url: string;
  home: string;
  /** The phone's clock, in milliseconds. */
  now(): number;
}

const SHORT_WAITS = fileURLToPath(new URL('preloaded/short-waits.mjs', import.meta.url));

/** Signs in by a session of root, because a run may delete root's key. */
const env = {
  NODE_OPTIONS: `--import=${SHORT_WAITS}`,
  AWS_ACCESS_KEY_ID: ROOT_SESSION,
  AWS_SESSION_TOKEN: 'not checked',
};

/** Runs the built program with these words: by an answers file, or at a terminal if a step needs hands, as in each playbook. */
export async function secure(
  words: string[],
  where: Where,
  agreed: Record<string, true> = {},
): Promise<Run> {
  const { url, home } = where;
  const alone = await unattendedSteps();
  const [option, ids = ''] = words;
  if (option === '--only' && ids.split(',').every((id) => alone.includes(id))) {
    const answers = { ...(await exampleAnswers()), ...ANSWERS, ...agreed };
    const all = [...words, '--yes', '--json'];
    return unattended(await rootlock(all, { url, home, answers, env }));
  }
  // Only admin-user asks who the owner is.
  remember(home, { account: ACCOUNT, url, answers: { 'admin-user.owner': KIM } });
  const terminal = openRootlock([...words, '--plain'], {
    url,
    home,
    env: { ...env, TERM: 'dumb' },
    // A sentence stands on one line.
    cols: 1000,
  });
  const { answers = {}, console, kept } = ownerOf(where.emulator);
  // Nobody signs in again here: the next run does.
  const owner: Owner = { answers, console, kept, now: where.now };
  try {
    await answerAll(inSentences(terminal), owner);
    const { code } = await terminal.exit;
    const printed = terminal.raw.replaceAll('\r\n', '\n');
    return { code, printed, ...inWords(printed) };
  } finally {
    await terminal.close();
  }
}

function unattended({ code, stdout, stderr }: Ran): Run {
  const printed = stdout + stderr;
  if (stdout === '') return { code, printed, ...inWords(stderr) };
  const { steps } = JSON.parse(stdout) as Report;
  const { message = '', fix = [] } = steps.find(({ state }) => state === 'blocked') ?? {};
  return { code, said: message, fix, printed };
}

const ASKS_TO_SIGN_IN = /Sign in to \d{4}-\d{4}-\d{4}|never stores (a key|one)/;

/** What is said of a blocked step, or by a menu that asks to sign in, or last by a run that cannot begin. */
function inWords(printed: string): Pick<Run, 'said' | 'fix'> {
  const lines = printed.trim().split('\n');
  // At the end it stands once more, indented, in lines as wide as the terminal.
  const blocked = lines.findLast((line) => /^\S.*: blocked[;.] /.test(line));
  const fix = lines.flatMap((line) => /^What to do: (.*)/.exec(line)?.[1] ?? []);
  if (blocked) return { said: blocked.replace(/^.*?: blocked(; .*?)?\. /, ''), fix };
  const menu = lines.findLast((line) => ASKS_TO_SIGN_IN.test(line));
  if (menu) return { said: menu, fix: [menu] };
  const first = lines.findLastIndex((line) => !line.startsWith('  '));
  return { said: lines[first] ?? '', fix: lines.slice(first + 1).map((line) => line.trim()) };
}
