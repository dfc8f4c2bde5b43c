import type { NormalizedSchema } from '@smithy/core/schema';
import { type OperationSchema, scalar, shapeOf } from './sdk-schemas.ts';

/** The input of a call to IAM, SNS or STS, from the form in its body: `Tags.member.1.Key=a`. */
export const inputFromFields = (schema: OperationSchema, fields: URLSearchParams): object =>
  (valueAt(shapeOf(schema[4]()), fields, '') ?? {}) as object;

/** `undefined` if the form has nothing at this place or below. The items of a list, and of a map, are counted from 1. */
function valueAt(shape: NormalizedSchema, fields: URLSearchParams, place: string): unknown {
  const isHere = (key: string) => place === '' || key === place || key.startsWith(`${place}.`);
  if (![...fields.keys()].some(isHere)) return undefined;
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()].map(([name, member]) => [
      name,
      valueAt(member, fields, place ? `${place}.${name}` : name),
    ]);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (shape.isListSchema()) {
    const items: unknown[] = [];
    for (let n = 1; ; n++) {
      const item = valueAt(shape.getValueSchema(), fields, `${place}.member.${n}`);
      if (item === undefined) return items;
      items.push(item);
    }
  }
  if (shape.isMapSchema()) {
    const entries: [string, unknown][] = [];
    for (let n = 1; ; n++) {
      const at = `${place}.entry.${n}`;
      const key = fields.get(`${at}.key`);
      if (key === null) return Object.fromEntries(entries);
      entries.push([key, valueAt(shape.getValueSchema(), fields, `${at}.value`)]);
    }
  }
  return scalar(shape, fields.get(place) ?? '');
}
