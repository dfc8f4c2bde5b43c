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

/** What Ink read, taken apart: what is typed fast, or ahead, arrives as one piece with its Enter inside. */
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

/** A paste as one line: its first that is not empty. The line end that comes along is no Enter. */
export const pasted = (text: string): string =>
  plain(
    text
      .split(/[\r\n]+/)
      .find((part) => part.trim() !== '')
      ?.trim() ?? '',
  );

export const isKey = (press: Press, ...keys: Named[]): boolean =>
  'key' in press && keys.includes(press.key);

/** What stands on the keys a to z of a Korean keyboard: it may be set to Hangul where a letter is meant. */
const HANGUL = 'ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ';

/** The letter that was pressed, small, where letters are keys. */
export function letterOf(press: Press): string | undefined {
  if (!('text' in press)) return undefined;
  const at = HANGUL.indexOf(press.text);
  return at < 0 ? press.text.toLowerCase() : String.fromCharCode('a'.charCodeAt(0) + at);
}
