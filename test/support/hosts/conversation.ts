import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Request } from '../../../src/aws/operations.ts';
import { plainHost } from '../../../src/hosts/plain/plain-host.ts';
import type { Text } from '../../../src/text/text.ts';

interface Options {
  /** The width of the terminal. Absent: it is a pipe. */
  columns?: number;
  dumb?: boolean;
  verbose?: boolean;
  stop?: AbortSignal;
  runInTerminal?(argv: string[]): Promise<number>;
  openBrowser?(address: string): Promise<Text | undefined>;
}

/** A plain host whose other side is a test: what it says is waited for, what it reads is typed. */
export function converse({ columns, ...options }: Options = {}) {
  let echoes = true;
  const setRawMode = (raw: boolean): void => {
    echoes = !raw;
  };
  const input = Object.assign(new PassThrough(), { setRawMode });
  const output = Object.assign(new PassThrough(), columns && { columns });
  let raw = '';
  let heard = 0;
  const listeners = new Set<() => void>();
  const shown: { text: string; echoes: boolean }[] = [];
  output.on('data', (chunk) => {
    raw += chunk;
    shown.push({ text: String(chunk), echoes });
    for (const listen of [...listeners]) listen();
  });
  const said = () => stripVTControlCharacters(raw);
  const host = plainHost({
    input,
    output,
    cli: ({ service, operation }: Request) => [`aws ${service} ${operation}`],
    runInTerminal: async () => 0,
    openBrowser: async () => undefined,
    ...options,
  });

  /** Resolves once `text` is said, after what was waited for before. Rejects with all that was said when it never is. */
  const hears = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(
            `"${text}" is not said after:\n${said().slice(0, heard)}\nbut:\n${said().slice(heard)}`,
          ),
        );
      }, 5000);
      const listen = () => {
        const at = said().indexOf(text, heard);
        if (at < 0) return;
        heard = at + text.length;
        clearTimeout(timer);
        listeners.delete(listen);
        resolve();
      };
      listeners.add(listen);
      listen();
    });

  return {
    host,
    input,
    output,
    hears,
    said,
    raw: () => raw,
    /** Would the terminal itself show what is typed right after this was written, and now? */
    echoed: (text: string) => shown.find((one) => one.text.includes(text))?.echoes,
    echoes: () => echoes,
    /** Types a line once `after` has been said and the line is open. */
    async replies(after: string, line: string): Promise<void> {
      await hears(after);
      await hears('>');
      input.write(`${line}\r`);
    },
  };
}
