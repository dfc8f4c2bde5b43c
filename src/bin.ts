#!/usr/bin/env node
import { readOptions } from './cli/options.ts';
import { requestedLanguage } from './cli/requested-language.ts';

declare const VERSION: string;

// Node is up sooner for CommonJS, which this file is built as, than for modules: what asks for a text alone is answered
// from here, and all else is left to the program.
const { argv, env, stdout } = process;
const text = requestedLanguage(argv.slice(2), env) === 'en' ? textFor(argv.slice(2)) : undefined;
if (text === undefined) {
  void import('./main.ts');
} else {
  // What read along has ended (`| head`): nobody is left to tell.
  stdout.on('error', () => undefined);
  stdout.write(text);
}

/** `undefined` also where something is wrong with the command line: the program says what. */
function textFor(given: string[]): string | undefined {
  try {
    const options = readOptions(given, VERSION, stdout.columns);
    return typeof options === 'string' ? options : undefined;
  } catch {
    return undefined;
  }
}
