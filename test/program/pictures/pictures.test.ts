import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictures } from '../../support/pictures/screens.ts';

const FOLDER = 'docs/pictures';
/** Milliseconds: two runs, one of them to the end. */
const SLOW = 240_000;
const LARGEST = 30_000;

const kept = () => readdirSync(FOLDER).sort();
const read = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');

describe('the pictures of the README', () => {
  it.each(['en', 'ko'] as const)(
    'are what the program draws (%s): "npm run pictures" makes it so',
    {
      timeout: SLOW,
    },
    async (language) => {
      const drawn: [string, string][] = [];
      for (const [name, svg] of await pictures(language))
        drawn.push([`${name}.${language}.svg`, svg]);
      if (process.env.UPDATE_PICTURES) {
        mkdirSync(FOLDER, { recursive: true });
        for (const [file, svg] of drawn) writeFileSync(`${FOLDER}/${file}`, svg);
      }
      const files = kept().filter((file) => file.endsWith(`.${language}.svg`));
      expect(files).toEqual(drawn.map(([file]) => file).sort());
      for (const [file, svg] of drawn) expect(read(file), file).toBe(svg);
    },
  );

  it('are small, and show no code to scan and no key', () => {
    for (const file of kept()) {
      const svg = read(file);
      expect(svg.length, file).toBeLessThan(LARGEST);
      expect(svg, file).not.toMatch(/[▀▄█]|otpauth|[A-Z2-7]{16}/);
    }
  });
});
