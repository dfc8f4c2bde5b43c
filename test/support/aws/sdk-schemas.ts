import { NormalizedSchema } from '@smithy/core/schema';

/** The input or output of an operation: a structure, or `unit` if there is none. */
export type Schema =
  | 'unit'
  | [
      kind: 3,
      namespace: string,
      name: string,
      traits: unknown,
      names: string[],
      members: unknown[],
    ];

/** As the SDK describes an operation. `http`: of a REST protocol, the method and the template of the path. */
export type OperationSchema = [
  kind: 9,
  namespace: string,
  name: string,
  traits: 0 | { http?: [method: string, path: string, status: number] },
  input: () => Schema,
  output: () => Schema,
];

export const shapeOf = (schema: unknown): NormalizedSchema =>
  NormalizedSchema.of(schema as Parameters<typeof NormalizedSchema.of>[0]);

/** How the SDK describes an operation that is declared in src/aws/services. */
export const schemaOf = ({ Command }: { Command: new (input: never) => object }) =>
  (new Command({} as never) as { schema: OperationSchema }).schema;

/** The value of a member that travels as text: in a form, in a path or in a query. */
export function scalar(shape: NormalizedSchema, text: string): unknown {
  if (shape.isBooleanSchema()) return text === 'true';
  if (shape.isNumericSchema()) return Number(text);
  if (shape.isBlobSchema()) return new Uint8Array(Buffer.from(text, 'base64'));
  return shape.isTimestampSchema() ? new Date(text) : text;
}
