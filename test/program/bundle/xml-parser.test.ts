import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/program/bundle.ts';

const FILE = `${ROOT}node_modules/@aws-sdk/xml-builder/dist-es/xml-parser.js`;

/** What the parser makes of a text, or why it takes none. */
async function parserOf(code: string): Promise<(xml: string) => unknown> {
  const { parseXML } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return (xml) => {
    try {
      return parseXML(xml);
    } catch (error) {
      return String(error);
    }
  };
}

const PARTS = [
  ...[
    '<a>',
    '</a>',
    '<b c="d" e=\'&lt;&#x41;\'>',
    '</b>',
    '<empty/>',
    '<a',
    '</',
    '>',
    '<',
    '&amp;',
  ],
  ...[
    'text',
    ' ',
    '\n',
    '\r\n',
    '한글',
    '\u{1f511}',
    '<![CDATA[<x>]]>',
    '<!-- -->',
    '<?xml?>',
    '"',
  ],
  ...['<!DOCTYPE a [ ]>', '<__proto__>', '</__proto__>', 'x'.repeat(40), '=', '&unknown;'],
];

it('XML is read in pieces as the SDK reads it letter by letter, whole or broken', async () => {
  const { readInSlices } = await import(`${ROOT}scripts/trim-sdk.mjs`);
  const code = readFileSync(FILE, 'utf8');
  const [theirs, ours] = await Promise.all([parserOf(code), parserOf(readInSlices(code))]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }), (parts) => {
      for (const xml of [parts.join(''), `<a>${parts.join('')}</a>`])
        expect(ours(xml)).toEqual(theirs(xml));
    }),
    { numRuns: 2000 },
  );
});
