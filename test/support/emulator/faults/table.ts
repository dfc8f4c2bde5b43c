import { readFileSync, writeFileSync } from 'node:fs';
import { services } from '../../../../src/aws/operations.ts';
import { FAULTS, type Result } from './pairs.ts';

/** One line for each pair: the step, the call, the fault, and what became of it. */
export function line({ of, at, fault, outcome, error }: Result): string {
  const { step, from = '' } = of.scenario;
  const call = at
    .map(({ service, operation, region, nth }) => `${service} ${operation} ${region} ${nth}`)
    .join();
  return `${step} ${from}, ${call}, ${fault}: ${error ?? outcome?.said ?? 'converged'}`;
}

/** Totals by fault, and the sentences that a blocked run says. */
export function totals(results: Result[]): string {
  const rows = FAULTS.map((name) => {
    const struck = results.filter(({ fault }) => fault === name);
    const said = struck.flatMap(({ outcome }) => (outcome?.said ? [general(outcome.said)] : []));
    const sentences = [...new Set(said)].sort().join('<br>');
    return `| ${name} | ${struck.length} | ${struck.length - said.length} | ${said.length} | ${sentences} |`;
  });
  const of = (count: (result: Result) => boolean) => results.filter(count).length;
  const blocked = of(({ outcome }) => outcome?.said !== undefined);
  return [
    '| What goes wrong | Calls | Done all the same | Blocked | What a blocked run says |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    `| all | ${results.length} | ${results.length - blocked} | ${blocked} | |`,
    '',
  ].join('\n');
}

/** Puts the totals in their place in docs/reliability.md. */
export function keep(table: string): void {
  const file = 'docs/reliability.md';
  const place = /(?<=<!-- totals: [^>]*-->\n)[\s\S]*?(?=<!-- \/totals -->)/;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(place, () => table),
  );
}

const ACTION = new RegExp(`\\b(${Object.keys(services).join('|')}):[A-Z]\\w+`, 'g');

const REGION = /^[a-z]{2}-[a-z]+-\d: /;

/** Without what differs from call to call. Where a sentence comes from JSON, it has no full stop. */
const general = (sentence: string): string =>
  sentence
    .replace(REGION, '')
    .replaceAll(ACTION, '…')
    .replaceAll(/\brootlock-trail-[\w-]+|\b\d{12}\b/g, '…')
    .replace(/\.?$/, '.');
