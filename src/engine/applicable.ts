import type { Account, Chapter, RunContext, Step } from './step.ts';

/** Steps are left out there, so that all of its list does not mean all of an account. */
export const isProject = ({ kind }: Pick<Account, 'kind'>): boolean =>
  kind?.membership === 'project';

type Applied = Pick<Step, 'notFor' | 'onComputer'>;
type Where = Pick<RunContext, 'computer'> & { account: Pick<Account, 'kind'> };

/** Can the step be taken in this kind of account, and on this computer? If the kind is unknown, it is tried. */
export const appliesTo = (
  { notFor = [], onComputer }: Applied,
  { account: { kind }, computer }: Where,
): boolean =>
  !notFor.some((membership) => membership === kind?.membership) &&
  !(onComputer && computer === undefined);

/** The chapters without the steps that do not apply, and without the chapters that have no others. */
export const applicable = (chapters: Chapter[], where: Where): Chapter[] =>
  chapters
    .map((chapter) => ({
      ...chapter,
      steps: chapter.steps.filter((step) => appliesTo(step, where)),
    }))
    .filter(({ steps }) => steps.length > 0);
