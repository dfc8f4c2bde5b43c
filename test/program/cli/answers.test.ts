import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/app/answers-file.ts';
import { say } from '../../../src/text/text.ts';
import { Usage } from '../../../src/text/usage.ts';
import { emptyFolder } from '../../support/program/program.ts';

let file: string;
beforeEach(() => {
  file = join(emptyFolder(), 'answers.json');
});

/** The one sentence that a file with this content is refused with; nothing where it is taken. */
function refusal(content: string | Uint8Array): string | undefined {
  writeFileSync(file, content);
  try {
    readAnswers(file);
    return undefined;
  } catch (error) {
    // Anything else is a stack trace to the owner.
    if (!(error instanceof Usage)) throw error;
    return say(error.text);
  }
}

/** One line that does nothing to a terminal, and that somebody will read. */
function expectSentence(text: string | undefined): void {
  expect(text).toMatch(/^.{10,600}$/);
  expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
}

const around = (answers: string): string => `{"account":"123456789012","answers":${answers}}`;
const many = 50_000;

describe('an answers file is refused in one sentence', () => {
  it.each([
    ['of 10 MB', around(`{"admin-user.name":"${'x'.repeat(10_000_000)}"}`), 'too large'],
    ['of nothing but brackets', '['.repeat(many), 'nested too deeply'],
    [
      'with an answer of brackets',
      around(`{"admin-user.name":${'['.repeat(many)}${']'.repeat(many)}}`),
      'nested too deeply',
    ],
    ['of objects in objects', `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`, 'nested too deeply'],
    ['with a name of 100 kB', around(`{"${'k'.repeat(100_000)}":1}`), 'is of no step'],
    [
      'with a name that clears the screen',
      around('{"\\u001b[2J\\u009b2J\\u202e.x":1}'),
      '"[2J2J.x"',
    ],
    ['with a name that only objects have', around('{"constructor.length":2}'), 'of no step'],
    ['with an answer to "__proto__"', around('{"__proto__":5}'), '"__proto__" does not belong'],
    ['with answers in a "__proto__"', around('{"__proto__":{"password-policy.length":9}}'), 'here'],
    ['with an answer to "constructor"', around('{"constructor":5}'), '"constructor" does not'],
    ['with an answer to "prototype"', around('{"\\u0070rototype":5}'), '"prototype" does not'],
    [
      'with "__proto__" beside the answers',
      '{"account":"123456789012","__proto__":{},"answers":{}}',
      '"__proto__" does not belong',
    ],
    ['of bytes that are no text', Uint8Array.from({ length: 300 }, (_, n) => n % 256), 'not JSON'],
  ])('%s', (_, content, sentence) => {
    const said = refusal(content);
    expectSentence(said);
    expect(said).toContain(sentence);
  });

  it('that has no end', () => {
    expect(() => readAnswers('/dev/zero')).toThrow('too large');
  });

  it('whatever JSON it is', () => {
    const json = fc.jsonValue({ depthSize: 'medium' });
    const answers = fc.oneof(json, fc.dictionary(fc.string({ unit: 'binary' }), json));
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          answers.map((value) => ({ account: '1', answers: value })),
        ),
        (it) => {
          expectSentence(refusal(JSON.stringify(it)));
        },
      ),
    );
  });

  it('whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expectSentence(refusal(text));
      }),
    );
  });
});

it('an answers file may begin with the mark that editors on Windows put there', () => {
  expect(refusal(`\ufeff${around('{}')}`)).toBeUndefined();
});
