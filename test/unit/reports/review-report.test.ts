import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import reports from '../../../src/reports/report.schema.json' with { type: 'json' };
import schema from '../../../src/reports/review.schema.json' with { type: 'json' };
import { reviewReport } from '../../../src/reports/review-report.ts';
import { document } from '../../../src/text/text.ts';
import { ACCOUNT } from '../../support/reports/sample-rows.ts';
import { HOSTILE, sample } from '../../support/review/sample-page.ts';

const check = new Ajv2020({ strict: true, allErrors: true }).addSchema(reports).compile(schema);

const names = ['kim', 'jun', 'ann', 'bob', 'dan', 'eve', HOSTILE];
const detail = await sample.detail({ names }, HOSTILE, {} as never);

const whole = () =>
  reviewReport({
    account: ACCOUNT,
    page: sample.id,
    lookedAt: Date.UTC(2026, 10, 29, 14, 2),
    regions: ['us-east-1'],
    settings: { names: 'kim' },
    table: sample.table({ names }),
    signals: sample.signals({ names }),
    unseen: sample.unseen({ names }),
    ...(detail && { opened: { key: HOSTILE, detail } }),
  });

// biome-ignore lint/suspicious/noExplicitAny: a program that reads it knows no types
const read = (): any => JSON.parse(document(whole()));

test('a page fits its schema, with a detail that has sections of each kind', () => {
  expect(check(read()), JSON.stringify(check.errors)).toBe(true);
  expect(read().detail.sections.map(Object.keys)).toEqual([
    ['title', 'facts'],
    ['lines'],
    ['title', 'code', 'marked'],
    ['title', 'graph'],
  ]);
});

test('a value that is not known says why, and none is null', () => {
  const { rows } = read().table;
  expect(rows[6].cells.password).toEqual({ unknown: 'AWS denied GetCredentialReport.' });
  expect(rows[1].cells).toMatchObject({ password: 1, mfa: null, groups: ['Developers'] });
});

test('the schema refuses an unknown that does not say why', () => {
  const it = read();
  it.table.rows[0].cells.mfa = { unknown: true };
  expect(check(it)).toBe(false);
});

test('a signal comes with its row, the controls of each framework, and the words that mend it', () => {
  const [, signal] = read().signals;
  expect(signal).toMatchObject({
    id: 'no-mfa',
    grade: 'do',
    row: 'jun',
    text: 'jun has no MFA.',
    mend: ['person', 'jun'],
  });
  expect(signal.controls).toContainEqual({
    framework: 'CIS',
    version: '7.0.0',
    id: '2.10',
    level: 1,
  });
});

test('the document does nothing to a terminal, and keys come back as they are', () => {
  expect(document(whole())).toMatch(/^[ -~\n]*$/);
  expect(read().table.rows[6].key).toBe(HOSTILE);
});
