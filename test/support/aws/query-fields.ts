import type { NormalizedSchema } from '@smithy/core/schema';
import { type OperationSchema, scalar, shapeOf } from './sdk-schemas.ts';

/** The input of a call to IAM or STS, from the form in its body: `Tags.member.1.Key=a`. */
export const inputFromFields = (schema: OperationSchema, fields: URLSearchParams): object =>
  (valueAt(shapeOf(schema[4]()), fields, '') ?? {}) as object;

/** `undefined` if the form has nothing at this place or below. The items of a list are counted from 1. */
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
  return scalar(shape, fields.get(place) ?? '');
}
