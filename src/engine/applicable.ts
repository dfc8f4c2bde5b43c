import type { Account, Chapter, Step } from './step.ts';

/** Steps are left out there, so that all of its list does not mean all of an account. */
export const isProject = ({ kind }: Pick<Account, 'kind'>): boolean =>
  kind?.membership === 'project';

type Applied = Pick<Step, 'notFor'>;

/** Can the step be taken in this kind of account? If the kind is unknown, it is tried. */
export const appliesTo = ({ notFor = [] }: Applied, { kind }: Pick<Account, 'kind'>): boolean =>
  !notFor.some((membership) => membership === kind?.membership);

/** The chapters without the steps that do not apply to the account, and without the chapters that have no others. */
export const applicable = (chapters: Chapter[], account: Pick<Account, 'kind'>): Chapter[] =>
  chapters
    .map((chapter) => ({
      ...chapter,
      steps: chapter.steps.filter((step) => appliesTo(step, account)),
    }))
    .filter(({ steps }) => steps.length > 0);
