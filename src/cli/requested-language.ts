import { atEndOfOptions } from '../text/command-words.ts';

/** The languages that Rootlock speaks. */
export const LANGUAGES = ['en', 'ko'] as const;
type Language = (typeof LANGUAGES)[number];

/** The language that `--lang` asks for, else the first of these variables that is set, as everywhere on a Unix. */
export function requestedLanguage(argv: string[], env: NodeJS.ProcessEnv): Language {
  const asked = LANGUAGES.find((language) => language === langOption(atEndOfOptions(argv)[0]));
  return asked ?? languageOfLocale(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
}

/** Read by hand: a complaint about the rest of the command line must be in this language too. */
function langOption(argv: string[]): string | undefined {
  const at = argv.findLastIndex((argument) => /^--lang(=|$)/.test(argument));
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}

/** In another encoding than UTF-8, Korean would be unreadable and English would not. */
const languageOfLocale = (locale: string): Language =>
  /^ko([_-][a-z]+)?(\.utf-?8)?(@.*)?$/i.test(locale) ? 'ko' : 'en';
