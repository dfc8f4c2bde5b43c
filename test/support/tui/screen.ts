import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import type { Request } from '../../../src/aws/operations.ts';
import { openTui } from '../../../src/hosts/tui/index.tsx';
import type { Text } from '../../../src/text/text.ts';
import { clipboardOf, linksOn } from '../terminal/addresses.ts';

interface Options {
  columns?: number;
  rows?: number;
  colour?: boolean;
  unicode?: boolean;
  links?: boolean;
  powershell?: boolean;
  verbose?: boolean;
  cli?(request: Request): string[];
  onInterrupt?(): void;
  openBrowser?(address: string): Promise<Text | undefined>;
}

/** A terminal inside this process. Typing at it and reading it is faster than with a pseudo-terminal. */
export function fakeTerminal(columns = 80, rows = 24) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  const watchers = new Set<() => void>();
  const stdout = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        terminal.write(String(chunk), () => {
          for (const watch of [...watchers]) watch();
        });
        done();
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  return {
    terminal,
    watchers,
    stdin: stdin as unknown as NodeJS.ReadStream & { write(keys: string): void },
    stdout: stdout as unknown as NodeJS.WriteStream,
  };
}

/** Opens the wizard on a terminal inside this process. */
export function openScreen({
  columns = 80,
  rows = 24,
  colour = true,
  unicode = true,
  links = true,
  powershell = false,
  ...options
}: Options = {}) {
  const { terminal, watchers, stdin, stdout } = fakeTerminal(columns, rows);
  const tui = openTui({
    stdin,
    stdout,
    cli: ({ service, operation }: Request) => [`aws ${service} ${operation}`],
    look: { colour, unicode, links },
    powershell,
    onInterrupt: () => undefined,
    runInTerminal: async () => 0,
    openBrowser: async () => undefined,
    ...options,
  });

  const clipboard = clipboardOf(terminal);
  const lines = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      // A line keeps what a narrower terminal hides.
      (_, y) =>
        active.getLine(active.viewportY + y)?.translateToString(true, 0, terminal.cols) ?? '',
    );
  };
  const text = () => lines().join('\n').trimEnd();

  /** Resolves once the screen shows `wanted`. Rejects with the screen if that takes more than 20 s: a machine may be busy. */
  const shows = (wanted: string | RegExp | ((screen: string) => boolean)): Promise<void> =>
    new Promise((resolve, reject) => {
      const fits = () => {
        const shown = text();
        if (typeof wanted === 'string') return shown.includes(wanted);
        return typeof wanted === 'function' ? wanted(shown) : wanted.test(shown);
      };
      const timer = setTimeout(
        () => reject(new Error(`Never shown: ${wanted}. Screen:\n${text()}`)),
        20_000,
      );
      const look = () => {
        if (!fits()) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });

  return {
    tui,
    text,
    lines,
    shows,
    /** Resolves once the terminal has parsed everything that was written. */
    settled: () => new Promise<void>((resolve) => terminal.write('', resolve)),
    type: (keys: string) => void stdin.write(keys),
    paste: (pasted: string) => void stdin.write(`\u001b[200~${pasted}\u001b[201~`),
    resize(width: number, height: number) {
      terminal.resize(width, height);
      Object.assign(stdout, { columns: width, rows: height });
      stdout.emit('resize');
    },
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
    alternate: () => terminal.buffer.active.type === 'alternate',
    cells: () => terminal.buffer.active,
    links: () => linksOn(terminal),
    clipboard: () => clipboard.text,
    close: () => tui.close(),
  };
}

export const KEY = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  backspace: '\u007f',
  delete: '\u001b[3~',
  pageDown: '\u001b[6~',
  interrupt: '\u0003',
  backTab: '\u001b[Z',
  start: '\u0001',
  last: '\u0005',
  help: '\u0007',
  commands: '\u000c',
  skip: '\u0013',
  eraseLine: '\u0015',
  eraseWord: '\u0017',
};
