import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openTerminal, type Terminal } from '../../test/support/program/terminal.ts';
import { ROOTLOCK, used } from '../programs.ts';

/** A page of the review on a large account. */
export interface LargePage {
  id: string;
  /** What there is. */
  holds: string;
  words: string[];
  /** Its first answer is the one that rows are made of. */
  operation: string;
}

/** Times are milliseconds, memory MiB. */
export interface MeasuredPage {
  page: LargePage;
  /** From the first answer to the first rows. */
  firstRows: number;
  /** From the start of the program until the page was looked at whole. */
  whole: number;
  /** From each key to its frame, until then and a while after. */
  keys: number[];
  /** Of the processor, by all threads. */
  cpu: number;
  peak: number;
}

const LONG_MS = 60_000;
const LOST_MS = 10_000;
const DOWN = '\u001b[B';
/** Keys after all has come in. */
const KEYS_AFTER = 20;
/** A key is pressed as long after the frame of the one before. */
const PAUSE_MS = 40;

/** The chosen row as far as it stays the same while more comes in: its first words. */
const chosenOn = (screen: string): string | undefined =>
  /^ ❯ (?:[✗!✓] | {2})?(.{16})/m.exec(screen)?.[1];

/** Measures the built program in a terminal, with a key pressed all the while. The account is a process of its own. */
export async function measurePage(page: LargePage): Promise<MeasuredPage> {
  const account = spawn(process.execPath, ['scripts/run.mjs', 'bench/review/server.ts', page.id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: account.stdout });
  let answered: number | undefined;
  const url = await new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const [what = '', at] = line.split(' ');
      if (at === undefined) resolve(what);
      else if (what === page.operation) answered ??= Number(at);
    });
  });
  const began = Date.now();
  const terminal = openTerminal(
    [process.execPath, ROOTLOCK, 'review', ...page.words, '--endpoint-url', url],
    {
      env: {
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'none',
        AWS_REGION: 'us-east-1',
      },
    },
  );
  try {
    await terminal.waitFor((screen) => chosenOn(screen) !== undefined, LONG_MS);
    const shown = Date.now();
    const keys = await pressToTheEnd(terminal);
    const { cpu = Number.NaN, mib: peak = Number.NaN } = used(terminal.pid);
    const firstRows = shown - (answered ?? Number.NaN);
    return { page, firstRows, whole: keys.whole - began, keys: keys.took, cpu, peak };
  } finally {
    await terminal.close();
    account.kill();
  }
}

async function pressToTheEnd(terminal: Terminal): Promise<{ took: number[]; whole: number }> {
  const took: number[] = [];
  let whole: number | undefined;
  for (let left = KEYS_AFTER; left > 0; ) {
    const before = chosenOn(terminal.screen());
    const pressed = performance.now();
    terminal.type(DOWN);
    // A key without a frame counts as late, and is pressed again.
    await terminal.waitFor((screen) => chosenOn(screen) !== before, LOST_MS).catch(() => undefined);
    took.push(performance.now() - pressed);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (/looked at \d/.test(terminal.screen())) whole ??= Date.now();
    if (whole !== undefined) left--;
  }
  return { took, whole: whole ?? Number.NaN };
}
