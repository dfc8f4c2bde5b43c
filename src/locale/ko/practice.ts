import type { Translations } from '../translations.ts';

/** The practice account. */
export const practice: Translations = {
  'The practice account in {file} is damaged, or from another version of Rootlock.':
    '연습용 계정 파일이 손상되었거나 다른 버전의 Rootlock에서 만든 것입니다: {file}',
  'Start over with "{program} --practice=fresh". Nothing in it is real.':
    '"{program} --practice=fresh"로 새로 시작하십시오. 그 안에 실제인 것은 없습니다.',
};
