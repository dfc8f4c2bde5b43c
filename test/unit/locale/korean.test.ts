import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ko } from '../../../src/locale/ko.ts';
import { textsOfProgram } from '../../support/locale/texts-in-source.ts';

const texts = new Map(textsOfProgram().map(({ en, place }) => [en, place]));
const translations = Object.entries(ko);

/** Words that are the same in both languages. */
const SAME = [
  // How all command lines are written.
  '[command] [options]',
  // Commands.
  '  node --version || nvm install 22',
  '  npx ./rootlock-*.tgz',
  // A currency.
  '{amount} USD',
  '{spent} USD',
  '{n} USD',
  // Names.
  'CloudTrail',
];

/** Names and marks alone are the same everywhere. */
const hasWords = (en: string): boolean => /[A-Za-z]/.test(en.replace(/\{\w+\}/g, ''));

/** What stands in braces, each as often as it does. */
const parameters = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name).sort();

describe('the Korean sentences', () => {
  it('are there for all that the program says', () => {
    const missing = [...texts].filter(([en]) => hasWords(en) && !Object.hasOwn(ko, en));
    expect(missing.map(([en, place]) => `${place}: ${en}`)).toEqual([]);
  });

  it('are each of a sentence that the program says', () => {
    expect(Object.keys(ko).filter((en) => !texts.has(en))).toEqual([]);
  });

  it('name what the English ones name', () => {
    const wrong = translations.filter(([en, korean]) => {
      const [wanted, named] = [parameters(en), parameters(korean)];
      return [...new Set(wanted)].join() !== [...new Set(named)].join();
    });
    expect(wrong).toEqual([]);
  });

  it('differ from the English ones', () => {
    const same = translations.filter(([en, korean]) => en === korean && hasWords(en));
    expect(same.map(([en]) => en).filter((en) => !SAME.includes(en))).toEqual([]);
  });

  it('leave no particle to the reader: 을(를)', () => {
    const both = /[을를은는이가과와로](\(|\/)[을를은는이가과와으로]+\)?/;
    expect(translations.filter(([, ko]) => both.test(ko.replace(/\[.*?\]/g, '')))).toEqual([]);
  });

  it('have a pair of particles right behind what is put in, and nowhere else', () => {
    const pairs = translations.flatMap(([, korean]) =>
      [...korean.matchAll(/(.{0,12})\[([^[\]]*)\/([^[\]]*)\]/g)].map(([found]) => found),
    );
    expect(pairs.filter((found) => !/\}["'”’」』)]*\[[가-힣]+\/[가-힣]*\]$/.test(found))).toEqual(
      [],
    );
  });

  it('name the words that are taken, where some are to be typed', () => {
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

  it('are translated once, in whichever file', async () => {
    const files = readdirSync('src/locale/ko').map((file) => `../../../src/locale/ko/${file}`);
    const areas = await Promise.all(files.map((file) => import(file)));
    const all = areas.flatMap((area) =>
      Object.values(area).flatMap((part) => Object.keys(part as object)),
    );
    expect(all.filter((en, at) => all.indexOf(en) !== at)).toEqual([]);
    expect(all.sort()).toEqual(Object.keys(ko).sort());
  });
});
