import { requestsOf } from '../engine/change.ts';
import type { Request, Row, StepState } from '../engine/step.ts';
import { widthOf, wrap } from '../text/columns.ts';
import { say, t } from '../text/text.ts';
import { headingAt } from './chapters.ts';
import { changeSentences, ended, stateWords } from './sentences.ts';

/** With fewer columns beside the labels, each text stands below its label. */
const LEAST = 20;
const ORDER: StepState[] = ['secure', 'attested', 'pending', 'waiting', 'skipped', 'blocked'];

/** Every planned change, step by step, with the equal line of the AWS CLI. */
export function previewLines(rows: Row[], cli: (request: Request) => string): string[] {
  return rows
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ title, changes }, index, open) => [
      '',
      ...headingAt(open, index, rows),
      say(title),
      ...changes.flatMap((change) => [
        ...changeSentences(change).map((line) => `  ${line}`),
        ...requestsOf(change).map((request) => `  $ ${cli(request)}`),
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

/** An open step counts as one minute: some take seconds, some three minutes. */
const isLeft = ({ state }: Row): boolean => state === 'pending' || state === 'waiting';

/** The overview before the walk: what is left, that leaving is safe, the time and the costs. */
export function overview(rows: Row[], writes: number): string[] {
  const minutes = rows.filter(isLeft).length;
  const open = rows.filter(({ state }) => state !== 'secure' && state !== 'attested');
  const costs = new Set(open.flatMap(({ cost }) => (cost && cost !== 'free' ? [say(cost)] : [])));
  const effort = [
    ...(minutes > 1 ? [t('About {minutes} minutes.', { minutes })] : []),
    ...(costs.size > 0
      ? [t('Costs {costs}. The rest is free.', { costs: [...costs].join('; ') })]
      : []),
  ];
  return [
    ended(countSentence(rows)),
    say(
      writes === 0
        ? t('Nothing was changed. Leave any time: the next run goes on from here.')
        : t('Leave any time: the next run goes on from here.'),
    ),
    ...(effort.length > 0 ? [effort.map(say).join(' ')] : []),
  ];
}
