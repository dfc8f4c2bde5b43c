import { expect, it } from 'vitest';
import { afterLines } from '../../../src/hosts/summary.ts';
import { t } from '../../../src/text/text.ts';
import { row } from '../../support/reports/sample-rows.ts';

const after: [ReturnType<typeof t>, ReturnType<typeof t>][] = [
  [t('your logs'), t('s3://a-bucket/AWSLogs/, last file at noon')],
  [t('no cap'), t('AWS stops nothing')],
];
const said = (columns?: number) =>
  afterLines([row('secure', { handover: after })], columns).join('\n');

it('what the owner should know stands in two columns, each on one line where nobody says how wide', () => {
  expect(said()).toBe(`
From now on
  your logs  s3://a-bucket/AWSLogs/, last file at noon
  no cap     AWS stops nothing
`);
});

it('breaks between words where the terminal is narrow', () => {
  expect(said(40)).toBe(`
From now on
  your logs  s3://a-bucket/AWSLogs/,
             last file at noon
  no cap     AWS stops nothing
`);
});

it('stands below its label where the label leaves too little room', () => {
  expect(said(30)).toBe(`
From now on
  your logs
    s3://a-bucket/AWSLogs/,
    last file at noon
  no cap
    AWS stops nothing
`);
});
