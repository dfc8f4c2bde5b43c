import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import reports from '../../../src/reports/report.schema.json' with { type: 'json' };
import schema from '../../../src/reports/review.schema.json' with { type: 'json' };
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';

const check = new Ajv2020({ strict: true, allErrors: true }).addSchema(reports).compile(schema);

describe('review', () => {
  it('prints a page as sentences and as JSON, and leaves no trace on this computer or in the account', async () => {
    const home = emptyFolder();
    const first = await run(['review', '--practice=busy', '--lang', 'ko'], { home });
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(/^할 일: /m);
    expect(first.out).toMatch(/^x kim +/m);
    const before = stateFiles(home);
    const { code, out, err } = await run(['review', 'people', 'kim', '--practice', '--json'], {
      home,
    });
    expect([code, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(check(document), JSON.stringify(check.errors)).toBe(true);
    expect([document.page, document.detail.key]).toEqual(['people', 'kim']);
    expect(stateFiles(home)).toEqual(before);
  });

  it('prints what a machine measured, as its points and in words', async () => {
    const home = emptyFolder();
    const words = ['review', 'machines', 'i-0b5e5a0c0ffee0001', 'span=1h'];
    const { code, out, err } = await run([...words, '--practice=busy', '--json'], { home });
    expect([code, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(check(document), JSON.stringify(check.errors)).toBe(true);
    const graphs = document.detail.sections.filter((one: object) => 'graph' in one);
    expect(graphs[0]).toMatchObject({
      title: 'CPU, average',
      graph: { unit: 'Percent', every: 300 },
    });
    expect(graphs[0].graph.values).toHaveLength(12);
    const plain = await run([...words, '--practice', '--plain'], { home });
    expect(plain.out).toMatch(/^CPU, average\.\n(From|No data)/m);
  });

  it('refuses a page, a row or somebody who is not there in one sentence, with the one that was meant', async () => {
    const home = emptyFolder();
    const page = await run(['review', 'poeple', '--practice'], { home });
    expect([page.code, page.err]).toEqual([64, 'There is no page poeple. Did you mean people?\n']);
    const row = await run(['review', 'people', 'nobody', '--practice'], { home });
    expect([row.code, row.err]).toEqual([64, 'There is no row nobody on this page.\n']);
    const who = await run(['review', 'rights', 'who=ghost', '--practice'], { home });
    expect([who.code, who.err]).toEqual([64, 'There is no user, group or role ghost.\n']);
  });
});
