import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { footerLines } from '../../../../src/hosts/tui/footer.ts';
import { fitLine, lineWidth, span } from '../../../../src/hosts/tui/lines.ts';
import { table } from '../../../../src/hosts/tui/table.ts';
import { cut, fit, hardWrap, widthOf, wrap } from '../../../../src/text/columns.ts';
import { t } from '../../../../src/text/text.ts';

/** Words of letters that are one or two columns wide. */
const word = fc
  .array(fc.constantFrom('a', 'Z', '9', '-', 'é', '관', '리', '자', '日'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((letters) => letters.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const room = fc.integer({ min: 2, max: 90 });

describe('lines as wide as the terminal', () => {
  it('no broken line is too wide, and no letter is lost', () => {
    fc.assert(
      fc.property(words, room, (text, columns) => {
        const lines = wrap(text, columns);
        expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('a word that is longer than a line begins behind the mark before it', () => {
    expect(wrap('• rootlock-trail-111122223333 bucket', 20)).toEqual([
      '• rootlock-trail-111',
      '122223333 bucket',
    ]);
    expect(wrap('twelve of it rootlock-trail-1111', 12)).toEqual([
      'twelve of it',
      'rootlock-tra',
      'il-1111',
    ]);
  });

  it('what is copied fills every line but the last', () => {
    fc.assert(
      fc.property(word, room, (text, columns) => {
        const lines = hardWrap(text, columns);
        expect(lines.join('')).toBe(text);
        for (const line of lines.slice(0, -1)) {
          expect(columns - stringWidth(line)).toBeLessThan(2);
        }
      }),
    );
  });

  it('a text is cut to its room, and one that fits is left alone', () => {
    fc.assert(
      fc.property(words, room, (text, columns) => {
        expect(stringWidth(cut(text, columns))).toBeLessThanOrEqual(columns);
        expect(stringWidth(fit(text, columns))).toBe(columns);
        if (stringWidth(text) <= columns) expect(cut(text, columns)).toBe(text);
        else expect(cut(text, columns)).toMatch(/…$/);
      }),
    );
  });

  it('a line of several pieces takes exactly its room', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), room, (texts, columns) => {
        const line = fitLine(
          texts.map((text) => span(text)),
          columns,
        );
        expect(lineWidth(line)).toBe(columns);
      }),
    );
  });

  it('measures as the terminal does', () => {
    expect(widthOf('관리자')).toBe(6);
    expect(widthOf('jun')).toBe(3);
  });
});

describe('before and after', () => {
  const rows = (texts: string[]): Parameters<typeof table>[0] => [
    [texts[0], texts[1], texts[2]].map((text) => t('{text}', { text: text ?? '' })) as never,
  ];

  it('no table is wider than its room, and every letter is in it', () => {
    fc.assert(
      fc.property(
        fc.tuple(word, words, words),
        fc.integer({ min: 12, max: 90 }),
        (texts, columns) => {
          const lines = table(rows(texts), columns);
          expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(columns);
          const shown = lines.map((line) => line.map(({ text }) => text).join('')).join('');
          for (const letter of texts.join('').replaceAll(' ', '')) expect(shown).toContain(letter);
        },
      ),
    );
  });

  it('stands in columns where there is room, in sentences where there is none', () => {
    const shown = (columns: number) =>
      table(rows(['shortest', '8', '14']), columns).map((line) =>
        line
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      );
    expect(shown(50)).toEqual(['          now  then', 'shortest  8    14']);
    expect(shown(30)).toEqual(['shortest: 8 → 14']);
  });

  it('stands in sentences where a column would break the id of a key', () => {
    const [label, now, then] = ['access key AKIAIOSFODNN7EXAMPLE', 'works, never used', 'inactive'];
    const texts = [label, `${now} since it was made, as far as AWS shows`, then];
    const said = table(rows(texts), 46).map((line) => line.map(({ text }) => text).join(''));
    expect(said[0]).toMatch(/^access key AKIAIOSFODNN7EXAMPLE: works/);
    expect(table(rows([label, now, then]), 66)).toHaveLength(2);
  });
});

describe('the keys at the foot', () => {
  it('take as few lines as they need, and none is broken in two', () => {
    const hints: [string, ReturnType<typeof t>][] = [
      ['Enter', t('confirm')],
      ['s', t('skip')],
      ['q', t('quit')],
    ];
    const shown = (columns: number) =>
      footerLines(hints, columns).map((line) => line.map(({ text }) => text).join(''));
    expect(shown(80)).toEqual([' Enter confirm   s skip   q quit']);
    expect(shown(31)).toEqual([' Enter confirm  s skip  q quit']);
    expect(shown(26)).toEqual([' Enter confirm   s skip', ' q quit']);
  });
});
