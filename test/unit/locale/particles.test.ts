import { describe, expect, it } from 'vitest';
import { particle } from '../../../src/locale/particles.ts';

/** Each word with its particle. */
const joined = (words: string[], first: string, second: string): string[] =>
  words.map((word) => `${word}${particle(word, first, second)}`);

describe('a Korean particle follows the sound before it', () => {
  it('according to the final consonant of Hangul', () => {
    expect(joined(['사용자', '그룹', '추적'], '을', '를')).toEqual([
      '사용자를',
      '그룹을',
      '추적을',
    ]);
    expect(joined(['키', '계정', '암호'], '은', '는')).toEqual(['키는', '계정은', '암호는']);
  });

  it('with ㄹ as a vowel before 으로 only', () => {
    const words = ['서울', '부산', '제주'];
    expect(joined(words, '으로', '로')).toEqual(['서울로', '부산으로', '제주로']);
    expect(joined(words, '으로서', '로서')).toEqual(['서울로서', '부산으로서', '제주로서']);
    expect(joined(words, '이', '가')).toEqual(['서울이', '부산이', '제주가']);
  });

  it('according to how digits are read', () => {
    const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(joined(digits, '이', '가').join(' ')).toBe('0이 1이 2가 3이 4가 5가 6이 7이 8이 9가');
    expect(joined(digits, '으로', '로').join(' ')).toBe(
      '0으로 1로 2로 3으로 4로 5로 6으로 7로 8로 9로',
    );
    expect(joined(['us-east-1', 'S3', '50 %'], '과', '와')).toEqual([
      'us-east-1과',
      'S3과',
      '50 %와',
    ]);
  });

  it('according to the name of the last letter of capitals', () => {
    expect(joined(['MFA', 'AWS', 'IAM', 'ARN', 'URL', 'USD'], '을', '를').join(' ')).toBe(
      'MFA를 AWS를 IAM을 ARN을 URL을 USD를',
    );
    expect(joined(['IAM', 'URL', 'USER'], '으로', '로').join(' ')).toBe('IAM으로 URL로 USER로');
  });

  it('according to how Korean borrows other words', () => {
    const final = ['jun', 'admin', 'CloudTrail', 'console', 'role', 'bucket', 'name', 'a@b.com'];
    const open = ['user', 'policy', 'root', 'test', 'Rootlock-se', 'Mia', 'share'];
    for (const word of final) expect(`${word}${particle(word, '을', '를')}`).toBe(`${word}을`);
    for (const word of open) expect(`${word}${particle(word, '을', '를')}`).toBe(`${word}를`);
    expect(joined(['CloudTrail', 'console', 'admin'], '으로', '로').join(' ')).toBe(
      'CloudTrail로 console로 admin으로',
    );
  });

  it('across closing quotes, brackets and other marks', () => {
    expect(joined(['"계정"', '사용자(jun)', '암호…', "'7'"], '을', '를')).toEqual([
      '"계정"을',
      '사용자(jun)을',
      '암호…를',
      "'7'을",
    ]);
  });

  it('with the form after a vowel if nothing before it is read', () => {
    expect(joined(['', '—', 'é'], '을', '를')).toEqual(['를', '—를', 'é를']);
  });

  it('with an empty form, if the particle has one', () => {
    expect(joined(['그룹', '사용자', '0'], '이면', '면')).toEqual([
      '그룹이면',
      '사용자면',
      '0이면',
    ]);
    expect(joined(['그룹', '사용자'], '이', '')).toEqual(['그룹이', '사용자']);
  });
});
