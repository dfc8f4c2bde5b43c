import type { Translations } from '../translations.ts';

/** The password policy, the sign-in URL, and what steps of several regions say. */
export const stepsAccount: Translations = {
  'Not checked, because this account cannot use them: {regions}':
    '이 계정에서 쓸 수 없어 확인하지 않은 리전: {regions}',
  'Password policy': '암호 정책',
  'People who sign in with a password need one that cannot be guessed.':
    '암호로 로그인하는 사람은 추측할 수 없는 암호를 써야 합니다.',
  'AWS default: {n} characters': 'AWS 기본값({n}자)',
  '{n} characters or more': '{n}자 이상',
  '{n} characters or more; an expired password locks the user out':
    '{n}자 이상. 암호가 만료되면 사용자가 로그인할 수 없음',
  'Minimum password length? The CIS benchmark asks for {n} or more.':
    '암호 최소 길이를 몇 자로 할까요? CIS 벤치마크는 {n}자 이상을 요구합니다.',
  'Tighten the password policy': '암호 정책 강화',
  'Set a password policy': '암호 정책 설정',
  'Let passwords expire after {days} days. NIST advises against it, and CIS no longer asks for it: only if you are obliged to.':
    '암호를 {days}일마다 변경하게 하기. NIST는 권하지 않고 CIS도 더는 요구하지 않습니다. 의무가 있을 때만 켜십시오.',
  passwords: '암호',
  'never expire': '만료되지 않음',
  'expire after {days} days': '{days}일 후 만료',
  'older passwords': '그보다 오래된 암호',
  valid: '유효',
  'replaced at the next sign-in': '다음에 로그인할 때 변경',
  'IAM console > Account settings > Password policy > Edit':
    'IAM 콘솔 > 계정 설정 > 암호 정책 > 편집',
  'IAM console > Account settings > Password policy > Edit > IAM default':
    'IAM 콘솔 > 계정 설정 > 암호 정책 > 편집 > IAM 기본값(IAM default)',
  'Let people with an expired password choose a new one':
    '암호가 만료된 사용자가 직접 새 암호를 정하게 하기',
  'expired password': '만료된 암호',
  'only an administrator can reset it': '관리자만 재설정 가능',
  'the user can reset it': '사용자가 직접 재설정 가능',
  'minimum length': '최소 길이',
  'kinds of characters': '문자 종류',
  '{n} of {all}': '{all}가지 중 {n}가지',
  'all {all}': '{all}가지 모두',
  reuse: '이전 암호',
  allowed: '다시 쓸 수 있음',
  'last {n} refused': '최근 {n}개는 다시 쓸 수 없음',

  'Sign-in URL': '로그인 URL',
  'An alias is easier to remember than the 12-digit account ID. It is part of your sign-in URL, and public.':
    '별칭은 열두 자리 계정 ID보다 기억하기 쉽습니다. 로그인 URL의 일부가 되며, 누구나 볼 수 있습니다.',
  'none: sign in with the account ID': '없음(계정 ID로 로그인)',
  '<alias>': '<별칭>',
  'Account alias? Sign-in URL: {url}': '계정 별칭을 무엇으로 할까요? 로그인 URL: {url}',
  'Create the account alias {name}': '계정 별칭 만들기: {name}',
  'IAM console > Dashboard > Account Alias > Delete': 'IAM 콘솔 > 대시보드 > 계정 별칭 > 삭제',
  'Type an alias, or skip this step: you can sign in without one.':
    '별칭을 입력하거나 이 단계를 건너뛰십시오. 별칭이 없어도 로그인할 수 있습니다.',
  'Use 3 to 63 characters.': '3~63자로 입력하십시오.',
  'Twelve digits look like an account ID. Use a letter, too.':
    '숫자 열두 자리는 계정 ID로 보입니다. 영문자를 섞어 쓰십시오.',
  'Use lowercase letters, digits, and single hyphens between them.':
    '영문 소문자와 숫자, 그 사이의 하이픈(-) 하나씩만 쓸 수 있습니다.',
};
