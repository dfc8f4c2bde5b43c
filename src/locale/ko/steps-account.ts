import type { Translations } from '../translations.ts';

/** The password policy, the sign-in URL, and what steps of several regions say. */
export const stepsAccount: Translations = {
  'Left out, closed to this account: {regions}': '이 계정에서 쓸 수 없어 제외한 리전: {regions}',
  'Password policy': '암호 정책',
  'People who sign in with a password need one that cannot be guessed.':
    '암호로 로그인하는 사람은 추측할 수 없는 암호를 써야 합니다.',
  'AWS default: {n} characters': 'AWS 기본값: {n}자',
  '{n} characters or more': '{n}자 이상',
  '{n} characters or more; an expired password locks its owner out':
    '{n}자 이상. 암호가 만료되면 본인이 로그인할 수 없음',
  'Minimum password length? The usual security rules (CIS) ask for {n} or more.':
    '암호를 최소 몇 자로 할까요? 널리 쓰이는 보안 기준(CIS)은 {n}자 이상입니다.',
  'Tighten the password policy': '암호 정책 강화',
  'Set a password policy': '암호 정책 설정',
  'IAM console, Account settings, Password policy, Edit': 'IAM 콘솔 > 계정 설정 > 암호 정책 > 편집',
  'IAM console, Account settings, Password policy, Edit, IAM default':
    'IAM 콘솔 > 계정 설정 > 암호 정책 > 편집 > IAM 기본값(IAM default)',
  'Let people with an expired password choose a new one':
    '암호가 만료된 사람이 직접 새 암호를 정하게 하기',
  'expired password': '만료된 암호',
  'only an administrator can reset it': '관리자만 재설정 가능',
  'its owner can reset it': '본인이 재설정 가능',
  'minimum length': '최소 길이',
  symbols: '기호',
  numbers: '숫자',
  uppercase: '대문자',
  lowercase: '소문자',
  'not required': '없어도 됨',
  required: '필수',
  reuse: '이전 암호',
  allowed: '다시 쓸 수 있음',
  'last {n} refused': '최근 {n}개는 다시 쓸 수 없음',

  'Sign-in URL': '로그인 URL',
  'A name is easier to remember than twelve digits. It is public, and part of the address you sign in at.':
    '열두 자리 숫자보다 이름이 기억하기 쉽습니다. 이 이름은 공개되며, 로그인 주소의 일부가 됩니다.',
  'none, so you type the account number': '없음: 로그인할 때 계정 ID를 입력해야 함',
  'Account alias? It becomes part of the sign-in URL.':
    '로그인 주소에 쓸 계정 별칭을 무엇으로 할까요?',
  'Name the account {name}': '계정 별칭 만들기: {name}',
  'IAM console, Dashboard, Account Alias, Delete': 'IAM 콘솔 > 대시보드 > 계정 별칭 > 삭제',
  '3 to 63 characters, please.': '3~63자로 입력하십시오.',
  'Twelve digits would be taken for an account number.':
    '숫자 열두 자리는 계정 ID로 보이므로 쓸 수 없습니다.',
  'Small letters, digits and single hyphens between them, please.':
    '영문 소문자와 숫자, 그 사이의 하이픈(-) 하나씩만 쓸 수 있습니다.',
};
