#!/usr/bin/env node
import { readOptions } from './cli/options.ts';
import { requestedLanguage } from './cli/requested-language.ts';

declare const VERSION: string;

// This file is built as CommonJS, which Node starts sooner than modules. It answers `--help` and `--version` by itself, and
// leaves everything else to the program.
const { argv, env, stdout } = process;
const text = requestedLanguage(argv.slice(2), env) === 'en' ? textFor(argv.slice(2)) : undefined;
if (text === undefined) {
  void import('./main.ts');
} else {
  // The reader of a pipe has ended (`| head`), so there is nobody to tell.
  stdout.on('error', () => undefined);
  stdout.write(text);
}

/** The text to print, if that is all the command line asks for. The program itself reports a wrong command line. */
function textFor(args: string[]): string | undefined {
  try {
    const options = readOptions(args, VERSION, stdout.columns);
    return typeof options === 'string' ? options : undefined;
  } catch {
    return undefined;
  }
}
