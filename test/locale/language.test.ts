import { afterEach, describe, expect, it } from 'vitest';
import { say, speak, t } from '../../src/engine/text.ts';
import { languageOf } from '../../src/language.ts';

describe('the language', () => {
  it.each([
    ['ko', ['--lang', 'ko'], {}],
    ['ko', ['status', '--lang=ko'], { LANG: 'en_US.UTF-8' }],
    ['en', ['--lang', 'en'], { LC_ALL: 'ko_KR.UTF-8' }],
    ['en', ['--lang', 'ko', '--lang', 'en'], {}],
    ['ko', [], { LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }],
    ['ko', [], { LC_MESSAGES: 'ko', LANG: 'C' }],
    ['ko', [], { LC_ALL: '', LANG: 'ko_KR.utf8' }],
    ['en', [], { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }],
    ['en', [], { LC_ALL: 'C.UTF-8' }],
    ['en', [], { LANG: 'POSIX' }],
    ['en', [], { LANG: 'kok_IN.UTF-8' }],
    ['en', [], { LANG: 'ko_KR.eucKR' }],
    ['en', [], {}],
    ['ko', ['--lang', 'xx'], { LANG: 'ko_KR.UTF-8' }],
    ['en', ['--lang'], {}],
  ] as const)('is %s for %j and %j', (language, argv, env) => {
    expect(languageOf([...argv], env)).toBe(language);
  });
});

describe('a sentence', () => {
  afterEach(() => speak({}));

  it('is said in the language that is set, with what its braces name where that language wants it', () => {
    speak({ '{n} steps of {all}': '{all}단계 중 {n}단계' });
    expect(say(t('{n} steps of {all}', { n: 2, all: 13 }))).toBe('13단계 중 2단계');
  });

  it('is said with the sentences inside it in the same language', () => {
    speak({ 'Look: {what}': '확인: {what}', trail: '추적' });
    expect(say(t('Look: {what}', { what: t('trail') }))).toBe('확인: 추적');
  });

  it('stays English where the language has none', () => {
    speak({ other: '다른' });
    expect(say(t('Look at {it}', { it: 'this' }))).toBe('Look at this');
  });

  it('is stripped of what moves the cursor in every language', () => {
    speak({ 'Hello {name}': '{name} 안녕' });
    expect(say(t('Hello {name}', { name: 'a\u001b[2Jb' }))).toBe('a[2Jb 안녕');
  });
});
