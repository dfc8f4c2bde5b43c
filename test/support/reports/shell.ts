import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Prints how many arguments it got, and each; NUL, which no argument can contain, ends them all. */
const STAND_IN = `#!/bin/sh
printf '%s\\0' "$#" "$@"
`;

/** What `program` is called with when a shell runs these lines, one list of arguments for each line. */
export function argumentsOf(lines: string[], shell = 'bash', program = 'aws'): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-aws-'));
  try {
    writeFileSync(join(folder, program), STAND_IN, { mode: 0o755 });
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

/** What those arguments say about the call, read as the AWS CLI reads them; `=` or a space before a value is the same. */
export function understood([service, operation, ...rest]: string[]) {
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
