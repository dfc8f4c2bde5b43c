import { readFileSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { steps } from '../steps/index.ts';
import { t } from './engine/text.ts';
import { Usage } from './usage.ts';

const DIGITS = 'is not twelve digits in quotes';
const Answer = v.union(
  [v.string(), v.number(), v.boolean()],
  'is not text, a number, true or false',
);
const Given = v.pipe(
  // A record takes a list too.
  v.custom((given) => !Array.isArray(given), 'is not an object'),
  v.record(v.string(), Answer, 'is not an object'),
);
const Answers = v.strictObject(
  {
    account: v.pipe(v.string(DIGITS), v.regex(/^\d{12}$/, DIGITS)),
    answers: Given,
  },
  // Of a name that is missing or one that does not belong here, and of anything that is no object.
  ({ expected }) => (expected === 'never' ? 'does not belong here' : 'is missing'),
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
  const place = path?.map(({ key }) => `"${String(key)}"`).join(' → ') || 'an object';
  throw new Usage(
    t('{file}: {place} {message}. It looks like this: {example}', {
      file,
      place,
      message,
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
