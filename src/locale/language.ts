import { speak } from '../text/text.ts';

export const LANGUAGES = ['en', 'ko'] as const;
type Language = (typeof LANGUAGES)[number];

/** What `--lang` says, else the first of these variables that is set, as everywhere on a Unix. */
export function languageOf(argv: string[], env: NodeJS.ProcessEnv): Language {
  const asked = LANGUAGES.find((language) => language === langOf(argv));
  return asked ?? languageOfLocale(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
}

/** Read by hand: also what is wrong with the command line must be said in this language. */
function langOf(argv: string[]): string | undefined {
  const at = argv.findLastIndex((argument) => /^--lang(=|$)/.test(argument));
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}

/** In another encoding than UTF-8, Korean would be unreadable: English is not. */
const languageOfLocale = (locale: string): Language =>
  /^ko([_-][a-z]+)?(\.utf-?8)?(@.*)?$/i.test(locale) ? 'ko' : 'en';

/** Has all that is said from now on said in this language. English is in the program: nothing is loaded for it. */
export async function speakIn(language: Language): Promise<void> {
  if (language === 'en') return;
  const { ko, particle } = await import('./ko.ts');
  speak({ sentences: ko, ending: particle });
}
