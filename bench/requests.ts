import { JsonCodec2, XmlShapeDeserializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { type Service, services } from '../src/aws/operations.ts';

/** A request of the SDK's as it came over HTTP. */
export interface Received {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Kind, namespace, name, traits, input and output: an operation of the SDK's. */
type Operation = [9, string, string, Traits, () => Schema, () => Schema];
type Traits = 0 | { http?: [method: string, path: string, status: number] };
type Schema = Parameters<typeof NormalizedSchema.of>[0];
type Read = { operation: Operation; input: object };

/** Whose request it is: `Credential=AKIA.../20261122/us-east-1/iam/aws4_request`. */
export function serviceOf({ headers }: Received): Service {
  const signed = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '');
  const service = signed?.[1] ?? '';
  if (!(service in services)) throw new Error(`nobody here is called ${service}`);
  return service as Service;
}

/** What is asked for, and with what: the other way round from what the SDK does. */
export async function readRequest(received: Received): Promise<Read> {
  const { Client, ...commands } = await services[serviceOf(received)]();
  const all = Object.values(commands).map(
    (Command) => new (Command as new (input: object) => { schema: Operation })({}).schema,
  );
  const named = (name: string) => {
    const found = all.find((operation) => operation[2] === name);
    if (!found) throw new Error(`${Client.name} cannot ${name}`);
    return found;
  };
  const target = received.headers['x-amz-target'];
  if (target) return fromJson(named(target.split('.').at(-1) ?? ''), received);
  const rest = all.find((operation) => isAt(operation, received));
  if (rest) return fromRest(rest, received);
  const fields = new URLSearchParams(text(received));
  const operation = named(fields.get('Action') ?? '');
  return { operation, input: fromFields(operation[4](), fields, '') as object };
}

const text = ({ body }: Received): string => new TextDecoder().decode(body);

/** 7: dates as seconds since 1970. */
const JSON_SETTINGS = { timestampFormat: { useTrait: true, default: 7 as const }, jsonName: true };

async function fromJson(operation: Operation, received: Received): Promise<Read> {
  const reader = new JsonCodec2(JSON_SETTINGS).createDeserializer();
  const input = await reader.read(operation[4]() as never, text(received) || '{}');
  return { operation, input: input as object };
}

/** `/?policy`, with the name of a bucket in front or without. */
function isAt([, , , traits, input]: Operation, { method, url }: Received): boolean {
  const [wanted, path = ''] = traits === 0 ? [] : (traits.http ?? []);
  if (wanted !== method) return false;
  const at = new URL(path, url);
  // What tells the operation has no value; `x-id` and the members of the input have one.
  const keys = ({ searchParams }: URL) =>
    [...searchParams].flatMap(([key, value]) => (value === '' ? [key] : [])).join();
  const ofBucket = NormalizedSchema.of(input()).getMemberSchemas().Bucket !== undefined;
  const here = ofBucket ? url.pathname.length > 1 : at.pathname === url.pathname;
  return here && keys(at) === keys(url);
}

const XML = {
  timestampFormat: { useTrait: true, default: 5 as const },
  httpBindings: true,
  xmlNamespace: '',
  serviceNamespace: '',
};

function fromRest(operation: Operation, received: Received): Read {
  const { url, headers, body } = received;
  const input: Record<string, unknown> = {};
  for (const [name, member] of NormalizedSchema.of(operation[4]()).structIterator()) {
    const { httpHeader, httpQuery, httpPayload } = member.getMergedTraits();
    const header = httpHeader && headers[String(httpHeader).toLowerCase()];
    const query = httpQuery && url.searchParams.get(String(httpQuery));
    if (name === 'Bucket') input[name] = url.pathname.slice(1).replace(/\/$/, '');
    else if (header) input[name] = header;
    else if (query) input[name] = member.isNumericSchema() ? Number(query) : query;
    else if (httpPayload && body.length > 0) {
      input[name] = member.isStructSchema()
        ? new XmlShapeDeserializer(XML as never).read(member as never, body)
        : text(received);
    }
  }
  return { operation, input };
}

/** `Tags.member.1.Key=a`: what is in a list is counted from 1. `undefined` where there is nothing at this place. */
function fromFields(schema: unknown, fields: URLSearchParams, at: string): unknown {
  const shape = NormalizedSchema.of(schema as Schema);
  const inside = (key: string) => at === '' || key === at || key.startsWith(`${at}.`);
  if (![...fields.keys()].some(inside)) return undefined;
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()].map(([name, member]) => [
      name,
      fromFields(member, fields, at ? `${at}.${name}` : name),
    ]);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (shape.isListSchema()) {
    const items: unknown[] = [];
    for (let n = 1; ; n++) {
      const item = fromFields(shape.getValueSchema(), fields, `${at}.member.${n}`);
      if (item === undefined) return items;
      items.push(item);
    }
  }
  const value = fields.get(at) ?? '';
  if (shape.isBooleanSchema()) return value === 'true';
  if (shape.isNumericSchema()) return Number(value);
  return shape.isTimestampSchema() ? new Date(value) : value;
}
