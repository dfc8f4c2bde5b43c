import { NormalizedSchema } from '@smithy/core/schema';
import { Damaged } from './check-responses.ts';
import { isReading } from './operations.ts';

const HTTP_OK = 200;

/** What the SDK reads a body with, as JSON (`_read`) or as XML. Both read each part by calling themselves. */
export interface BodyReader {
  _read?(schema: unknown, value: unknown): unknown;
  readSchema?(schema: unknown, value: unknown): unknown;
  /** Set if members come from headers, too. */
  codecDeserializer?: BodyReader;
}

/**
 * Makes the SDK refuse what it would take for "nothing is there": a text in place of a list becomes a list without entries, and a
 * text or a list in place of a structure becomes one without members. What it does pass on, `refuseOtherShapes` looks at.
 */
export function refuseOtherParts(outer: BodyReader): void {
  const reader = outer.codecDeserializer ?? outer;
  for (const name of ['_read', 'readSchema'] as const) {
    const read = reader[name];
    if (!read) continue;
    reader[name] = (schema, value) => {
      const shape = NormalizedSchema.of(schema as Parameters<typeof NormalizedSchema.of>[0]);
      if (isOther(value, shape)) throw new Damaged(HTTP_OK);
      return read.call(reader, schema, value);
    };
  }
}

function isOther(value: unknown, shape: NormalizedSchema): boolean {
  const isText = typeof value === 'string' && value.trim() !== '';
  if (shape.isStructSchema()) {
    return isText || typeof value === 'number' || Array.isArray(value) || isMissing(value, shape);
  }
  if (shape.isMapSchema()) return isText;
  // Entries of a flattened list stand for themselves, and may be texts.
  if (!shape.isListSchema() || shape.getMergedTraits().xmlFlattened) return false;
  return isText || hasNoEntry(value, shape);
}

/** An answer in the Query protocol is inside of an element of its own, and one in JSON is an object. */
const isMissing = (value: unknown, shape: NormalizedSchema): boolean =>
  (value === undefined || value === null) &&
  !shape.isMemberSchema() &&
  isReading(shape.getName() ?? '');

/** Other elements than a list's own. */
function hasNoEntry(value: unknown, shape: NormalizedSchema): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entry = shape.getValueSchema().getMergedTraits().xmlName ?? 'member';
  return Object.keys(value).length > 0 && !(entry in value);
}
