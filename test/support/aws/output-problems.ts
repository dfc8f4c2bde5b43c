import { Readable } from 'node:stream';
import { shapeOf } from './sdk-schemas.ts';

type Shape = ReturnType<typeof shapeOf>;

/**
 * Where an output differs from the SDK's schema: `User.Path is missing`. TypeScript sees neither a member that AWS does
 * not have nor data that was cast. A text may be any: the schema has no enumerations.
 */
export const outputProblems = (schema: unknown, output: object): string[] =>
  schema === 'unit' ? unknownMembers([], output, '') : problemsOf(shapeOf(schema), output, '');

function problemsOf(shape: Shape, value: unknown, path: string): string[] {
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) return [`${path} is not a list`];
    return value.flatMap((item, n) => problemsOf(shape.getValueSchema(), item, `${path}[${n}]`));
  }
  if (shape.isMapSchema() || shape.isStructSchema()) {
    if (!isPlainObject(value)) return [`${path} is not an object`];
    return shape.isMapSchema()
      ? Object.entries(value).flatMap(([key, item]) =>
          problemsOf(shape.getValueSchema(), item, dotted(path, key)),
        )
      : structureProblems(shape, value, path);
  }
  const type = typeOf(shape);
  return type === undefined || type === typeOfValue(value)
    ? []
    : [`${path} is no ${type}: ${String(value)}`];
}

function structureProblems(shape: Shape, value: object, path: string): string[] {
  const members = [...shape.structIterator()];
  // The seventh element of a schema says how many of its members are required: these come first.
  const required = Number((shape.getSchema() as unknown[])[6] ?? 0);
  const inside = members.flatMap(([name, member], n) => {
    const given: unknown = value[name as keyof typeof value];
    if (given !== undefined) return problemsOf(member, given, dotted(path, name));
    return n < required ? [`${dotted(path, name)} is missing`] : [];
  });
  return [
    ...unknownMembers(
      members.map(([name]) => name),
      value,
      path,
    ),
    ...inside,
  ];
}

const unknownMembers = (known: string[], value: object, path: string): string[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => `${dotted(path, name)} is unknown to AWS`);

const dotted = (path: string, name: string): string => (path ? `${path}.${name}` : name);

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** `undefined` for a document, which can be any value. */
function typeOf(shape: Shape): string | undefined {
  if (shape.isStringSchema()) return 'string';
  if (shape.isBooleanSchema()) return 'boolean';
  if (shape.isNumericSchema()) return 'number';
  if (shape.isTimestampSchema()) return 'date';
  return shape.isBlobSchema() ? 'blob' : undefined;
}

function typeOfValue(value: unknown): string {
  if (value instanceof Uint8Array || value instanceof Readable) return 'blob';
  return value instanceof Date ? 'date' : typeof value;
}
