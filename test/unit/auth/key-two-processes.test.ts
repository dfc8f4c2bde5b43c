import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { newHome } from '../../support/auth/home.ts';

const KEYS = 40;

it('two programs that put keys into the credentials file at once lose none of them', async () => {
  const home = newHome({ credentials: '[default]\nregion = eu-west-1\n' });
  const script = join(home, 'write-keys.mjs');
  await build({
    entryPoints: ['test/support/auth/write-keys.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const writers = ['a', 'b'].map((name) =>
    spawn(process.execPath, [script, name, String(KEYS)], { env: { HOME: home } }),
  );
  await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
  for (const { stdin } of writers) stdin.end('go\n');
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  const text = readFileSync(join(home, '.aws', 'credentials'), 'utf8');
  const wanted = ['a', 'b'].flatMap((name) => Array.from({ length: KEYS }, (_, n) => name + n));
  const there = [...text.matchAll(/^\[(\w+)\]$/gm)].map(([, profile]) => profile);
  expect(there.sort()).toEqual(['default', ...wanted].sort());
  expect(text).toMatch(/^\[default\]\nregion = eu-west-1\n/);
});
