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
  | 'backTab'
  | 'backspace'
  | 'delete'
  | 'eraseLine'
  | 'eraseWord'
  | 'eraseRest'
  | 'skip'
  | 'commands'
  | 'help'
  | 'quit'
  | 'interrupt';

/** Letters with Ctrl. The first are those of a shell's line, the last are commands, which work while letters are text. */
const CONTROLS: Record<string, Named> = {
  a: 'home',
  b: 'left',
  d: 'delete',
  e: 'end',
  f: 'right',
  h: 'backspace',
  i: 'tab',
  j: 'enter',
  k: 'eraseRest',
  m: 'enter',
  u: 'eraseLine',
  w: 'eraseWord',
  c: 'interrupt',
  g: 'help',
  l: 'commands',
  q: 'quit',
  s: 'skip',
};

/** One key, one letter, or one paste. */
export type InputEvent = { key: Named } | { text: string } | { paste: string };

/** Splits what Ink read: keys that are typed fast, or ahead, arrive as one piece with Enter inside. */
export function inputEvents(input: string, key: Key): InputEvent[] {
  if (key.eventType === 'release') return [];
  const named = nameOf(key);
  if (named) return [{ key: named }];
  if (key.ctrl) return controlled(input);
  if (key.meta) return [];
  return input.split(CONTROL).flatMap((part): InputEvent[] => {
    if (part === '\r\n') return [{ key: 'enter' }];
    const code = part.length === 1 ? part.charCodeAt(0) : 0;
    if (code > 0 && code <= 26) return controlled(String.fromCharCode(code + 96));
    return lettersOf(plain(part)).map((text) => ({ text }));
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the keys with Ctrl
const CONTROL = /(\r\n|[\u0001-\u001a])/;

function controlled(letter: string): InputEvent[] {
  const named = CONTROLS[letter];
  return named ? [{ key: named }] : [];
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
  if (key.tab) return key.shift ? 'backTab' : 'tab';
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

/** The letter that this key is as a command: Ctrl with a letter is the same wherever letters are text. */
export function commandOf(input: InputEvent): string | undefined {
  if (isKey(input, 'escape', 'backTab')) return 'b';
  if (isKey(input, 'skip')) return 's';
  if (isKey(input, 'commands')) return 'c';
  if (isKey(input, 'help')) return '?';
  return isKey(input, 'quit') ? 'q' : letterOf(input);
}
