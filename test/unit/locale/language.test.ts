import { afterEach, describe, expect, it } from 'vitest';
import { requestedLanguage } from '../../../src/cli/requested-language.ts';
import { say, speak, t } from '../../../src/text/text.ts';

describe('the requested language', () => {
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
    expect(requestedLanguage([...argv], env)).toBe(language);
  });
});

const ending = (_: string, first: string) => first;
const of = (sentences: Record<string, string>) => ({ translation: (en: string) => sentences[en] });

describe('a sentence', () => {
  afterEach(() => speak(undefined));

  it('is in the language that is set, with its parameters in that language’s order', () => {
    speak({ ...of({ '{n} steps of {all}': '{all}단계 중 {n}단계' }), ending });
    expect(say(t('{n} steps of {all}', { n: 2, all: 13 }))).toBe('13단계 중 2단계');
  });

  it('has the sentences inside it in the same language', () => {
    speak({ ...of({ 'Look: {what}': '확인: {what}', trail: '추적' }), ending });
    expect(say(t('Look: {what}', { what: t('trail') }))).toBe('확인: 추적');
  });

  it('has that language’s endings after its parameters', () => {
    const sentences = { 'Call {name} {other}': '{other}[이/가] {name}[을/를]', user: '사용자' };
    speak({ ...of(sentences), ending: (before, ...forms) => `(${before}:${forms.join()})` });
    expect(say(t('Call {name} {other}', { name: t('user'), other: 7 }))).toBe(
      '7(7:이,가) 사용자(사용자:을,를)',
    );
  });

  it('keeps a parameter that looks like an ending', () => {
    speak({ ...of({ 'Call {name}': '{name}[을/를]' }), ending });
    expect(say(t('Call {name}', { name: 'a[x/y]' }))).toBe('a[x/y]을');
  });

  it('stays English if it has no translation', () => {
    speak({ ...of({ other: '다른' }), ending });
    expect(say(t('Look at {it}', { it: 'this' }))).toBe('Look at this');
  });

  it('loses control characters in every language', () => {
    speak({ ...of({ 'Hello {name}': '{name} 안녕' }), ending });
    expect(say(t('Hello {name}', { name: 'a\u001b[2Jb' }))).toBe('a[2Jb 안녕');
  });
});
