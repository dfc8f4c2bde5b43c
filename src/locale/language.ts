import { speak } from '../text/text.ts';

/** Sets the language of everything that is said from now on. English is in the program, so nothing is loaded for it. */
export async function speakIn(language: 'en' | 'ko'): Promise<void> {
  if (language === 'en') return;
  const { ko, particle } = await import('./ko.ts');
  speak({ sentences: ko, ending: particle });
}
