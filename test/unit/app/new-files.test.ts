import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertNoExport, writeExport } from '../../../src/app/export-files.ts';
import { assertNewFiles, writeReports } from '../../../src/app/report-files.ts';
import { emptyFolder } from '../../support/program/program.ts';

describe('the files of a report are refused before anybody looks', () => {
  it.each([
    ['a file of that name', 'kept', 'kept exists'],
    ['a link that leads nowhere', 'dangling', 'dangling exists'],
    ['a folder of that name', 'folder', 'folder exists'],
    ['a folder that is not there', 'no/report', 'There is no folder no.'],
    ['a file in place of the folder', 'kept/report', 'There is no folder kept.'],
    ['a folder below a file', 'kept/no/report', 'There is no folder kept/no.'],
    ['no name', '', 'Name a file.'],
  ])('if there is %s', (_, name, sentence) => {
    const home = emptyFolder();
    writeFileSync(join(home, 'kept'), 'kept');
    mkdirSync(join(home, 'folder'));
    symlinkSync('nowhere', join(home, 'dangling'));
    const file = name === '' ? '' : join(home, name);
    expect(() => assertNewFiles([file])).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(
          sentence.replace(/kept|dangling|\bno\b(?=\.)|^folder/, (one) => join(home, one)),
        ),
      }),
    );
  });

  it('if both are one, however it is spelt', () => {
    const home = emptyFolder();
    const [one, other] = [join(home, 'report'), `${home}/./x/../report`];
    mkdirSync(join(home, 'x'));
    expect(() => assertNewFiles([one, other])).toThrow('cannot be both HTML and Markdown');
  });
});

describe('files that belong together', () => {
  it('are all written or none: one that is there by now keeps what it has', () => {
    const home = emptyFolder();
    writeFileSync(join(home, 'b'), 'kept');
    const files = ['a', 'b', 'c'].map((name) => ({ file: join(home, name), text: name }));
    expect(() => writeReports(files)).toThrow('exists');
    expect(readdirSync(home)).toEqual(['b']);
    expect(readFileSync(join(home, 'b'), 'utf8')).toBe('kept');
    const made = ['a', 'b'].map((name) => ({ name, text: name }));
    expect(() => writeExport(home, made)).toThrow('Name another folder');
    expect(readdirSync(home)).toEqual(['b']);
  });

  it('do not follow a link that leads nowhere', () => {
    const home = emptyFolder();
    symlinkSync(join(home, 'elsewhere'), join(home, 'a'));
    expect(() => writeReports([{ file: join(home, 'a'), text: '' }])).toThrow('exists');
    expect(readdirSync(home)).toEqual(['a']);
  });

  it('of an export with nothing in it make no folder', () => {
    const folder = join(emptyFolder(), 'infra');
    expect(writeExport(folder, [])).toEqual([]);
    expect(() => assertNoExport(folder, () => true)).not.toThrow();
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });
});
