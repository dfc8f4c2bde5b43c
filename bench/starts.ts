import { inTurn, ratios, type Spread, spreadOf } from './pairs.ts';
import { installed } from './peers.ts';
import { type Program, ROOTLOCK, time } from './programs.ts';

const NODE = process.execPath;
const ROUNDS = 15;
const ROUNDS_OF_PEERS = 5;

/** A line of the report: milliseconds, their ratio to the first line of the table, milliseconds of the processor, peak of memory. */
export interface Start {
  name: string;
  ms: Spread;
  ratio: Spread;
  cpu?: Spread;
  mib?: number;
}

const PRACTICE = [NODE, ROOTLOCK, '--practice'];
const FIRST_SCREEN = /\? help/;
// A line that begins like the one before it is not drawn from its beginning.
const FIRST_QUESTION = /would you like to start/;
const UP = ['-e', 'console.log("up"); setInterval(() => {}, 1000)'];

/** Times programs from their start to their end. */
export const texts = (): Promise<Start[]> =>
  compared(ROUNDS, {
    'node -e 0': { argv: [NODE, '-e', '0'] },
    'rootlock --version': { argv: [NODE, ROOTLOCK, '--version'] },
    'rootlock --help': { argv: [NODE, ROOTLOCK, '--help'] },
  });

/** Times programs from their start to a text in a terminal. */
export const screens = (): Promise<Start[]> => {
  return compared(ROUNDS, {
    'node -e, a word': { argv: [NODE, ...UP], shows: /up/ },
    'first words': { argv: PRACTICE, shows: /\w{4}/ },
    'first screen': { argv: PRACTICE, shows: FIRST_SCREEN },
    'first question': { argv: PRACTICE, shows: FIRST_QUESTION },
    'first question of --plain': {
      argv: [...PRACTICE, '--plain'],
      shows: FIRST_QUESTION,
    },
  });
};

/** Times programs of others on npm. `skipped`: each that could not be tried, and why. */
export async function peers(): Promise<{ lines: Start[]; skipped: string[] }> {
  const programs: Record<string, Program> = {
    'node -e 0': { argv: [NODE, '-e', '0'] },
    'rootlock --version': { argv: [NODE, ROOTLOCK, '--version'] },
    'rootlock --help': { argv: [NODE, ROOTLOCK, '--help'] },
    'rootlock --practice, first screen': { argv: PRACTICE, shows: FIRST_SCREEN },
  };
  const skipped: string[] = [];
  const add = async (names: string[], flag: string, shows?: RegExp) => {
    const name = `${names.at(-1)} ${flag}${shows ? ', first question' : ''}`;
    try {
      const program = { argv: [...(await installed(names)), flag], ...(shows && { shows }) };
      await time(program);
      programs[name] = program;
    } catch (error) {
      skipped.push(`${name}: ${String((error as Error).message).split('\n')[0]}`);
    }
  };
  await add(['aws-cdk'], '--version');
  await add(['sv'], '--version');
  await add(['sv'], 'create', /Where would you like/);
  // Its first question needs the internet; and it runs on no Node before 22.
  await add(['node@22', 'create-astro'], '--help');
  return { lines: await compared(ROUNDS_OF_PEERS, programs), skipped };
}

async function compared(rounds: number, programs: Record<string, Program>): Promise<Start[]> {
  const names = Object.keys(programs);
  const work = Object.entries(programs).map(([name, one]) => [name, () => time(one)] as const);
  const took = await inTurn(rounds, Object.fromEntries(work));
  const ms = (name = '') => (took.get(name) ?? []).map((one) => one.ms);
  return names.map((name) => {
    const all = took.get(name) ?? [];
    const cpu = all.flatMap((one) => one.cpu ?? []);
    const mib = Math.max(...all.map((one) => one.mib ?? 0));
    return {
      name,
      ms: spreadOf(ms(name)),
      ratio: ratios(ms(name), ms(names[0])),
      ...(cpu.length > 0 && { cpu: spreadOf(cpu) }),
      ...(mib > 0 && { mib }),
    };
  });
}
