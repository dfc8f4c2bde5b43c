import { isProject } from '../engine/applicable.ts';
import { requestsOf } from '../engine/change.ts';
import { isDone, isSecure } from '../engine/host.ts';
import type { PlaybookWords } from '../engine/playbook.ts';
import type { Account, Request, Row, StepState } from '../engine/step.ts';
import { linesOfSaid } from '../text/sentence-lines.ts';
import { say, type Text, t } from '../text/text.ts';
import { headingAt } from './chapters.ts';
import { changeSentences, costWords, stateWords } from './sentences.ts';

const ORDER: StepState[] = ['secure', 'attested', 'pending', 'waiting', 'skipped', 'blocked'];

/**
 * Every planned change, step by step, with the equal line of the AWS CLI. `columns`: the width of the terminal, if it is one.
 * No command is broken.
 */
export function previewLines(
  rows: Row[],
  cli: (request: Request) => string[],
  columns?: number,
): string[] {
  const broken = (line: string) => linesOfSaid(line, columns);
  return rows
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ title, changes }, index, open) => [
      '',
      ...headingAt(open, index, rows).flatMap(broken),
      ...broken(say(title)),
      ...changes.flatMap((change) => [
        ...changeSentences(change).flatMap((line) => broken(`  ${line}`)),
        ...requestsOf(change)
          .flatMap((call) => cli(call))
          .map((line) => `  $ ${line}`),
      ]),
    ]);
}

/** What the owner should know from now on. */
export const afterPairs = (rows: Row[]): [label: Text, text: Text][] =>
  rows.flatMap(({ handover = [] }) => handover);

interface Whose {
  account: Account;
  /** The walk has looked at every step, so that it may speak of the account. */
  isWhole: boolean;
  /** The walk was about one person or thing. */
  words?: PlaybookWords | undefined;
}

/** The steps that a walk was for. Optional ones count only if nothing else was chosen. */
export function wantedSteps(rows: Row[]): Row[] {
  const counted = rows.filter(({ level }) => level !== 'optional');
  return counted.length > 0 ? counted : rows;
}

/** How a walk has ended. */
export function titleOfEnd(rows: Row[], { account, isWhole, words }: Whose): Text {
  const wanted = wantedSteps(rows);
  const [done, counted] = [wanted.filter(isDone).length, wanted.length];
  if (isWhole && words) return isSecure(rows) ? words.over : words.left(done, counted);
  if (isWhole && isSecure(rows)) {
    return isProject(account)
      ? t('What Rootlock can secure in this project is secure.')
      : t('Your account is locked down.');
  }
  if (isWhole) {
    return t('Not locked down yet: {done} of {counted} steps are done.', { done, counted });
  }
  if (done < counted) return t('{done} of {counted} chosen steps are done.', { done, counted });
  return counted === 1 ? t('The chosen step is done.') : t('The chosen steps are done.');
}

/** How many changes there were in AWS, for how many of them there is no way back, and how many there were on this computer. */
export function changesSentence(changes: number, permanent: number, here = 0): Text {
  if (here === 0) return changesInAws(changes, permanent);
  if (changes === 0) {
    return here === 1
      ? t('1 change on this computer')
      : t('{n} changes on this computer', { n: here });
  }
  return t('{changes}, and {n} on this computer', {
    changes: changesInAws(changes, permanent),
    n: here,
  });
}

function changesInAws(changes: number, permanent: number): Text {
  if (changes === 0) return t('Nothing was changed');
  if (changes === 1) return permanent > 0 ? t('1 change, permanent') : t('1 change, undoable');
  return permanent === 0
    ? t('{changes} changes, all undoable', { changes })
    : t('{changes} changes, all undoable but {permanent}', { changes, permanent });
}

/** The number of steps in each state. Optional ones are counted apart, as the progress leaves them out. */
export function countSentence(rows: Row[]): string {
  const wanted = wantedSteps(rows);
  const others = rows.filter((row) => !wanted.includes(row));
  const counts = countsOf(wanted);
  if (others.length === 0) return counts;
  return say(t('{counts}; optional: {others}', { counts, others: countsOf(others) }));
}

const countsOf = (rows: Row[]): string =>
  ORDER.map((state) => ({ state, n: rows.filter((row) => row.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => say(t('{n} {state}', { n, state: stateWords(state) })))
    .join(', ');

/** What the open steps cost. `undefined` if all of them are free. An optional one says its price where it is chosen. */
export function costSentence(rows: Row[]): string | undefined {
  const priced = rows.filter((row) => !isDone(row) && row.cost && row.cost !== 'free');
  const counted = priced.filter(({ level }) => level !== 'optional');
  if (counted.length === 0) return undefined;
  const costs = [...new Set(counted.map(({ cost = 'free' }) => say(costWords(cost))))].join('; ');
  return counted.length === priced.length
    ? say(t('Costs {costs}. Everything else is free.', { costs }))
    : say(t('Costs {costs}. Optional steps may cost extra.', { costs }));
}
