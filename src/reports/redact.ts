import type { Request } from '../engine/step.ts';
import { masked } from '../text/masked.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { SENSITIVE_INPUTS } from './sensitive-inputs.ts';

const MASK = '[secret]';

/**
 * The input of a call as plain JSON values that a report may show. Each `Secret` and each credential is `[secret]`, even
 * if it is a plain string by mistake. Placeholders stay.
 */
export const redactInput = (request: Request): Record<string, unknown> =>
  replacedInput(request, (path, text) =>
    SENSITIVE_INPUTS[path] === 'credential' && !isPlaceholder(text) ? MASK : undefined,
  );

/** The call as a file may keep it: who it is about can be recognised, but not read. A topic in place of an address is nobody. */
export const withoutPersonalData = (request: Request): Request =>
  ({
    ...request,
    input: replacedInput(request, (path, text) =>
      SENSITIVE_INPUTS[path] === 'personal' && !text.startsWith('arn:') ? masked(text) : undefined,
    ),
  }) as Request;

type Replace = (path: string, text: string) => string | undefined;

const replacedInput = ({ service, operation, input }: Request, replace: Replace) =>
  replaced(plainJson(input), `${service}:${operation}`, replace) as Record<string, unknown>;

function replaced(value: unknown, path: string, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, path, replace));
  const text = replace(path, String(value));
  if (text !== undefined) return text;
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, member]) => [name, replaced(member, `${path}.${name}`, replace)]),
  );
}

/** `JSON.stringify` asks each `Secret` for its `[secret]`, and writes dates in ISO 8601. */
const plainJson = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
