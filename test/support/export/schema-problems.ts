import schema from './terraform-schema.json' with { type: 'json' };

/**
 * Arguments of a resource, as `string`, or as `string!` if they are required; blocks within blocks. Made from what Terraform 1.11 says
 * of version 5.100 of the provider (`terraform providers schema -json`), without what is computed or deprecated, and without what 6.25
 * no longer has.
 */
interface Block {
  [name: string]: string | Block;
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value),
  set: (value) => Array.isArray(value),
  map: (value) => typeof value === 'object' && !Array.isArray(value),
};

/** What Terraform would not take of a resource. */
export const schemaProblems = (type: string, body: unknown): string[] => {
  const block = (schema as unknown as Record<string, Block>)[type];
  const { lifecycle: _, provider: __, ...own } = body as Record<string, unknown>;
  return block ? problemsIn(type, own, block) : [`${type} is not in the schema`];
};

function problemsIn(path: string, body: unknown, block: Block): string[] {
  if (Array.isArray(body)) return body.flatMap((one) => problemsIn(path, one, block));
  const given = Object.entries(body as object);
  const required = Object.entries(block).filter(([, of]) => String(of).endsWith('!'));
  return [
    ...required.flatMap(([name]) =>
      given.some(([one]) => one === name) ? [] : [`${path}.${name} is missing`],
    ),
    ...given.flatMap(([name, value]) => {
      const of = block[name];
      if (of === undefined) return [`${path}.${name} is unknown`];
      if (typeof of === 'object') return problemsIn(`${path}.${name}`, value, of);
      return TYPES[of.replace('!', '')]?.(value) ? [] : [`${path}.${name} is no ${of}`];
    }),
  ];
}
