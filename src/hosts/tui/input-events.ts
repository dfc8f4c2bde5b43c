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
export type InputEvent = { key: Named } | { text: string } | { paste: string };

/** Splits what Ink read: keys that are typed fast, or ahead, arrive as one piece with Enter inside. */
export function inputEvents(input: string, key: Key): InputEvent[] {
  if (key.eventType === 'release') return [];
  if (key.ctrl) return input === 'c' ? [{ key: 'interrupt' }] : [];
  const named = nameOf(key);
  if (named) return [{ key: named }];
  if (key.meta) return [];
  return input.split(/(\r\n?|\n|\t)/).flatMap((part): InputEvent[] => {
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

export const isKey = (input: InputEvent, ...keys: Named[]): boolean =>
  'key' in input && keys.includes(input.key);

/** The Hangul letters of the keys a to z: a Korean keyboard may be set to Hangul when the owner presses a letter key. */
const HANGUL = 'ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ';

/** The pressed letter in lower case, if letters are keys. */
export function letterOf(input: InputEvent): string | undefined {
  if (!('text' in input)) return undefined;
  const at = HANGUL.indexOf(input.text);
  return at < 0 ? input.text.toLowerCase() : String.fromCharCode('a'.charCodeAt(0) + at);
}
