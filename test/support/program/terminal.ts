import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { clipboardOf, linksOn } from '../terminal/addresses.ts';

export interface Exit {
  code: number;
  /** The number of the signal that ended the program, 0 where none did. */
  signal: number;
}

export type Terminal = ReturnType<typeof openTerminal>;

/**
 * Runs a program in a real pseudo-terminal and keeps its screen as a person would see it.
 *
 * The environment is made from nothing: no credentials, profile or proxy of the machine reaches the program, and
 * NODE_EXTRA_CA_CERTS is left out because Node 20 reads that bundle at every start. What `env` sets to `undefined` is
 * left out too. Call `close` at the end of each test.
 */
export function openTerminal(
  [file = process.execPath, ...args]: string[],
  {
    cols = 80,
    rows = 24,
    env = {},
  }: { cols?: number; rows?: number; env?: Record<string, string | undefined> } = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-terminal-'));
  const all = {
    PATH: process.env.PATH,
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...env,
  };
  const set = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const child = spawn(file, args, { cols, rows, cwd: home, env: Object.fromEntries(set) });
  readToTheEnd(child);

  const clipboard = clipboardOf(screen);

  // A program may hold the screen while it draws: a person sees whole frames alone.
  let drawing = false;
  for (const [final, holds] of [
    ['h', true],
    ['l', false],
  ] as const) {
    screen.parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
      if (modes.includes(HOLD)) drawing = holds;
      return false;
    });
  }

  let bytes = '';
  let ended: Exit | undefined;
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watch of [...watchers]) watch();
  };
  child.onData((data) => {
    bytes += data;
    screen.write(data, changed);
  });
  // A program may ask the terminal where its cursor is, and waits for the answer.
  screen.onData((reply) => child.write(reply));
  const exit = new Promise<Exit>((resolve) => {
    child.onExit(({ exitCode, signal = 0 }) => {
      // Behind all that was written: whoever awaits the exit sees the last screen.
      screen.write('', () => {
        ended = { code: exitCode, signal };
        changed();
        resolve(ended);
      });
    });
  });

  /** The lines in sight, without the blanks at their ends and the empty lines at the bottom. */
  const text = (): string => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true, 0, screen.cols) ?? '',
    )
      .join('\n')
      .trimEnd();
  };

  /**
   * Resolves once the screen shows `wanted`, looking whenever the program writes.
   *
   * @throws with the screen as it is, after `timeoutMs` or when the program has ended without showing it
   */
  const waitFor = (wanted: Wanted, timeoutMs = 10_000): Promise<void> =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        watchers.delete(look);
        settle();
      };
      const fail = (why: string, hint = '') => {
        const message = `${why} without showing ${wanted}. ${hint}Screen:\n${text()}`;
        finish(() => reject(new Error(message)));
      };
      const late = async () => fail(`${timeoutMs} ms passed`, await openQuestion(text()));
      const timer = setTimeout(late, timeoutMs);
      const look = () => {
        if (drawing && !ended) return;
        if (fits(text(), wanted)) {
          finish(resolve);
        } else if (ended) {
          fail(`The program ended with ${ended.code}`);
        }
      };
      watchers.add(look);
      look();
    });

  return {
    screen: text,

    waitFor,

    /** The same, but gives `false` if the program ends without showing it. */
    async showsBeforeTheEnd(wanted: Wanted, timeoutMs?: number): Promise<boolean> {
      try {
        await waitFor(wanted, timeoutMs);
        return true;
      } catch (error) {
        if (ended) return false;
        throw error;
      }
    },

    type: (keys: string): void => child.write(keys),

    resize(width: number, height: number): void {
      screen.resize(width, height);
      child.resize(width, height);
    },

    kill: (signal?: string): void => child.kill(signal),

    /** Signals all programs of the terminal, as the terminal itself does. */
    killAll: (signal: NodeJS.Signals): void => void process.kill(-child.pid, signal),

    /** Closes the window: nobody is at the other end of the terminal any more. */
    hangUp: (): void => void inside(child)._socket.destroy(),

    exit,

    pid: child.pid,

    /** The cells in sight and above: colours, widths, weights. */
    get buffer() {
      return screen.buffer.active;
    },

    /** What the terminal would open at a click. */
    links: () => linksOn(screen),

    /** What the program has put into the clipboard. */
    clipboard: () => clipboard.text,

    /** Every byte that the program has written. */
    get raw(): string {
      return bytes;
    },

    /** The program's home and working folder, emptied by `close`. */
    home,

    async close(): Promise<void> {
      if (!ended) child.kill('SIGKILL');
      await exit;
      screen.dispose();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Wanted = string | RegExp | ((screen: string) => boolean);

/** A sentence about the question that the screen asks, if it asks one. Its steps are loaded only now: that takes seconds. */
async function openQuestion(screen: string): Promise<string> {
  const { hintAbout } = await import('../owner/recognition.ts');
  return hintAbout(screen);
}

function fits(shown: string, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(shown);
  return typeof wanted === 'string' ? shown.includes(wanted) : wanted.test(shown);
}

/** The mode "synchronized output". */
const HOLD = 2026;

/** Our end of the terminal, and the path of the program's. */
const inside = (child: IPty) => child as unknown as { _socket: NodeJS.ReadStream; _pty: string };

/**
 * Where the program's side of a terminal is closed before all is read, libuv takes the first part for the whole: on a busy
 * machine, the last screen was lost. So its side is held open here until nothing more comes. node-pty gives up waiting for
 * the end of the terminal by itself, 200 ms after the end of the program.
 */
function readToTheEnd(child: IPty): void {
  const { _socket: socket, _pty: name } = inside(child);
  const held = openSync(name, constants.O_RDWR | constants.O_NOCTTY);
  let read = 0;
  child.onData(({ length }) => {
    read += length;
  });
  const giveUp = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    const before = read;
    // A whole round of the event loop lies between these two.
    setImmediate(() =>
      setImmediate(() => {
        if (read > before) return void socket.destroy(error);
        closeSync(held);
        socket.destroy = giveUp;
        giveUp(error);
      }),
    );
    return socket;
  };
}
