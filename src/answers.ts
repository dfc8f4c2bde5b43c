import { readFileSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { steps } from '../steps/index.ts';
import { type Text, t } from './engine/text.ts';
import { Usage } from './usage.ts';

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

/** The owner's answers, given beforehand, and the account that they are for. */
export type Answers = v.InferOutput<typeof Answers>;

/** @throws Usage naming the place, where the file cannot be read or is not what it should be */
export function readAnswers(file: string): Answers {
  const text = contents(file);
  const errors: ParseError[] = [];
  const data: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first) {
    const { line, column } = placeOf(text, first.offset);
    const what = printParseErrorCode(first.error);
    throw new Usage(
      t('{file}, line {line}, column {column}: not JSON ({what}).', { file, line, column, what }),
    );
  }
  const parsed = v.safeParse(Answers, data);
  if (parsed.success) return known(file, parsed.output);
  const [{ message, path }] = parsed.issues;
  const place = path?.map(({ key }) => `"${String(key)}"`).join(' → ') || t('an object');
  throw new Usage(
    t('{file}: {what} It looks like this: {example}', {
      file,
      what: WRONG[message as keyof typeof WRONG](place),
      example: '{ "account": "123456789012", "answers": { "password-policy.length": 14 } }',
    }),
  );
}

/** An answer that no question takes would be missed in silence where the run needs it. */
function known(file: string, answers: Answers): Answers {
  const ids = steps.map(({ id }) => id);
  const stray = Object.keys(answers.answers).find((id) => !ids.includes(id.split('.')[0] ?? ''));
  if (stray === undefined) return answers;
  throw new Usage(
    t('{file}: "{stray}" is of no step. There is: {ids}.', { file, stray, ids: ids.join(', ') }),
  );
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Usage(t('The answers file {file} cannot be read ({code}).', { file, code }));
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
