import { describe, expect, it } from 'vitest';
import { isPersistable, numberText, problemWith } from '../../../src/engine/questions.ts';
import type { Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';

const message = t('…');
const whole: Question = { kind: 'number', message, min: 1, max: 24, initial: 1 };
const price: Question<'number'> = { ...whole, decimals: 2 } as Question<'number'>;
const choices = ['app', 'token'].map((value) => ({ value, label: t('…') }));
const select: Question = { kind: 'select', message, choices, initial: 'app' };
const confirm: Question = { kind: 'confirm', message, initial: true };
const text: Question = { kind: 'text', message, initial: '' };

describe('an answer is refused with a sentence', () => {
  it.each<[unknown, string, Question]>([
    [0, 'Enter a whole number from 1 to 24.', whole],
    [25, 'Enter a whole number from 1 to 24.', whole],
    [1.5, 'Enter a whole number from 1 to 24.', whole],
    ['12', 'Enter a whole number from 1 to 24.', whole],
    [Number.NaN, 'Enter a whole number from 1 to 24.', whole],
    [1.255, 'Enter a number from 1 to 24, with 2 decimals at most.', price],
    ['passkey', 'Choose one of these: app, token.', select],
    ['yes', 'Answer yes or no.', confirm],
    [7, 'Enter text.', text],
  ])('%j: %s', (answer, sentence, question) => {
    const problem = problemWith(question, answer);
    expect(problem && say(problem)).toBe(sentence);
  });

  it.each<[unknown, Question]>([
    [1, whole],
    [24, whole],
    [1.25, price],
    ['token', select],
    [false, confirm],
    ['', text],
  ])('not so %j', (answer, question) => {
    expect(problemWith(question, answer)).toBeUndefined();
  });

  it.each(['secret', 'password', 'codes', 'visit', 'command', 'note'])(
    'what is wrong with an answer of the kind %s, the question itself says',
    (kind) => {
      const problemOf = (validate?: Question['validate']) =>
        problemWith({ kind, message, validate } as Question, ['x']);
      expect(problemOf()).toBeUndefined();
      expect(problemOf(() => t('no'))).toEqual(t('no'));
    },
  );
});

it('a number is said as its question asks for it', () => {
  expect([numberText(20, price), numberText(20.5, price)]).toEqual(['20', '20.50']);
});

it('settings are kept, and neither what confirms nor what is private', () => {
  expect([whole, select, text].map(isPersistable)).toEqual([true, true, true]);
  expect(isPersistable(confirm)).toBe(false);
  expect(isPersistable({ ...text, danger: true })).toBe(false);
  expect(isPersistable({ ...text, notPersisted: true })).toBe(false);
  expect(isPersistable({ kind: 'secret', message } as Question)).toBe(false);
});
