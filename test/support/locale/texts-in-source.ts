import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

/** A sentence of the program, and a place where it stands. */
export interface Found {
  en: string;
  /** `src/cli.ts:12` */
  place: string;
}

interface Node {
  type: string;
  start: number;
  callee?: { type: string; name: string };
  arguments?: { type: string; value: unknown; start: number }[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Every node of a file's syntax tree. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* nodesOf(child);
}

/**
 * Every `t('...')` of the program.
 *
 * @throws where what is given to `t` is no plain string: the translations could not be checked
 */
export function textsOfProgram(): Found[] {
  return ['src', 'steps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
      .sort()
      .flatMap((name) => textsIn(`${folder}/${name}`)),
  );
}

function textsIn(file: string): Found[] {
  const source = readFileSync(file, 'utf8');
  const tree = parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  return [...nodesOf(tree as Node)]
    .filter(({ type, callee }) => type === 'CallExpression' && callee?.name === 't')
    .map(({ start, arguments: [first] = [] }) => {
      const place = `${file}:${source.slice(0, start).split('\n').length}`;
      if (typeof first?.value !== 'string') throw new Error(`${place}: not a plain string`);
      return { en: first.value, place };
    });
}
