import type { ControlId } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import type { Answer, Finding, LookedPage } from './answer.ts';

/** What the pages of the review say of a control that no step answers. */
export function pageAnswer(control: ControlId, pages: LookedPage[]): Answer {
  const findings = findingsOf(control, pages);
  const wrong = findings.filter(({ grade }) => grade !== 'fine');
  const [first] = wrong;
  if (first) return { ...notDone(first), ...lookOf(first, pages), findings: wrong };
  const [fine] = findings;
  if (fine) {
    const { partial } = pages.find(({ id }) => id === fine.page) ?? {};
    const look = lookOf(fine, pages);
    const why =
      partial ??
      unreadBy(pages.filter((page) => page.id !== fine.page && page.controls.includes(control)));
    return why
      ? { ...look, verdict: 'not-looked-at', value: fine.text, why, findings: [] }
      : { ...look, verdict: 'shown', value: fine.text, findings: [] };
  }
  return silentAnswer(control, pages);
}

/** What another page could not read might say otherwise. */
const unreadBy = (pages: LookedPage[]): Text | undefined => together(pages.flatMap(failuresOf));

const failuresOf = ({ failure, looked }: LookedPage): Text[] =>
  failure ? [failure] : looked.reads.flatMap((read) => read.failure ?? []);

/** What the pages have found of a control, in their order. */
export const findingsOf = (control: ControlId, pages: LookedPage[]): Finding[] =>
  pages.flatMap(({ id, signals }) =>
    signals
      .filter(({ controls }) => controls.includes(control))
      .map((signal) => ({ ...signal, page: id })),
  );

/** What is not done, with the command that does it, else the one that shows it. */
export const notDone = ({ mend, page, row }: Finding) => ({
  verdict: 'not-done' as const,
  ...(mend ? { mend } : { see: ['review', page, ...(row === undefined ? [] : [row])] }),
});

const lookOf = ({ page }: Finding, pages: LookedPage[]): Pick<Answer, 'source' | 'looked'> => {
  const { looked } = pages.find(({ id }) => id === page) ?? {};
  return { source: { page }, ...(looked && { looked }) };
};

/** Nothing says that it holds or that it does not: a call has failed, there is nothing to say, or nobody looks at it. */
function silentAnswer(control: ControlId, pages: LookedPage[]): Answer {
  const answer = { verdict: 'not-looked-at' as const, findings: [] };
  const page = pages.find(({ controls }) => controls.includes(control));
  if (!page)
    return { ...answer, why: UNANSWERED[control] ?? t('Rootlock does not look at it yet.') };
  const { id, title, looked } = page;
  const nothing = t(
    'The page {title} of the review has nothing against it, and no proof that it holds.',
    {
      title,
    },
  );
  return {
    ...answer,
    source: { page: id },
    looked,
    why: unreadBy([page]) ?? UNANSWERED[control] ?? nothing,
    see: ['review', id],
  };
}

/** Why nothing in Rootlock could answer it in this account. */
const UNANSWERED: Partial<Record<ControlId, Text>> = {
  'central-root-access': t(
    'It is set for a whole organization, and Rootlock looks at one account.',
  ),
  'access-review': t('That somebody has looked leaves no trace in the account.'),
  'no-full-rights': t('Rootlock does not look at the policies of service roles.'),
};

const together = ([first, ...more]: Text[]): Text | undefined =>
  first && more.length > 0
    ? t('{reason} ({count} more reads failed.)', { reason: first, count: more.length })
    : first;
