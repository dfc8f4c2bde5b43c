import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outputs, packagesIn, ROOT } from '../../support/program/bundle.ts';

/** Licences that only ask that their text comes along. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
];

const RULE = `\n\n${'-'.repeat(80)}\n\n`;
const blocks = readFileSync(`${ROOT}dist/third-party-licenses.txt`, 'utf8').split(RULE);
const title = /^(\S+) \d\S* \((.+)\)$/;

/** The packages of each list, with the text below it. */
const licensed = blocks.flatMap((block, at) =>
  block.split('\n').every((line) => title.test(line))
    ? block.split('\n').map((line) => {
        const [, name = '', id = ''] = title.exec(line) ?? [];
        return { name, id, text: blocks[at + 1] ?? '' };
      })
    : [],
);

describe('the licences of bundled packages', () => {
  it('are complete', () => {
    const bundled = packagesIn(Object.keys(outputs));
    expect([...new Set(licensed.map(({ name }) => name))].sort()).toEqual(bundled);
    expect(bundled).toContain('yoga-layout');
  });

  it('are all permissive', () => {
    expect(licensed.filter(({ id }) => !ALLOWED.includes(id))).toEqual([]);
  });

  it('come with the text of the named licence', () => {
    const words: Record<string, RegExp> = {
      'Apache-2.0': /Apache License\s+Version 2\.0/,
      'BlueOak-1.0.0': /Blue Oak Model License/,
      ISC: /Permission to use, copy, modify, and(\/or)? distribute this software/,
      MIT: /Permission is hereby granted, free of charge/,
    };
    const wrong = licensed.filter(({ id, text }) => !words[id]?.test(text) || text.length < 500);
    expect(wrong.map(({ name, id }) => `${name} ${id}`)).toEqual([]);
  });

  it('include the notice of the QR encoder, which its package copied from elsewhere', () => {
    expect(blocks.some((block) => block.includes('2009 Kazuhiko Arase'))).toBe(true);
  });
});
