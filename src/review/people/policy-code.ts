import { isAboutEverything } from '../../../steps/iam/administrator-rights.ts';
import { asArray, type Statement } from '../../../steps/iam/policy-document.ts';
import { isAboutAction } from '../../../steps/iam/policy-evaluation.ts';
import { harmless, plain } from '../../text/text.ts';

export interface Code {
  code: string[];
  /** Numbers of lines, from 0. */
  marked: number[];
  isJson: boolean;
}

/**
 * A policy as lines. Marked are the statements that allow everything, and those that allow one of these actions.
 *
 * @param encoded percent-encoded, as IAM gives it
 */
export function policyCode(encoded: string, actions: string[]): Code {
  const text = decoded(encoded);
  const policy = parsed(text);
  if (!policy) {
    return { code: text.split(/\r?\n/).map(plain), marked: [], isJson: false };
  }
  const isMarked = (one: Statement) =>
    one?.Effect === 'Allow' &&
    [one.Action, one.NotAction].every(isNames) &&
    (isAboutEverything(one) || actions.some((action) => isAboutAction(one, action)));
  const marked: number[] = [];
  // Of `{`, or of the line before a value.
  let line = 1;
  for (const [name, value] of Object.entries(policy)) {
    const height = heightOf(value);
    if (name === 'Statement') {
      let start = Array.isArray(value) ? line + 1 : line;
      for (const one of asArray(value as Statement | Statement[])) {
        const end = start + heightOf(one);
        if (isMarked(one)) for (let n = start; n < end; n++) marked.push(n);
        start = end;
      }
    }
    line += height;
  }
  return { code: harmless(JSON.stringify(policy, null, 2)).split('\n'), marked, isJson: true };
}

const heightOf = (value: unknown): number => JSON.stringify(value, null, 2).split('\n').length;

const isNames = (names: unknown): boolean =>
  names === undefined ||
  typeof names === 'string' ||
  (Array.isArray(names) && names.every((name) => typeof name === 'string'));

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** `undefined` if it is not an object of JSON. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
