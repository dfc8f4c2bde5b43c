import { inTurn, ratios, type Spread, spreadOf } from './pairs.ts';
import { installed } from './peers.ts';
import { type Program, ROOTLOCK, time } from './programs.ts';

const NODE = process.execPath;
const ROUNDS = 15;
const ROUNDS_OF_PEERS = 5;

/** A line of the report: milliseconds, how many times those of the first of its table, the processor, memory. */
export interface Start {
  name: string;
  ms: Spread;
  ratio: Spread;
  cpu?: Spread;
  mib?: number;
}

const UP = ['-e', 'console.log("up"); setInterval(() => {}, 1000)'];

/** From the start of the program to its end. */
export const texts = (): Promise<Start[]> =>
  compared(ROUNDS, {
    'node -e 0': { argv: [NODE, '-e', '0'] },
    'rootlock --version': { argv: [NODE, ROOTLOCK, '--version'] },
    'rootlock --help': { argv: [NODE, ROOTLOCK, '--help'] },
  });

/** From the start of the program to what it shows in a terminal. */
export const screens = (): Promise<Start[]> => {
  const practice = [NODE, ROOTLOCK, '--practice'];
  return compared(ROUNDS, {
    'node -e, a word': { argv: [NODE, ...UP], shows: /up/ },
    'first words': { argv: practice, shows: /\w{4}/ },
    'first screen': { argv: practice, shows: /\? help/ },
    'first question': { argv: practice, shows: /Where to go on/ },
    'first question of --plain': { argv: [...practice, '--plain'], shows: /Where to go on/ },
  });
};

/** Peers that npm can install, and why the others are left out. */
export async function peers(): Promise<{ lines: Start[]; skipped: string[] }> {
  const programs: Record<string, Program> = {
    'node -e 0': { argv: [NODE, '-e', '0'] },
    'rootlock --version': { argv: [NODE, ROOTLOCK, '--version'] },
    'rootlock --help': { argv: [NODE, ROOTLOCK, '--help'] },
  };
  const skipped: string[] = [];
  const add = async (flag: string, ...names: string[]) => {
    const name = names.at(-1) ?? '';
    try {
      const argv = [...(await installed(names)), flag];
      await time({ argv });
      programs[`${name} ${flag}`] = { argv };
    } catch (error) {
      skipped.push(`${name}: ${String((error as Error).message).split('\n')[0]}`);
    }
  };
  await add('--version', 'aws-cdk');
  await add('--version', 'sv');
  await add('--help', 'node@22', 'create-astro');
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
