import type { NormalizedSchema } from '@smithy/core/schema';
import { type OperationSchema, scalar, shapeOf } from './sdk-schemas.ts';

/** Is this member of an input a part of the path or of the query? */
export function isInUri(member: NormalizedSchema): boolean {
  const { httpLabel, httpQuery, httpQueryParams } = member.getMergedTraits();
  return Boolean(httpLabel ?? httpQuery ?? httpQueryParams);
}

/**
 * The operation of a REST protocol that is at this method and path. Of several, the one with the longest template: `/?policy` says
 * more than `/`.
 */
export function findByUri(
  operations: OperationSchema[],
  method: string,
  path: string,
): OperationSchema | undefined {
  const found = operations.filter(
    (schema) => templateOf(schema).method === method && labelsIn(schema, path),
  );
  const length = (schema: OperationSchema) => templateOf(schema).path.length;
  return found.sort((a, b) => length(b) - length(a))[0];
}

/** The members of the input in the path and in the query. */
export function inputFromUri(schema: OperationSchema, path: string): object {
  const labels = labelsIn(schema, path) ?? {};
  const { searchParams } = new URL(path, BASE);
  const input: Record<string, unknown> = {};
  for (const [name, member] of shapeOf(schema[4]()).structIterator()) {
    const key = String(member.getMergedTraits().httpQuery);
    const text = labels[name] ?? searchParams.get(key);
    if (text === null) continue;
    input[name] = member.isListSchema()
      ? searchParams.getAll(key).map((item) => scalar(member.getValueSchema(), item))
      : scalar(member, text);
  }
  return input;
}

const BASE = 'http://127.0.0.1';

function templateOf([, , , traits, input]: OperationSchema): { method: string; path: string } {
  const [method = '', path = ''] = traits === 0 ? [] : (traits.http ?? []);
  const shape = shapeOf(input());
  // The SDK has the bucket in the name of the host, and in front of the path if there is an endpoint of its own.
  const ofBucket = shape.isStructSchema() && shape.getMemberSchemas().Bucket !== undefined;
  // S3 Control has it in the path.
  const isNamed = path.includes('{Bucket}');
  return { method, path: ofBucket && !isNamed ? `/{Bucket}${path}` : path };
}

/** The texts in place of `{Name}` and `{Name+}`, by name. `undefined` if the path does not match the template. */
function labelsIn(schema: OperationSchema, path: string): Record<string, string> | undefined {
  const [pathname = '', query = ''] = templateOf(schema).path.split('?');
  const given = new URL(path, BASE);
  const pattern = pathname
    .replace(/\/$/, '')
    .replace(/\{(\w+)(\+?)\}/g, (_, name, greedy) => `(?<${name}>${greedy ? '.+' : '[^/]+'})`);
  const match = new RegExp(`^${pattern}/?$`).exec(given.pathname);
  if (!match || !hasWords(new URLSearchParams(query), given.searchParams)) return undefined;
  const labels = Object.entries(match.groups ?? {});
  return Object.fromEntries(labels.map(([name, text]) => [name, decodeURIComponent(text)]));
}

/**
 * Has the query all that the template asks for, and no other word without a value? `?policy` names a part of a bucket. The AWS CLI
 * leaves out `x-id`, which only repeats the name of the operation.
 */
function hasWords(template: URLSearchParams, given: URLSearchParams): boolean {
  const words = [...given].flatMap(([key, value]) => (value === '' ? [key] : []));
  if (!words.every((word) => template.has(word))) return false;
  return [...template].every(
    ([key, value]) => given.get(key) === value || (key === 'x-id' && !given.has(key)),
  );
}
