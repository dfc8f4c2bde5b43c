import type { Language, Text } from '../text/text.ts';
import type { LANGUAGES } from './requested-language.ts';

type LanguageName = (typeof LANGUAGES)[number];

/** What a run needs of its process. `main.ts` provides it, and no run touches `process` itself. */
export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
  /** The words that start this program: `rootlock`, or `node dist/cli.js`. */
  program: string;
  /** The language that is spoken. */
  language: LanguageName;
  /** What it takes to say something in another one. */
  languageOf(name: LanguageName): Promise<Language | undefined>;
  /** Commands are pasted into PowerShell, not into a POSIX shell. */
  powershell: boolean;
  /** Prints one or more lines on standard output. */
  print(text: string): void;
  /** Says something on standard error, beside lines that another program reads. */
  warn(...texts: Text[]): Promise<void>;
  /** Runs another program in this terminal and gives its exit status. Meanwhile, Ctrl-C is for that program. */
  runInTerminal(argv: string[]): Promise<number>;
  /** Why no browser of this computer can open before the owner. `undefined` if one can. */
  whyNoBrowser(): Promise<Text | undefined>;
  /** Opens an `https` address in the owner's browser. Resolves with the reason if it cannot: see `openBrowser`. */
  openBrowser(address: string): Promise<Text | undefined>;
  /** Aborted with `Leave('quit')` by a signal or by Ctrl-C. */
  quit: AbortSignal;
  /** Stops the run at the next safe point. */
  stop(): void;
}

/** Somebody can be asked. */
export const isInteractive = ({ input, output }: Terminal): boolean =>
  Boolean(input.isTTY && output.isTTY);
