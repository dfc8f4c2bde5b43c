/** The process around a run, as far as it concerns one: given by `cli.ts`, which alone knows `process`. */
export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
  /** How this program is called: what `again` begins with. */
  program: string;
  /** One or more lines on standard output. */
  print(text: string): void;
  /** Lends the terminal to a program until it ends, and gives its exit status. Ctrl-C is the program's meanwhile. */
  runInTerminal(argv: string[]): Promise<number>;
  /** Aborted with `Leave('quit')` when a signal, or Ctrl-C, asks to stop. */
  quit: AbortSignal;
  /** Asks to stop at the next safe point. */
  stop(): void;
}

/** Is somebody there to be asked? */
export const isInteractive = ({ input, output }: Terminal): boolean =>
  Boolean(input.isTTY && output.isTTY);
