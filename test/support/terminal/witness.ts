import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeAt } from '../../../src/practice/owner/device-codes.ts';
import { stateFiles } from '../program/program.ts';
import { leak, leakOfCode } from './search.ts';

const PRELOADED = `--import=${new URL('preloaded/witness.mjs', import.meta.url)}`;

/** Texts by where they were found. */
export type Texts = Record<string, string>;

/** What a run that this environment is given to leaves behind at `home`, as seen from within and from outside. */
export function witness(home: string) {
  const folder = join(home, 'witness');
  mkdirSync(folder);
  const lines = (book: string): unknown[] => {
    const file = join(folder, book);
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const written = () => lines('written') as { file: string; text: string }[];
  const accounts = () => written().filter(({ file }) => isAccount(file));

  return {
    env: { NODE_OPTIONS: PRELOADED, WITNESS: folder },

    /** Every secret that the account has come to know, and the codes that it took. */
    secrets() {
      const states = accounts().map(({ text }) => JSON.parse(text));
      const devices: Device[] = states.flatMap((state) => state.devices);
      const used = devices.flatMap(({ seed, usedStep }) =>
        usedStep ? [codeAt(seed, usedStep - 1), codeAt(seed, usedStep)] : [],
      );
      return {
        passwords: [...new Set(lines('passwords') as string[])],
        seeds: [...new Set(devices.map(({ seed }) => seed))],
        codes: [...new Set(used)],
      };
    },

    /** All that was ever written, or stands on the disk now, or shows in the list of processes. */
    traces(): Texts {
      const now = Object.entries(stateFiles(home)).map(([file, text]) => ({ file, text }));
      const all = [...written(), ...now].map(({ file, text }, at): [string, string] => [
        `${file} (${at})`,
        isAccount(file) ? withoutSeeds(text) : text,
      ]);
      return { ...Object.fromEntries(all), process: JSON.stringify(lines('process')) };
    },
  };
}

interface Device {
  seed: string;
  usedStep?: number;
}

const isAccount = (file: string): boolean => file.includes('practice/account.json');

/** It plays AWS, which knows them: nothing else in it may. */
const withoutSeeds = (text: string): string =>
  JSON.stringify(JSON.parse(text), (name, value) => (name === 'seed' ? '' : value));

/** Each secret that stands in a text, with the text and the form that it has there. */
export function leaks(
  { passwords, seeds, codes }: ReturnType<ReturnType<typeof witness>['secrets']>,
  texts: Texts,
): string[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const found = [
      ...passwords.map((password) => ['the password', leak(password, text)]),
      ...seeds.map((seed) => ['a seed', leak(seed, text)]),
      ...codes.map((code) => ['a code', leakOfCode(code, text)]),
    ];
    return found.flatMap(([what, how]) => (how ? [`${what} in ${where}, ${how}`] : []));
  });
}
