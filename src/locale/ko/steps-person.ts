import type { Translations } from '../translations.ts';

/** A way in for somebody: user, group, MFA, password, and what to hand over. */
export const stepsPerson: Translations = {
  'Name of the new user? A first name is fine.':
    '새 사용자의 이름을 무엇으로 할까요? 영문 이름이면 됩니다.',
  '{listed} and {more} more': '{listed} 외 {more}명',
  'Whose way in? Users so far: {all}. A new name makes a new user.':
    '누가 들어올 길입니까? 지금 있는 사용자: {all}. 새 이름을 쓰면 새 사용자를 만듭니다.',
  'The way in of {name}': '{name} 사용자가 들어올 길',
  'A way in for {name}.': '{name} 사용자가 들어올 길을 만듭니다.',
  '{name} can sign in.': '{name} 사용자가 로그인할 수 있습니다.',
  '{name} is not ready yet: {done} of {counted} steps are done.':
    '{name} 사용자는 아직 준비되지 않았습니다. {counted}단계 중 {done}단계를 마쳤습니다.',
  'To hand over to {name}': '{name} 사용자에게 전할 것',

  User: '사용자',
  'A user of their own can be limited, and removed without harm to anybody else.':
    '각자 자기 사용자를 쓰면, 다른 사람에게 해를 주지 않고 그 사용자만 제한하거나 삭제할 수 있습니다.',
  '{name} exists': '{name} 있음',
  'none yet': '아직 없음',
};
