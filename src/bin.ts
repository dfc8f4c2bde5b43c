#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { nameProgram } from './cli/invocation.ts';
import { readOptions } from './cli/options.ts';
import { requestedLanguage } from './cli/requested-language.ts';

declare const VERSION: string;

// This file is built as CommonJS, which Node starts sooner than modules. It answers `--help` and `--version` by itself, and
// leaves everything else to the program.
const { argv, env } = process;
const args = argv.slice(2);
if (
  !(args.length === 1 && ['--version', '-V'].includes(args[0] ?? '') && isWritten(`${VERSION}\n`))
) {
  const text = requestedLanguage(args, env) === 'en' ? textFor(args) : undefined;
  if (text === undefined) {
    void import('./main.ts');
  } else {
    // The reader of a pipe has ended (`| head`), so there is nobody to tell. If a disk is full, somebody will look for the text.
    process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE') process.exitCode = 3;
    });
    process.stdout.write(text);
  }
}

/** Writes to standard output without `process.stdout`, which Node takes a tenth of its own start to make. */
function isWritten(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false;
  }
}

/** The text to print, if that is all the command line asks for. The program itself reports a wrong command line. */
function textFor(given: string[]): string | undefined {
  try {
    nameProgram(process);
    const options = readOptions(given, VERSION, process.stdout.columns);
    return typeof options === 'string' ? options : undefined;
  } catch {
    return undefined;
  }
}
