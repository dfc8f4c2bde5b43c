import { NormalizedSchema } from '@smithy/core/schema';
import { Damaged } from './check-responses.ts';
import type { OperationSchema, Output } from './client.ts';

const HTTP_OK = 200;

/**
 * What is not AWS may answer with a text in place of a list, or with `null` in one, and the SDK passes it on as it is. An entry
 * without members may well be meant.
 *
 * @throws Damaged if any part of the output is of another kind than the SDK's schema says
 */
export function refuseOtherShapes(output: Output, operation: OperationSchema): Output {
  const [, , , , , schema] = operation;
  // Without recursion: nothing limits how deep an answer that is not AWS's goes.
  const rest: [unknown, NormalizedSchema][] = [[output, NormalizedSchema.of(schema())]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [value, shape] = next;
    if (!isOfKind(value, shape)) throw new Damaged(HTTP_OK);
    if (shape.isListSchema() || shape.isMapSchema()) {
      const entry = shape.getValueSchema();
      for (const one of Object.values(value as object)) rest.push([one, entry]);
    } else if (shape.isStructSchema()) {
      for (const [name, member] of shape.structIterator()) {
        const one = (value as Record<string, unknown>)[name];
        if (one !== undefined) rest.push([one, member]);
      }
    }
  }
  return output;
}

/** Bytes and streams are no concern of a look: whoever reads them says what is wrong with them. */
function isOfKind(value: unknown, shape: NormalizedSchema): boolean {
  if (shape.isListSchema()) return Array.isArray(value);
  if (shape.isStructSchema() || shape.isMapSchema()) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  if (shape.isStringSchema()) return typeof value === 'string';
  if (shape.isNumericSchema()) return typeof value === 'number';
  if (shape.isBooleanSchema()) return typeof value === 'boolean';
  return !shape.isTimestampSchema() || value instanceof Date;
}
