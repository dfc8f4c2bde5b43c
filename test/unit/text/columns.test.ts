import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, widthOf } from '../../../src/text/columns.ts';

const LAST_OF_PLANE = 0xffff;
/** Beyond it lie scripts whose letters are alike: a sample of them is enough. */
const LAST_OF_SIGNS = 0x2fff;

describe('the width of a text', () => {
  it('is what the library measures, for the letters of the first plane', () => {
    for (let code = 0; code <= LAST_OF_PLANE; code += code < LAST_OF_SIGNS ? 1 : 61) {
      const letter = String.fromCharCode(code);
      if (widthOf(letter) !== stringWidth(letter)) expect.unreachable(code.toString(16));
    }
  });

  it('is what the library measures if a mark follows a letter that needs no library', () => {
    for (const text of ['e\u0301', '✓\ufe0f', '가\u11a8', '•\u20e3'])
      expect(widthOf(text)).toBe(stringWidth(text));
  });
});

describe('a text that is cut', () => {
  it.each([
    ['Root and administrator', 'Root and…'],
    ['한국어 문장입니다', '한국어 …'],
    [
      'e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301',
      `${'e\u0301'.repeat(8)}…`,
    ],
  ])('keeps whole letters: %s', (text, kept) => {
    expect(cut(text, 9)).toBe(kept);
  });
});
