import fc from 'fast-check';
import markdownit from 'markdown-it';
import { expect, it } from 'vitest';
import { markdownText } from '../../../../src/reports/controls-report/markdown-text.ts';
import { plain } from '../../../../src/text/text.ts';

// As GitHub reads it: with links of bare addresses, and HTML.
const markdown = markdownit({ html: true, linkify: true });
const IN_AN_ITEM = [
  'bullet_list_open',
  'list_item_open',
  'paragraph_open',
  'inline',
  'paragraph_close',
  'list_item_close',
  'bullet_list_close',
];

/** The text of an item of a list. It throws if anything else became of it. */
function readBack(code: string): string {
  const tokens = markdown.parse(`- ${code}`, {});
  expect(tokens.map(({ type }) => type)).toEqual(IN_AN_ITEM);
  const parts = tokens.find(({ type }) => type === 'inline')?.children ?? [];
  expect(parts.filter(({ type }) => type !== 'text')).toEqual([]);
  return parts.map(({ content }) => content).join('');
}

it.each([
  'arn:aws:iam::123456789012:user/kim',
  'IAM > Users (2 of 7): off! {a} a_b 50% + $5 - "x" 1.5',
  '연습: 실제가 아닙니다.',
  'R&D, a & b',
])('takes no backslash where none is needed: %s', (words) => {
  expect(markdownText(words)).toBe(words);
});

const PIECES = [
  ...'\\`*_[]()<>{}#+-=|~&@:/!. a1가"\'',
  '&lt;',
  '1. ',
  '<b>',
  '<!--',
  '![x](',
  '](x)',
  'https://evil.com',
  'mailto:a@evil.com',
  'www.evil.com',
  '***',
  '```',
];

it('is read back as the text that it was, whatever it was', () => {
  const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(words, (one) => {
      const text = plain(one).trim();
      if (text !== '') expect(readBack(markdownText(one))).toBe(text);
    }),
    { numRuns: 500 },
  );
});
