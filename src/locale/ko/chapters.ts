import type { Translations } from '../translations.ts';

/** The table of contents. */
export const chapters: Translations = {
  'Root and administrator': '루트와 관리자',
  'Records and alerts': '기록과 알림',
  Money: '비용',
  'Last: root access keys': '마지막: 루트 액세스 키',
};
