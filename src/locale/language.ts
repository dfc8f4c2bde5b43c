import { type Language, speak } from '../text/text.ts';

/** Sets the language of every sentence from now on. English sentences are in the program, so English loads nothing. */
export async function speakIn(language: 'en' | 'ko'): Promise<void> {
  if (language !== 'en') speak(await languageOf(language));
}

/** What it takes to say something in this language. English takes nothing. */
export async function languageOf(language: 'en' | 'ko'): Promise<Language | undefined> {
  if (language === 'en') return undefined;
  const { inKorean, particle } = await import('./ko.ts');
  return { translation: inKorean, ending: particle };
}
