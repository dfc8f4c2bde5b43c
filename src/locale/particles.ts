/** How the sound before a particle ends: a vowel, ㄹ, or another final consonant. */
type Ending = 'vowel' | 'rieul' | 'final';

/** The last character that is read aloud: no closing quote or bracket. A per cent sign is 퍼센트. */
const LAST_SOUNDED = /[가-힣0-9A-Za-z%](?=[^가-힣0-9A-Za-z%]*$)/;

/** 영, 삼, 육 end in another final consonant, 일, 칠, 팔 in ㄹ, the other digits in a vowel. */
const FINAL_DIGITS = '036';
const RIEUL_DIGITS = '178';

/**
 * Chooses a Korean particle by the last sound before it: `particle('jun', '을', '를')` is 을. For a particle that begins
 * with 으로, ㄹ counts as a vowel: 서울로.
 */
export function particle(before: string, afterFinal: string, afterVowel: string): string {
  const ending = endingOf(before);
  const isVowel = ending === 'vowel' || (ending === 'rieul' && afterFinal.startsWith('으로'));
  return isVowel ? afterVowel : afterFinal;
}

function endingOf(text: string): Ending {
  const found = LAST_SOUNDED.exec(text);
  if (!found) return 'vowel';
  const [last] = found;
  if (RIEUL_DIGITS.includes(last)) return 'rieul';
  if (FINAL_DIGITS.includes(last)) return 'final';
  if (/[가-힣]/.test(last)) return endingOfHangul(last);
  return endingOfLatin(/[A-Za-z]*$/.exec(text.slice(0, found.index + 1))?.[0] ?? '');
}

/** In Unicode, the final consonant varies fastest from syllable to syllable: 28 of them, no consonant at 0, ㄹ at 8. */
function endingOfHangul(syllable: string): Ending {
  const final = (syllable.charCodeAt(0) - 0xac00) % 28;
  if (final === 0) return 'vowel';
  return final === 8 ? 'rieul' : 'final';
}

/**
 * Capitals are read letter by letter: 엘, 엠, 엔, 알. Other words are read as Korean usually borrows them: 트레일, 콘솔,
 * 어드민, 네임, 버킷, 웹. The rule is sometimes wrong (그룹), as every rule of spelling is.
 */
function endingOfLatin(word: string): Ending {
  if (/^[A-Z]*[LR]$/.test(word)) return 'rieul';
  if (/^[A-Z]+$/.test(word)) return /[MN]$/.test(word) ? 'final' : 'vowel';
  const small = word.toLowerCase();
  if (/.le?$/.test(small)) return 'rieul';
  const isNasal = /([mn]|ng|[aeiou][mn]e)$/.test(small);
  const isShort = /(?<![aeiou])[aeiou](ck|pp|[bckpt])$/.test(small);
  return isNasal || isShort ? 'final' : 'vowel';
}
