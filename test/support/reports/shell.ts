import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A program that prints the number of its arguments, then each, all of them ended by NUL, which no argument can contain. */
const PRINT_ARGUMENTS = `#!/bin/sh
printf '%s\\0' "$#" "$@"
`;

/** The arguments with which a shell that runs these lines calls `program`, one list for each line. */
export function argumentsOf(lines: string[], shell = 'bash', program = 'aws'): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-aws-'));
  try {
    writeFileSync(join(folder, program), PRINT_ARGUMENTS, { mode: 0o755 });
    const out = execFileSync(shell, ['-c', lines.join('\n')], {
      env: { PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: '/home/somebody' },
      encoding: 'utf8',
    });
    const words = out.split('\0').slice(0, -1);
    const calls: string[][] = [];
    while (words.length > 0) calls.push(words.splice(0, Number(words.shift())));
    return calls;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The call that these arguments mean to the AWS CLI. A value may follow `=` or a space. */
export function parsedCall([service, operation, ...rest]: string[]) {
  const members: Record<string, string | boolean> = {};
  const words = rest.flatMap((word) => {
    const [, flag, value] = /^(--[a-z0-9-]+)=(.*)$/s.exec(word) ?? [];
    return flag === undefined ? [{ word }] : [{ word: flag, value }];
  });
  for (let at = 0; at < words.length; at++) {
    const { word, value } = words[at] as { word: string; value?: string };
    if (!word.startsWith('--')) throw new Error(`${word} is no flag`);
    const next = words[at + 1];
    if (value !== undefined) members[word.slice(2)] = value;
    else if (next === undefined || next.word.startsWith('-')) members[word.slice(2)] = true;
    else {
      members[word.slice(2)] = next.word;
      at++;
    }
  }
  return { service, operation, members };
}
