import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import * as v from 'valibot';
import type { Step } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { problemWithAnswers, short } from './problem-with-answers.ts';
import { startOf } from './start-of-file.ts';

/** Where in the file something is wrong. */
type Place = string | Text;

/** What can be wrong in the file. The schema names these as its messages. */
const PROBLEMS = {
  digits: (place: Place) => t('{place} must be twelve digits in quotes.', { place }),
  value: (place: Place) => t('{place} must be text, a number, true or false.', { place }),
  object: (place: Place) => t('{place} must be an object.', { place }),
  stray: (place: Place) => t('{place} does not belong here.', { place }),
  missing: (place: Place) => t('{place} is missing.', { place }),
};
const problem = (name: keyof typeof PROBLEMS) => name;

const Answer = v.union([v.string(), v.number(), v.boolean()], problem('value'));
const Answers = v.pipe(
  // `v.record` accepts a list too.
  v.custom((given) => !Array.isArray(given), problem('object')),
  v.record(v.string(), Answer, problem('object')),
);
const AnswersFile = v.strictObject(
  {
    account: v.pipe(v.string(problem('digits')), v.regex(/^\d{12}$/, problem('digits'))),
    answers: Answers,
  },
  // Valibot expects `never` for a name that does not belong here, and anything else for one that is missing.
  ({ expected }) => problem(expected === 'never' ? 'stray' : 'missing'),
);

/** Bytes: far more than all questions need. */
const MAX_BYTES = 1_000_000;
const EXAMPLE = '{ "account": "123456789012", "answers": { "password-policy.length": 14 } }';

/** The owner's answers by question id, and the account that they are for. */
export type AnswersFile = v.InferOutput<typeof AnswersFile>;

/**
 * @param steps those that the answers are for
 * @param quit ends the wait for a pipe that nobody writes into
 * @throws Usage with the place in the file, if the file cannot be read or is not what it should be
 */
export async function readAnswers(
  file: string,
  steps: Step[],
  quit?: AbortSignal,
): Promise<AnswersFile> {
  const text = await contents(file, quit);
  const errors: ParseError[] = [];
  const data = parseJson(file, text, errors);
  const [first] = errors;
  if (first) {
    const { line, column } = positionOf(text, first.offset);
    const what = printParseErrorCode(first.error);
    throw new Usage(
      t('{file}, line {line}, column {column}: not JSON ({what}).', { file, line, column, what }),
    );
  }
  const swallowed = namesIn(text).find((name) => SWALLOWED.includes(name));
  if (swallowed) throw malformed(file, PROBLEMS.stray(`"${swallowed}"`));
  const parsed = v.safeParse(AnswersFile, data);
  if (parsed.success) {
    const wrong = problemWithAnswers(parsed.output.answers, steps);
    if (wrong) throw new Usage(t('{file}: {what}', { file, what: wrong }));
    return parsed.output;
  }
  const [{ message, path }] = parsed.issues;
  const place = path?.map(({ key }) => `"${short(String(key))}"`).join(' → ') || t('an object');
  throw malformed(file, PROBLEMS[message as keyof typeof PROBLEMS](place));
}

const malformed = (file: string, what: Text): Usage =>
  new Usage(t('{file}: {what} Example: {example}', { file, what, example: EXAMPLE }));

/** The parser or the schema silently drops members of these names. */
const SWALLOWED = ['__proto__', 'constructor', 'prototype'];

function namesIn(text: string): string[] {
  const names: string[] = [];
  visit(text, { onObjectProperty: (name) => void names.push(name) });
  return names;
}

function parseJson(file: string, text: string, errors: ParseError[]): unknown {
  try {
    return parse(text, errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Usage(
      t('{file} is nested too deeply. Example: {example}', { file, example: EXAMPLE }),
    );
  }
}

async function contents(file: string, quit?: AbortSignal): Promise<string> {
  const bytes = await startOf(file, MAX_BYTES + 1, quit).catch((error: NodeJS.ErrnoException) => {
    quit?.throwIfAborted();
    const { code = '' } = error;
    throw new Usage(t('The answers file {file} cannot be read ({code}).', { file, code }));
  });
  if (bytes.length > MAX_BYTES) {
    throw new Usage(
      t('{file} is too large for answers. Example: {example}', {
        file,
        example: EXAMPLE,
      }),
    );
  }
  // Editors on Windows begin a file with a byte order mark.
  return bytes.toString().replace(/^\ufeff/, '');
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
