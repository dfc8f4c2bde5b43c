import type { Translations } from '../translations.ts';

/** The command `review`, and how its pages are shown. */
export const review: Translations = {
  'look around the account: people, rights, network, machines, trail; reads only':
    '계정 둘러보기: 사람, 권한, 네트워크, 서버, 추적(읽기만 함)',
  'everybody, with passwords, MFA and keys': '모든 사용자와 암호, MFA, 키',
  'everything about kim': 'kim에 대한 모든 것',
  'the page for a program': '다른 프로그램을 위한 페이지',
  'tried on a pretend account with a history': '여러 해 쓴 가상의 계정으로 연습',
  'There is no page {word}. Pages: {pages}.':
    '{word}[이라는/라는] 페이지가 없습니다. 페이지: {pages}.',
  'There is no page {word}. Did you mean {meant}?':
    '{word}[이라는/라는] 페이지가 없습니다. 혹시 {meant}입니까?',
  'There is no setting {id}. Did you mean {meant}?':
    '{id}[이라는/라는] 설정이 없습니다. 혹시 {meant}입니까?',
  'There is no row {key} on this page.': '이 페이지에 {key}[이라는/라는] 행이 없습니다.',
  '{n} rows are called {key}. Name one of them by its id: {ids}':
    '이름이 {key}인 행이 {n}개 있습니다. ID로 하나를 고르십시오: {ids}',
  'There is no row {key} on this page. Its settings: {ids}':
    '이 페이지에 {key}[이라는/라는] 행이 없습니다. 이 페이지의 설정: {ids}',
  'There is no row {key} on this page. Did you mean {meant}?':
    '이 페이지에 {key}[이라는/라는] 행이 없습니다. 혹시 {meant}입니까?',
  '{word} is one word too many: the page {id} opens one row at a time.':
    '{word}[은/는] 쓸 수 없습니다. {id} 페이지는 한 번에 한 행만 엽니다.',
  '{word} is one word too many: the page {id} takes one row, and {ids}':
    '{word}[은/는] 쓸 수 없습니다. {id} 페이지에는 행 하나와 {ids}[을/를] 쓸 수 있습니다.',
  'unknown: {why}': '알 수 없음: {why}',
  '{n} rows': '{n}행',
  'other regions': '다른 리전',
  'Looked at: {regions}. Add "--region all" to look at all of them.':
    '{regions}만 보았습니다. 모두 보려면 "--region all"을 붙이십시오.',
  'Looked at: {regions}. Press R to look at all of them.':
    '{regions}만 보았습니다. 모두 보려면 R을 누르십시오.',
  'x: something to do. !: something to know.': 'x: 할 일 있음. !: 알아 둘 것 있음.',
  '{count}, {n} with something to do': '{count}, 할 일이 있는 행 {n}개',
  '{count}, {n} with something to know': '{count}, 알아 둘 것이 있는 행 {n}개',
  '{count}, nothing to do': '{count}, 할 일 없음',
  'To do: {text}': '할 일: {text}',
  'To know: {text}': '알아 둘 것: {text}',
  'Fine: {text}': '문제 없음: {text}',
  'Lines that matter: {lines}.': '중요한 줄: {lines}.',
  'Not looked at:': '보지 못한 것:',

  'Nobody is signed in any more.': '로그인이 끝났습니다.',
  'Look again to sign in.': '다시 보면 로그인할 수 있습니다.',

  'read-only': '읽기 전용',
  '{shown} of {n} with "{filter}"': '{n}개 중 {shown}개에 "{filter}"',
  'looked at {time}': '{time}에 봄',
  'Looking…': '살펴보는 중…',
  'w: {n} not looked at': 'w: 보지 못한 것 {n}개',
  'No row has these words.': '이 낱말이 들어 있는 행이 없습니다.',
  'Not looked at': '보지 못함',
  'Nothing that this page knows of was left out.': '이 페이지가 아는 한 빠뜨린 것이 없습니다.',
  'Settings of this page': '이 페이지의 설정',
  'There is nothing to set on this page.': '이 페이지에는 설정할 것이 없습니다.',
  'A review only reads: no key here changes the account.':
    '둘러보기는 읽기만 합니다. 어떤 키도 계정을 바꾸지 않습니다.',
  'keep the filter': '이대로 거르기',
  'show all': '모두 보기',
  complete: '자동 완성',
  'set this value': '이 값으로 설정',
  'fill in': '칸에 채우기',
  settings: '설정',
  change: '바꾸기',
  filter: '거르기',
  sort: '정렬',
  'look again': '다시 보기',
  'all regions': '모든 리전',
  'next page': '다음 페이지',
  'choose a row': '행 고르기',
  'the first row, the last row': '첫 행, 마지막 행',
  'everything about the row': '그 행에 대한 모든 것',
  'another page': '다른 페이지',
  'show only rows that hold these words': '이 낱말이 들어 있는 행만 보기',
  'sort by the next column': '다음 열로 정렬',
  'sort the other way round': '반대 순서로 정렬',
  'look at all regions, where a page is about regions': '리전에 대한 페이지에서 모든 리전 보기',
  'what can be set on the page': '페이지에서 설정할 수 있는 것',
  'what was not looked at, and why': '보지 못한 것과 그 까닭',
};
