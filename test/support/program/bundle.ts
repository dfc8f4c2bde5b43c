import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Output {
  bytes: number;
  inputs: Record<string, { bytesInOutput: number }>;
  imports: { path: string }[];
}

interface Input {
  imports: { path: string }[];
}

/** esbuild's metafile of the last build, written by scripts/build.mjs. */
const metafile = JSON.parse(
  readFileSync(`${ROOT}node_modules/.cache/rootlock/metafile.json`, 'utf8'),
) as { inputs: Record<string, Input>; outputs: Record<string, Output> };
export const { outputs } = metafile;

/** Bytes of the bundle by package. */
export function bytesOfPackages(): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(input);
      if (name && bytesInOutput > 0) bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return bytes;
}

const packageOf = (input: string): string | undefined =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];

/** Bytes of the bundle that a module of ours takes, `src/aws/freetier-client.ts` for example. */
export const bytesOfModule = (module: string): number =>
  Object.values(outputs).reduce((sum, { inputs }) => sum + (inputs[module]?.bytesInOutput ?? 0), 0);

/**
 * The modules that are bundled into these files, `dist/cli.js` for example.
 *
 * @throws if the last build made no such file
 */
export function modulesIn(files: string[]): string[] {
  const inputs = files.flatMap((file) => {
    const output = outputs[file];
    if (!output) throw new Error(`${file} is not in the list of the last build`);
    return Object.entries(output.inputs);
  });
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input);
}

/** The packages that a module of ours imports, `src/aws/services/iam.ts` for example. */
export const packagesImportedBy = (module: string): string[] =>
  metafile.inputs[module]?.imports.flatMap(({ path }) => packageOf(path) ?? []) ?? [];

/** The packages that are bundled into these files. */
export function packagesIn(files: string[]): string[] {
  const names = modulesIn(files).map(packageOf);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}
