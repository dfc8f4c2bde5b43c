import { speak } from '../text/text.ts';

/** Sets the language of every sentence from now on. English sentences are in the program, so English loads nothing. */
export async function speakIn(language: 'en' | 'ko'): Promise<void> {
  if (language === 'en') return;
  const { ko, particle } = await import('./ko.ts');
  speak({ sentences: ko, ending: particle });
}
