import { speak } from '../text/text.ts';

/** Sets the language of every sentence from now on. English sentences are in the program, so English loads nothing. */
export async function speakIn(language: 'en' | 'ko'): Promise<void> {
  if (language === 'en') return;
  const { inKorean, particle } = await import('./ko.ts');
  speak({ translation: inKorean, ending: particle });
}
