import { closeSync, openSync, readSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import * as v from 'valibot';
import { steps } from '../../steps/index.ts';
import { Usage } from '../engine/errors.ts';
import { questionId } from '../engine/questions.ts';
import { shortened, type Text, t } from '../text/text.ts';

type Place = string | Text;

/** What may be wrong at a place of the file. The schema below says which. */
const WRONG = {
  digits: (place: Place) => t('{place} is not twelve digits in quotes.', { place }),
  value: (place: Place) => t('{place} is not text, a number, true or false.', { place }),
  object: (place: Place) => t('{place} is not an object.', { place }),
  stray: (place: Place) => t('{place} does not belong here.', { place }),
  missing: (place: Place) => t('{place} is missing.', { place }),
};
const wrong = (what: keyof typeof WRONG) => what;

const Answer = v.union([v.string(), v.number(), v.boolean()], wrong('value'));
const Given = v.pipe(
  // A record takes a list too.
  v.custom((given) => !Array.isArray(given), wrong('object')),
  v.record(v.string(), Answer, wrong('object')),
);
const Answers = v.strictObject(
  {
    account: v.pipe(v.string(wrong('digits')), v.regex(/^\d{12}$/, wrong('digits'))),
    answers: Given,
  },
  // Of a name that is missing or one that does not belong here, and of anything that is no object.
  ({ expected }) => wrong(expected === 'never' ? 'stray' : 'missing'),
);

/** Bytes: far more than there are questions to answer. */
const LARGEST = 1_000_000;
const EXAMPLE = '{ "account": "123456789012", "answers": { "password-policy.length": 14 } }';

/** The owner's answers, given beforehand, and the account that they are for. */
export type Answers = v.InferOutput<typeof Answers>;

/** @throws Usage naming the place, where the file cannot be read or is not what it should be */
export function readAnswers(file: string): Answers {
  const text = contents(file);
  const errors: ParseError[] = [];
  const data = parsedJson(file, text, errors);
  const [first] = errors;
  if (first) {
    const { line, column } = placeOf(text, first.offset);
    const what = printParseErrorCode(first.error);
    throw new Usage(
      t('{file}, line {line}, column {column}: not JSON ({what}).', { file, line, column, what }),
    );
  }
  const overlooked = namesIn(text).find((name) => OVERLOOKED.includes(name));
  if (overlooked) throw misshapen(file, WRONG.stray(`"${overlooked}"`));
  const parsed = v.safeParse(Answers, data);
  if (parsed.success) return known(file, parsed.output);
  const [{ message, path }] = parsed.issues;
  const place = path?.map(({ key }) => `"${short(String(key))}"`).join(' → ') || t('an object');
  throw misshapen(file, WRONG[message as keyof typeof WRONG](place));
}

const misshapen = (file: string, what: Text): Usage =>
  new Usage(t('{file}: {what} It looks like this: {example}', { file, what, example: EXAMPLE }));

/** Names that the parser makes no members of, or that the schema passes over without a word. */
const OVERLOOKED = ['__proto__', 'constructor', 'prototype'];

function namesIn(text: string): string[] {
  const names: string[] = [];
  visit(text, { onObjectProperty: (name) => void names.push(name) });
  return names;
}

/** An answer that no question takes would be missed in silence where the run needs it. */
function known(file: string, answers: Answers): Answers {
  const ids = steps.map(({ id }) => id);
  const isOf = (id: string, step: string) => id === step || id.startsWith(questionId(step, ''));
  const stray = Object.keys(answers.answers).find((id) => !ids.some((step) => isOf(id, step)));
  if (stray === undefined) return answers;
  throw new Usage(
    t('{file}: "{stray}" is of no step. There is: {ids}.', {
      file,
      stray: short(stray),
      ids: ids.join(', '),
    }),
  );
}

/** No name of ours is longer: the sentence about it stays one. */
const short = (name: string): string => shortened(name, 60);

function parsedJson(file: string, text: string, errors: ParseError[]): unknown {
  try {
    return parse(text, errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Usage(
      t('{file} is nested too deeply. It looks like this: {example}', { file, example: EXAMPLE }),
    );
  }
}

/** By its bytes and not by its size: what is no plain file, a pipe say, has none. */
function contents(file: string): string {
  const bytes = Buffer.alloc(LARGEST + 1);
  let length = 0;
  try {
    const open = openSync(file, 'r');
    try {
      for (let read = -1; read !== 0 && length <= LARGEST; length += read) {
        read = readSync(open, bytes, length, bytes.length - length, null);
      }
    } finally {
      closeSync(open);
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Usage(t('The answers file {file} cannot be read ({code}).', { file, code }));
  }
  if (length > LARGEST) {
    throw new Usage(
      t('{file} is too large for answers. It looks like this: {example}', {
        file,
        example: EXAMPLE,
      }),
    );
  }
  // Editors on Windows begin a file with a mark.
  return bytes.toString('utf8', 0, length).replace(/^\ufeff/, '');
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
