import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ko } from '../../../src/locale/ko.ts';
import { sentenceKey } from '../../../src/locale/sentence-key.ts';
import { textsOfProgram } from '../../support/locale/texts-in-source.ts';

const texts = new Map(textsOfProgram().map(({ en, place }) => [en, place]));
const translations = Object.entries(ko);

/** Sentences that are the same in both languages. */
const SAME = [
  // The notation of command lines.
  '[command] [options]',
  // Commands.
  '  node --version || nvm install 22',
  '  npx ./rootlock-*.tgz',
  // Names.
  'CloudTrail',
  'IAM Identity Center',
  'ID',
  'VPC',
  'MFA',
  'VPC {name}',
  'UDP {name}',
];

/** A sentence of parameters and punctuation alone is the same in every language. */
const hasWords = (en: string): boolean => /[A-Za-z]/.test(en.replace(/\{\w+\}/g, ''));

/** The names in braces, each as often as it occurs. */
const parameters = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name).sort();

describe('the Korean sentences', () => {
  it('exist for every sentence of the program', () => {
    const missing = [...texts].filter(([en]) => hasWords(en) && !Object.hasOwn(ko, en));
    expect(missing.map(([en, place]) => `${place}: ${en}`)).toEqual([]);
  });

  it('each translate a sentence of the program', () => {
    expect(Object.keys(ko).filter((en) => !texts.has(en))).toEqual([]);
  });

  it('have the parameters of the English ones', () => {
    const wrong = translations.filter(([en, korean]) => {
      const [wanted, named] = [parameters(en), parameters(korean)];
      return [...new Set(wanted)].join() !== [...new Set(named)].join();
    });
    expect(wrong).toEqual([]);
  });

  it('have short keys that no other sentence of the program has', () => {
    const keys = [...texts.keys()].map(sentenceKey);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('differ from the English ones', () => {
    const same = translations.filter(([en, korean]) => en === korean && hasWords(en));
    expect(same.map(([en]) => en).filter((en) => !SAME.includes(en))).toEqual([]);
  });

  it('call a thing by the one name that the glossary has', () => {
    const others = /트레일|비밀번호|다중 인증|수임|FREE 플랜|이전 키(?!의)|MFA 기기|붙여 넣/;
    expect(translations.filter(([, korean]) => others.test(korean))).toEqual([]);
  });

  it('speak on one level, 합니다체', () => {
    const polite = /(세|[아어해예에네지]|[가-힣]게)요(?![가-힣])|죠(?![가-힣])/;
    expect(translations.filter(([, korean]) => polite.test(korean))).toEqual([]);
  });

  it('end with a command where the English ones do, behind the colon that tells it from the words', () => {
    const atEnd = /: \{command\}$/;
    expect(translations.filter(([en, ko]) => atEnd.test(en) && !atEnd.test(ko))).toEqual([]);
  });

  it('leave no choice of particle to the reader, as 을(를) does', () => {
    const both = /[을를은는이가과와로](\(|\/)[을를은는이가과와으로]+\)?/;
    expect(translations.filter(([, ko]) => both.test(ko.replace(/\[.*?\]/g, '')))).toEqual([]);
  });

  it('have pairs of particles only right after a parameter', () => {
    const pairs = translations.flatMap(([, korean]) =>
      [...korean.matchAll(/(.{0,12})\[([^[\]]*)\/([^[\]]*)\]/g)].map(([found]) => found),
    );
    expect(pairs.filter((found) => !/\}["'”’」』)]*\[[가-힣]+\/[가-힣]*\]$/.test(found))).toEqual(
      [],
    );
  });

  it('name the words to type that the program accepts', () => {
    const { yes = '?', no = '?', kept = '?' } = ko;
    for (const en of [
      'Type yes or no. Enter means {answer}.',
      'Type the whole word yes to agree, or no.',
    ]) {
      expect(ko[en]).toContain(`"${yes}"`);
      expect(ko[en]).toContain(`"${no}"`);
    }
    expect(ko['Type kept once it is in your password manager, or :back for another.']).toContain(
      `"${kept}"`,
    );
  });

  it('are each in one file only', async () => {
    const files = readdirSync('src/locale/ko').map((file) => `../../../src/locale/ko/${file}`);
    const areas = await Promise.all(files.map((file) => import(file)));
    const all = areas.flatMap((area) =>
      Object.values(area).flatMap((part) => Object.keys(part as object)),
    );
    expect(all.filter((en, at) => all.indexOf(en) !== at)).toEqual([]);
    expect(all.sort()).toEqual(Object.keys(ko).sort());
  });
});
