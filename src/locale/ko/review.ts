import type { Translations } from '../translations.ts';

/** The command `review`, and how its pages are shown. */
export const review: Translations = {
  'look around the account: people and what they may do; reads only':
    '계정 둘러보기: 사용자와 할 수 있는 일(읽기만 함)',
  'everybody, with passwords, MFA and keys': '모든 사용자와 암호, MFA, 키',
  'everything about kim': 'kim에 대한 모든 것',
  'the page for a program': '다른 프로그램을 위한 페이지',
  'tried on a pretend account with a history': '여러 해 쓴 가상의 계정으로 연습',
  'There is no page {word}. Pages: {pages}.':
    '{word}[이라는/라는] 페이지가 없습니다. 페이지: {pages}.',
  'There is no page {word}. Did you mean {meant}?':
    '{word}[이라는/라는] 페이지가 없습니다. 혹시 {meant}입니까?',
  'There is no row {key} on this page.': '이 페이지에 {key}[이라는/라는] 행이 없습니다.',
  'There is no row {key} on this page. Did you mean {meant}?':
    '이 페이지에 {key}[이라는/라는] 행이 없습니다. 혹시 {meant}입니까?',
  '{word} is one word too many: the page {id} opens one row at a time.':
    '{word}[은/는] 쓸 수 없습니다. {id} 페이지는 한 번에 한 행만 엽니다.',
  '{word} is one word too many: the page {id} takes one row, and {ids}':
    '{word}[은/는] 쓸 수 없습니다. {id} 페이지에는 행 하나와 {ids}[을/를] 쓸 수 있습니다.',
  'unknown: {why}': '알 수 없음: {why}',
  '{n} rows': '{n}행',
  '{count}, {n} with something to do': '{count}, 그중 {n}에 할 일이 있음',
  '{count}, nothing to do': '{count}, 할 일 없음',
  'To do: {text}': '할 일: {text}',
  'To know: {text}': '알아 둘 것: {text}',
  'Fine: {text}': '문제 없음: {text}',
  'Not looked at:': '보지 못한 것:',
};
