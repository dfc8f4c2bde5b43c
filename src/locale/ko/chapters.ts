import type { Translations } from '../translations.ts';

/** The table of contents. */
export const chapters: Translations = {
  'Root and administrator': '루트와 관리자',
  "a sign-in that isn't root": '루트 대신 쓸 로그인',
  'Records and alerts': '기록과 알림',
  'who did what': '누가 무엇을 했는지',
  Money: '비용',
  'a warning before the bill': '청구 전에 오는 알림',
  '{plan}, {credits} left': '{plan}, 크레딧 {credits} 남음',
  'paid plan': '유료 플랜',
  'FREE plan': '무료 플랜',
  'FREE plan until {day}': '무료 플랜({day}까지)',
  '{plan}. AWS gives {credits} for a first budget':
    '{plan}. 첫 예산을 만들면 AWS가 {credits} 크레딧을 줌',
  'Safe defaults': '안전한 기본값',
  'closed unless you open it': '직접 열지 않으면 닫혀 있게',
  People: '사람',
  'MFA and groups, for everybody': '모두에게 MFA와 그룹',
  'Last: root access keys': '마지막: 루트 액세스 키',
  'once another way in works': '다른 로그인 방법이 생긴 뒤',
};
