import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOfPackages, ROOT } from '../../support/program/bundle.ts';

const DOC = `${ROOT}docs/dependencies.md`;
/** A package's row: its name, its licence, its size, and words. */
const ROW = /^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm;
const NOTHING = '–';

const bytes = bytesOfPackages();
const { devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

/** The SPDX id. An old form of package.json has a list of objects instead. */
function licenceOf(name: string): string {
  const file = `${ROOT}node_modules/${name}/package.json`;
  const { license, licenses = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return license ?? licenses.map(({ type }: { type: string }) => type.replace(' ', '-')).join();
}

const kilobytes = (name: string): string => ((bytes.get(name) ?? 0) / 1000).toFixed(1);

if (process.env.UPDATE_README) {
  const current = readFileSync(DOC, 'utf8').replace(ROW, (_, name, __, size, words) => {
    const now = size === NOTHING ? NOTHING : kilobytes(name);
    return `| \`${name}\` | ${licenceOf(name)} | ${now} | ${words} |`;
  });
  writeFileSync(DOC, current);
}

const rows = [...readFileSync(DOC, 'utf8').matchAll(ROW)].map(
  ([, name = '', licence = '', size = '', words = '']) => ({ name, licence, size, words }),
);

describe('the list of dependencies', () => {
  it('has each bundled package and each development dependency once, and no other', () => {
    const all = new Set([...bytes.keys(), ...Object.keys(devDependencies)]);
    expect(rows.map(({ name }) => name).sort()).toEqual([...all].sort());
  });

  it('says the purpose and the licence of each', () => {
    expect(rows.filter(({ words }) => !/[.?]$/.test(words))).toEqual([]);
    expect(rows.map(({ name, licence }) => [name, licence])).toEqual(
      rows.map(({ name }) => [name, licenceOf(name)]),
    );
  });

  it('says about how many bytes of the bundle each takes, which "npm run readme" updates', () => {
    const wrong = rows.filter(({ name, size }) => {
      if (size === NOTHING) return bytes.has(name);
      const really = (bytes.get(name) ?? 0) / 1000;
      return really === 0 || Math.abs(Number(size) - really) > Math.max(0.5, really / 10);
    });
    expect(wrong).toEqual([]);
  });
});
