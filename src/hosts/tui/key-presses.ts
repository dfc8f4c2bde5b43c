import type { Key } from 'ink';
import { lettersOf } from '../../text/columns.ts';
import { plain } from '../../text/text.ts';

type Named =
  | 'enter'
  | 'escape'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'home'
  | 'end'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'interrupt';

/** One key, one letter, or one paste. */
export type Press = { key: Named } | { text: string } | { paste: string };

/** Splits what Ink read: keys that are typed fast, or ahead, arrive as one piece with Enter inside. */
export function presses(input: string, key: Key): Press[] {
  if (key.eventType === 'release') return [];
  if (key.ctrl) return input === 'c' ? [{ key: 'interrupt' }] : [];
  const named = nameOf(key);
  if (named) return [{ key: named }];
  if (key.meta) return [];
  return input.split(/(\r\n?|\n|\t)/).flatMap((part): Press[] => {
    if (part === '\t') return [{ key: 'tab' }];
    if (/[\r\n]/.test(part)) return [{ key: 'enter' }];
    return lettersOf(plain(part)).map((text) => ({ text }));
  });
}

function nameOf(key: Key): Named | undefined {
  if (key.return) return 'enter';
  if (key.escape) return 'escape';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.pageUp) return 'pageUp';
  if (key.pageDown) return 'pageDown';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.tab) return 'tab';
  if (key.backspace) return 'backspace';
  return key.delete ? 'delete' : undefined;
}

/** The first line of a paste that is not empty. A line end in a paste is not Enter. */
export const pasted = (text: string): string =>
  plain(
    text
      .split(/[\r\n]+/)
      .find((part) => part.trim() !== '')
      ?.trim() ?? '',
  );

export const isKey = (press: Press, ...keys: Named[]): boolean =>
  'key' in press && keys.includes(press.key);

/** The Hangul letters of the keys a to z: a Korean keyboard may be set to Hangul when the owner presses a letter key. */
const HANGUL = 'ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ';

/** The pressed letter in lower case, if letters are keys. */
export function letterOf(press: Press): string | undefined {
  if (!('text' in press)) return undefined;
  const at = HANGUL.indexOf(press.text);
  return at < 0 ? press.text.toLowerCase() : String.fromCharCode('a'.charCodeAt(0) + at);
}
