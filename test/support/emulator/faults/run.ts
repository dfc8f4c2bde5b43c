import { fileURLToPath } from 'node:url';
import type { Report } from '../../../../src/reports/json-report.ts';
import { openRootlock, type Ran, rootlock } from '../programs.ts';
import { type Emulator, ROOT_SESSION } from '../server.ts';
import { type Away, throughTerminal } from './in-terminal.ts';
import { ANSWERS, type Scenario } from './scenarios.ts';

/** How a run has ended, and what somebody reads who is blocked, and must do. */
export interface Run {
  code: number;
  said: string;
  fix: string[];
  /** All that was printed. */
  printed: string;
}

interface Where {
  emulator: Emulator;
  /** The emulator's, or of what stands in front of it. */
  url: string;
  home: string;
  now: Away['now'];
}

const SHORT_WAITS = fileURLToPath(new URL('preloaded/short-waits.mjs', import.meta.url));

/** By a session of root: root's key may be deleted in a run. */
const env = {
  NODE_OPTIONS: `--import=${SHORT_WAITS}`,
  AWS_ACCESS_KEY_ID: ROOT_SESSION,
  AWS_SESSION_TOKEN: 'not checked',
};

/** The built program secures the step: with answers from a file, or at a terminal where it needs hands. */
export async function secure({ step, hands }: Scenario, where: Where): Promise<Run> {
  const { url, home } = where;
  const args = ['--only', step];
  if (!hands) {
    const all = [...args, '--yes', '--json'];
    return unattended(await rootlock(all, { url, home, answers: ANSWERS, env }));
  }
  const terminal = openRootlock([...args, '--plain'], { url, home, env: { ...env, TERM: 'dumb' } });
  const { emulator, now } = where;
  let signedIn = false;
  const inConsole = async (said: string) => {
    if (said.includes('Under "Multi-factor authentication (MFA)"')) {
      await emulator.root({ mfa: true });
    }
    // Whoever is asked again has been in the console already.
    if (!said.includes('Sign in as kim') || signedIn) return;
    signedIn = true;
    await emulator.signIn('kim', { mfa: 'Yes' });
  };
  const code = await throughTerminal(terminal, { inConsole, now });
  const printed = terminal.raw.replaceAll('\r\n', '\n');
  await terminal.close();
  return { code, printed, ...inSentences(printed) };
}

function unattended({ code, stdout, stderr }: Ran): Run {
  const printed = stdout + stderr;
  if (stdout === '') return { code, printed, ...inSentences(stderr) };
  const { steps } = JSON.parse(stdout) as Report;
  const { message = '', fix = [] } = steps.find(({ state }) => state === 'blocked') ?? {};
  return { code, said: message, fix, printed };
}

const ASKS_TO_SIGN_IN = /Sign in to \d{12}|never stores a credential/;

/** Of a step that is blocked, of a menu that asks to sign in, or the last words of a run that cannot begin. */
function inSentences(printed: string): Pick<Run, 'said' | 'fix'> {
  const lines = printed.trim().split('\n');
  // Indented it stands at the end once more, in lines as wide as the terminal.
  const blocked = lines.findLast((line) => /^\S.*: blocked[;.] /.test(line));
  const fix = lines.flatMap((line) => /^What to do: (.*)/.exec(line)?.[1] ?? []);
  if (blocked) return { said: blocked.replace(/^.*?: blocked(; .*?)?\. /, ''), fix };
  const menu = lines.findLast((line) => ASKS_TO_SIGN_IN.test(line));
  if (menu) return { said: menu, fix: [menu] };
  const first = lines.findLastIndex((line) => !line.startsWith('  '));
  return { said: lines[first] ?? '', fix: lines.slice(first + 1).map((line) => line.trim()) };
}
