import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/app/answers-file.ts';
import { Leave } from '../../../src/engine/errors.ts';
import { questionId } from '../../../src/engine/questions.ts';
import { say } from '../../../src/text/text.ts';
import { Usage } from '../../../src/text/usage.ts';
import { steps } from '../../../steps/index.ts';
import { anyLetter } from '../../support/any-letter.ts';
import { emptyFolder } from '../../support/program/program.ts';

let file: string;
beforeEach(() => {
  file = join(emptyFolder(), 'answers.json');
});

/** The sentence that refuses a file with this content; `undefined` if the file is accepted. */
async function refusal(content: string | Uint8Array): Promise<string | undefined> {
  writeFileSync(file, content);
  try {
    await readAnswers(file, steps);
    return undefined;
  } catch (error) {
    // The owner would get a stack trace for any other error.
    if (!(error instanceof Usage)) throw error;
    return say(error.text);
  }
}

/** One line that does nothing to a terminal, and is short enough to be read. */
function expectSentence(text: string | undefined): void {
  expect(text).toMatch(/^.{10,600}$/);
  expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
}

const fileWith = (answers: string): string => `{"account":"123456789012","answers":${answers}}`;
const DEPTH = 50_000;

describe('an answers file is refused in one sentence', () => {
  it.each([
    ['that has 10 MB', fileWith(`{"admin-user.name":"${'x'.repeat(10_000_000)}"}`), 'too large'],
    ['that is nothing but brackets', '['.repeat(DEPTH), 'nested too deeply'],
    [
      'with an answer that is nothing but brackets',
      fileWith(`{"admin-user.name":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`),
      'nested too deeply',
    ],
    [
      'of objects nested in objects',
      `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
      'nested too deeply',
    ],
    ['with a name of 100 kB', fileWith(`{"${'k'.repeat(100_000)}":1}`), 'belongs to no step'],
    [
      'with a session, which nobody is asked for',
      fileWith('{"admin-sign-in.session":"ASIAIOSFODNN7EXAMPLE us-east-1 kim"}'),
      'only a sign-in in the browser shows it',
    ],
    [
      'with a name that clears the screen',
      fileWith('{"\\u001b[2J\\u009b2J\\u202e.x":1}'),
      '"[2J2J.x"',
    ],
    [
      'with a name that only objects have',
      fileWith('{"constructor.length":2}'),
      'belongs to no step',
    ],
    [
      'with a mistyped answer of a step',
      fileWith('{"cloudtrail.bucketname":"logs"}'),
      '"cloudtrail.bucketname" answers no question of this step. Possible ids: cloudtrail.bucket, ',
    ],
    [
      'with one answer for all users, of whom each is asked about',
      fileWith('{"direct-policies.group":"Team"}'),
      'Possible ids: direct-policies.group.*, ',
    ],
    ['with an answer for nobody', fileWith('{"direct-policies.group.":"Team"}'), 'group.*'],
    [
      'with a number in place of the name of a group',
      fileWith('{"direct-policies.group.kim":1}'),
      'must be text in quotes',
    ],
    ['with a step in place of an answer', fileWith('{"cloudtrail":true}'), 'cloudtrail.bucket'],
    [
      'with what only the owner can do',
      fileWith('{"billing-console.iam-access":true}'),
      'answers no question',
    ],
    [
      'with text in place of a number',
      fileWith('{"billing-alerts.amount":"abc"}'),
      '"billing-alerts.amount" must be a number',
    ],
    [
      'with a number in place of text',
      fileWith('{"admin-user.name":7}'),
      '"admin-user.name" must be text',
    ],
    [
      'with text in place of yes or no',
      fileWith('{"root-keys.apply":"yes"}'),
      '"root-keys.apply" must be true or false',
    ],
    ['with an answer to "__proto__"', fileWith('{"__proto__":5}'), '"__proto__" does not belong'],
    [
      'with answers in a "__proto__"',
      fileWith('{"__proto__":{"password-policy.length":9}}'),
      'here',
    ],
    ['with an answer to "constructor"', fileWith('{"constructor":5}'), '"constructor" does not'],
    ['with an answer to "prototype"', fileWith('{"\\u0070rototype":5}'), '"prototype" does not'],
    [
      'with "__proto__" beside the answers',
      '{"account":"123456789012","__proto__":{},"answers":{}}',
      '"__proto__" does not belong',
    ],
    ['of bytes that are no text', Uint8Array.from({ length: 300 }, (_, n) => n % 256), 'not JSON'],
  ])('%s', async (_, content, sentence) => {
    const refused = await refusal(content);
    expectSentence(refused);
    expect(refused).toContain(sentence);
  });

  it('that never ends', async () => {
    await expect(readAnswers('/dev/zero', steps)).rejects.toThrow('too large');
  });

  it('if it is any JSON that fits no schema', async () => {
    const json = fc.jsonValue({ depthSize: 'medium' });
    const answers = fc.oneof(json, fc.dictionary(fc.string({ unit: anyLetter }), json));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          json,
          answers.map((value) => ({ account: '1', answers: value })),
        ),
        async (it) => {
          expectSentence(await refusal(JSON.stringify(it)));
        },
      ),
    );
  });

  it('if it is any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyLetter, maxLength: 200 }), async (text) => {
        expectSentence(await refusal(text));
      }),
    );
  });
});

it('an answers file may answer each question of each step', async () => {
  const value = { number: 1, confirm: true };
  const answers = steps.flatMap(({ id, mayAsk }) =>
    Object.entries({ ...mayAsk, apply: 'confirm', typed: 'text' }).map(([key, kind]) => [
      questionId(id, key),
      value[kind as keyof typeof value] ?? 'text',
    ]),
  );
  expect(await refusal(fileWith(JSON.stringify(Object.fromEntries(answers))))).toBeUndefined();
});

it('an answers file may begin with the byte order mark of Windows editors', async () => {
  expect(await refusal(`\ufeff${fileWith('{}')}`)).toBeUndefined();
});

describe('a named pipe', () => {
  const ANSWERS = fileWith('{"password-policy.length":14}');
  beforeEach(() => void execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', file]));

  it('gives the answers of whoever writes into it later', async () => {
    const read = readAnswers(file, steps);
    const pipe = await open(file, 'w');
    await pipe.write(ANSWERS.slice(0, 20));
    await pipe.write(ANSWERS.slice(20));
    await pipe.close();
    expect((await read).answers).toEqual({ 'password-policy.length': 14 });
  });

  it('into which nobody writes leaves the program able to end', async () => {
    const quit = new AbortController();
    const read = readAnswers(file, steps, quit.signal);
    quit.abort(new Leave('quit'));
    await expect(read).rejects.toThrow(Leave);
  });
});
