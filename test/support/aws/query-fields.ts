import type { NormalizedSchema } from '@smithy/core/schema';
import { type OperationSchema, scalar, shapeOf } from './sdk-schemas.ts';

/** The input of a call to IAM, SNS or STS, from the form in its body: `Tags.member.1.Key=a`. In that of EC2: `Tag.1.Key=a`. */
export const inputFromFields = (
  schema: OperationSchema,
  fields: URLSearchParams,
  isEc2: boolean,
): object => (valueAt(shapeOf(schema[4]()), fields, '', isEc2) ?? {}) as object;

/** EC2 has names of its own for many members, and begins each with a capital letter. */
function nameIn(member: NormalizedSchema, name: string): string {
  const { ec2QueryName, xmlName = name } = member.getMergedTraits();
  const own = String(ec2QueryName ?? xmlName);
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/** `undefined` if the form has nothing at this place or below. The items of a list, and of a map, are counted from 1. */
function valueAt(
  shape: NormalizedSchema,
  fields: URLSearchParams,
  place: string,
  isEc2: boolean,
): unknown {
  const isHere = (key: string) => place === '' || key === place || key.startsWith(`${place}.`);
  if (![...fields.keys()].some(isHere)) return undefined;
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()].map(([name, member]) => {
      const own = isEc2 ? nameIn(member, name) : name;
      return [name, valueAt(member, fields, place ? `${place}.${own}` : own, isEc2)];
    });
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (shape.isListSchema()) {
    const items: unknown[] = [];
    for (let n = 1; ; n++) {
      const at = isEc2 ? `${place}.${n}` : `${place}.member.${n}`;
      const item = valueAt(shape.getValueSchema(), fields, at, isEc2);
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
      entries.push([key, valueAt(shape.getValueSchema(), fields, `${at}.value`, isEc2)]);
    }
  }
  return scalar(shape, fields.get(place) ?? '');
}
