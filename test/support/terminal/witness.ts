import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeAt } from '../../../src/practice/owner/device-codes.ts';
import { stateFiles } from '../program/program.ts';
import { leak, leakOfCode } from './search.ts';

const PRELOADED = `--import=${new URL('preloaded/witness.mjs', import.meta.url)}`;

/** Texts by where they were found. */
export type Texts = Record<string, string>;

/** Collects what a run leaves behind at `home`. The run must get `env`. */
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

    /** Every secret that the account has received or handed out, and the codes that it has accepted. */
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
        keys: lines('keys') as string[],
      };
    },

    /** Everything that the run has written, that is on the disk now, or that `ps` shows. */
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

/** The account's file plays AWS, which knows the seeds. It may hold them there and nowhere else. */
const withoutSeeds = (text: string): string =>
  JSON.stringify(JSON.parse(text), (name, value) => (name === 'seed' ? '' : value));

/** Each secret that a text contains, with the name of the text and the secret's form. */
export function leaks(
  { passwords, seeds, codes, keys }: ReturnType<ReturnType<typeof witness>['secrets']>,
  texts: Texts,
): string[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const found = [
      ...passwords.map((password) => ['the password', leak(password, text)]),
      ...keys.map((key) => ["a key's secret", leak(key, text)]),
      ...seeds.map((seed) => ['a seed', leak(seed, text)]),
      ...codes.map((code) => ['a code', leakOfCode(code, text)]),
    ];
    return found.flatMap(([what, how]) => (how ? [`${what} in ${where}, ${how}`] : []));
  });
}
