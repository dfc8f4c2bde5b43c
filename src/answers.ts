import { readFileSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { t } from './engine/text.ts';
import { Usage } from './usage.ts';

const Answers = v.strictObject({
  account: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not twelve digits in quotes')),
  answers: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});

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
  if (parsed.success) return parsed.output;
  const [{ message, path }] = parsed.issues;
  const place = path?.map(({ key }) => String(key)).join(' → ') || 'the file';
  throw new Usage(
    t('{file}: {place}: {message}. It looks like this: {example}', {
      file,
      place,
      message,
      example: '{ "account": "123456789012", "answers": { "password-policy.length": 14 } }',
    }),
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
