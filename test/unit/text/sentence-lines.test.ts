import { expect, it } from 'vitest';
import { sentenceLines } from '../../../src/text/sentence-lines.ts';
import { t } from '../../../src/text/text.ts';

const text = t('Sign in again: the page lists who is signed in, and {name} too.', { name: 'jun' });

it('a sentence is broken between words', () => {
  expect(sentenceLines(text, 24)).toEqual([
    'Sign in again: the page',
    'lists who is signed in,',
    'and jun too.',
  ]);
});

it.each([undefined, 0])('a sentence is one line if the width is %s', (columns) => {
  expect(sentenceLines(text, columns)).toEqual([
    'Sign in again: the page lists who is signed in, and jun too.',
  ]);
});

it('later lines are indented like the first', () => {
  const indented = t('  {fix}', { fix: t('Sign in again.') });
  expect(sentenceLines(indented, 9)).toEqual(['  Sign in', '  again.']);
});

it('an address begins a line if it does not fit, and stays whole', () => {
  const address = 'https://us-east-1.signin.aws.amazon.com/v1/authorize';
  expect(sentenceLines(t('Open {address} now.', { address }), 20)).toEqual([
    'Open',
    address,
    'now.',
  ]);
});

it('a command stays whole, so that no shell takes half of it', () => {
  const stopped = t('{why} To go on: {command}', {
    why: t('Stopped.'),
    command: 'rootlock --profile $$& --region eu-west-1',
  });
  expect(sentenceLines(stopped, 30)).toEqual([
    'Stopped. To go on:',
    'rootlock --profile $$& --region eu-west-1',
  ]);
});

it('a command that is one column too long begins a line', () => {
  const text = t('To go on: {command}', { command: 'rootlock sign-in --profile acme' });
  expect(sentenceLines(text, 41)).toHaveLength(1);
  expect(sentenceLines(text, 40)).toEqual(['To go on:', 'rootlock sign-in --profile acme']);
});

it('a Korean letter takes two columns', () => {
  expect(sentenceLines(t('{words}', { words: '다시 로그인 하세요' }), 12)).toEqual([
    '다시 로그인',
    '하세요',
  ]);
});
