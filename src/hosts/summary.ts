import { requestsOf } from '../engine/change.ts';
import { isDone } from '../engine/host.ts';
import type { Request, Row, StepState } from '../engine/step.ts';
import { widthOf, wrap } from '../text/columns.ts';
import { say, t } from '../text/text.ts';
import { headingAt } from './chapters.ts';
import { changeSentences, stateWords } from './sentences.ts';

/** With fewer columns beside the labels, each text stands below its label. */
const LEAST = 20;
const ORDER: StepState[] = ['secure', 'attested', 'pending', 'waiting', 'skipped', 'blocked'];

/** Every planned change, step by step, with the equal line of the AWS CLI. */
export function previewLines(rows: Row[], cli: (request: Request) => string[]): string[] {
  return rows
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ title, changes }, index, open) => [
      '',
      ...headingAt(open, index, rows),
      say(title),
      ...changes.flatMap((change) => [
        ...changeSentences(change).map((line) => `  ${line}`),
        ...requestsOf(change)
          .flatMap((call) => cli(call))
          .map((line) => `  $ ${line}`),
      ]),
    ]);
}

/**
 * What the owner should know from now on, with the labels in a column of their own. `columns` is the width of the
 * terminal, if there is one.
 */
export function afterLines(rows: Row[], columns = Number.POSITIVE_INFINITY): string[] {
  const pairs = rows
    .flatMap(({ handover = [] }) => handover)
    .map(([label, text]) => [say(label), say(text)] as const);
  const width = Math.max(0, ...pairs.map(([label]) => widthOf(label)));
  const indent = width + 4;
  const lines = pairs.flatMap(([label, text]) => {
    if (columns - indent < LEAST) {
      return [`  ${label}`, ...wrap(text, columns - 4).map((line) => `    ${line}`)];
    }
    const [first = '', ...rest] = wrap(text, columns - indent);
    const named = `  ${label}${' '.repeat(width - widthOf(label))}  ${first}`;
    return [named, ...rest.map((more) => ' '.repeat(indent) + more)];
  });
  return lines.length > 0 ? ['', say(t('From now on')), ...lines, ''] : [];
}

/** The number of steps in each state. */
export function countSentence(rows: Row[]): string {
  const counts = ORDER.map((state) => ({
    state,
    n: rows.filter((row) => row.state === state).length,
  })).filter(({ n }) => n > 0);
  return counts
    .map(({ state, n }) => say(t('{n} {state}', { n, state: stateWords(state) })))
    .join(', ');
}

/** What is left to do costs. `undefined` if all of it is free. */
export function costSentence(rows: Row[]): string | undefined {
  const open = rows.filter((row) => !isDone(row));
  const costs = new Set(open.flatMap(({ cost }) => (cost && cost !== 'free' ? [say(cost)] : [])));
  if (costs.size === 0) return undefined;
  return say(t('Costs {costs}. Everything else is free.', { costs: [...costs].join('; ') }));
}
