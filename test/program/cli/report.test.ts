import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { ControlsReport } from '../../../src/reports/controls-report/controls-report.ts';
import type { ReviewReport } from '../../../src/reports/review-report.ts';
import { pages } from '../../../src/review/index.ts';
import { steps } from '../../../steps/index.ts';
import { emptyFolder, practiceHome, run, stateFiles } from '../../support/program/program.ts';
import { reportOf } from '../../support/program/report.ts';
import { schemaProblems } from '../../support/reports/controls-report.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';

const env = { NODE_OPTIONS: HURRY };

/** Each home with an account of its own, in three regions. */
const ACCOUNTS: [string, () => Promise<string>][] = [
  ['fresh', async () => practiceHome()],
  ['half-done', () => walked('--only', 'root-mfa,s3-public-access')],
  ['finished', () => walked()],
  [
    'busy',
    async () => {
      const home = emptyFolder();
      freshAccount(home, undefined, busyAccount(new Date()));
      return home;
    },
  ],
];

async function walked(...args: string[]): Promise<string> {
  const home = practiceHome();
  await run(['--practice', '--yes', ...args], { home, env });
  return home;
}

/** Ages and times go on between two runs. */
const timeless = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value).replace(
      /\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d UTC|\d+ (minutes|hours)/g,
      '',
    ),
  );

async function reviewOf(page: string, home: string): Promise<ReviewReport> {
  const args = ['review', page, '--practice', '--region', 'all', '--json'];
  return JSON.parse((await run(args, { home, env })).out);
}

/** CloudTrail tells of a use minutes later: the second look may see what the first did not. */
const isLate = (page: string, { id }: { id: string }): boolean =>
  page === 'trail' && id === 'root-used';

describe.each(ACCOUNTS)('the report of a %s account', (_, homeOf) => {
  it('agrees with status and review, line by line, and changes nothing', async () => {
    const home = await homeOf();
    const before = stateFiles(home);
    const { code, out, err } = await run(['report', '--practice', '--full', '--json'], {
      home,
      env,
    });
    expect([code, err]).toEqual([0, '']);
    const report: ControlsReport = JSON.parse(out);
    expect(schemaProblems(report)).toEqual([]);
    expect(stateFiles(home)).toEqual(before);

    const status = reportOf(await run(['status', '--practice', '--json'], { home, env }));
    for (const { id, state, now, evidence, message } of status.steps) {
      const own = steps.find((step) => step.id === id)?.controls ?? [];
      for (const control of report.controls.filter((one) => own.includes(one.id))) {
        expect(timeless(control.evidence), id).toEqual(timeless(evidence));
        const isRead = ['secure', 'attested', 'pending', 'skipped'].includes(state);
        if (isRead) expect([id, timeless(control.value)]).toEqual([id, timeless(now)]);
        if (state === 'blocked') expect([id, control.why]).toEqual([id, message]);
        const isGreen = ['shown', 'confirmed'].includes(control.answer);
        const isWorse = control.findings.length > 0;
        if (!isWorse) expect([id, isGreen]).toEqual([id, ['secure', 'attested'].includes(state)]);
        if (isGreen) expect(['secure', 'attested'], id).toContain(state);
      }
    }

    const told = report.controls.flatMap((one) => one.findings);
    const reviews = await Promise.all(pages.map(({ id }) => reviewOf(id, home)));
    for (const { page, signals } of reviews) {
      const fine = signals.filter(({ grade }) => grade === 'fine').map(({ text }) => text);
      const findings = signals
        .filter((one) => !isLate(page, one))
        .filter(({ grade, controls }) => grade !== 'fine' && controls.length > 0)
        .map(({ text }) => text);
      const own = told.filter((one) => one.page === page && !isLate(page, one));
      expect(own.map(({ text }) => text).filter((text) => !findings.includes(text))).toEqual([]);
      expect(findings.filter((text) => !own.some((one) => one.text === text))).toEqual([]);
      for (const { id, answer, value, source } of report.controls) {
        if (source && 'page' in source && source.page === page && answer === 'shown')
          expect(fine, id).toContain(value);
      }
    }
  });
});

describe('the files of a report', () => {
  it('belong together by the hash of the JSON, are small, private, and masked, in both languages with the same ids', async () => {
    // All regions: what the files say of them is in their size.
    const home = emptyFolder();
    const ids = async (lang: string) => {
      const names = [`${lang}.html`, `${lang}.md`];
      const [html = '', md = ''] = names;
      const args = ['report', '--practice', '--lang', lang, '--json', '--html', html, '--md', md];
      const { code, out, err } = await run(args, { home, env });
      expect([code, err]).toEqual([0, '']);
      const hash = createHash('sha256').update(out).digest('hex');
      for (const name of names) {
        const file = join(home, name);
        const text = readFileSync(file, 'utf8');
        expect(text).toContain(hash);
        expect(statSync(file).size).toBeLessThan(60_000);
        if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
        expect(text + out).not.toMatch(/[\w.+-]{2,}@[\w-]+\.\w/);
      }
      expect(readFileSync(join(home, html), 'utf8')).toContain(`<html lang="${lang}">`);
      const { controls }: ControlsReport = JSON.parse(out);
      return controls.map(({ id, answer, section, frameworks }) => ({
        id,
        answer,
        section,
        frameworks,
      }));
    };
    expect(await ids('ko')).toEqual(await ids('en'));
  });

  it('are never written over, in one sentence, before anybody looks', async () => {
    const home = emptyFolder();
    writeFileSync(join(home, 'kept.html'), 'kept');
    const there = await run(['report', '--practice', '--html', 'kept.html'], { home });
    expect([there.code, there.err]).toEqual([
      64,
      'kept.html exists. Name another file, or remove it first.\n',
    ]);
    expect(readFileSync(join(home, 'kept.html'), 'utf8')).toBe('kept');
    expect(stateFiles(home)).toEqual({});
    const nowhere = await run(['report', '--practice', '--md', 'no/report.md'], { home });
    expect([nowhere.code, nowhere.err]).toEqual([64, 'There is no folder no.\n']);
    expect(existsSync(join(home, 'no'))).toBe(false);
  });
});

it('the summary begins with whose account it is, and when', async () => {
  const { code, out, err } = await run(['report', '--practice', '--lang', 'ko'], { env });
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^계정 [\d-]+, 루트 사용자, us-east-1, 연습용\(실제 계정 아님\)\.\n본 시각: [\d :-]+UTC\.\n\n/,
  );
});
