import { useRef } from 'react';
import { canBeAgreedTo, ourChanges } from '../../../engine/change.ts';
import type { Answer, Change, Kind, Question } from '../../../engine/step.ts';
import { type Text, t } from '../../../text/text.ts';
import { toldTogether } from '../../told-together.ts';
import type { ViewState } from '../reduce.ts';
import { useScreenContext } from '../screen-context.ts';

/** The plan beside an open question. */
export interface ShownPlan {
  /** The view with the plan that the answer makes. */
  view: ViewState;
  /** The answer is refused as it stands, so the plan is that of the last good one. */
  isOld: boolean;
  /** The changes that Enter makes, if it makes any. */
  makes?: Change[];
  /** What Enter does. */
  enter: Text;
}

/**
 * What Enter does if it makes changes. They are counted as the card tells them: those that belong together are one. Those that the
 * owner makes, or confirms, come after that.
 */
export function makeWords(changes: Change[]): Text {
  const n = toldTogether(ourChanges(changes)).length;
  return n === 1 ? t('make this change') : t('make these {n} changes', { n });
}

/**
 * The plan for what is chosen or typed now; `undefined` is no good answer. `agree` tells the engine that the owner confirms
 * the plan by the same key, if the plan is on the screen already.
 */
export function usePlan<K extends Kind>(view: ViewState, question: Question<K>) {
  const { plan } = useScreenContext();
  const { leadsOn } = question as { leadsOn?(value: Answer<K>): boolean };
  const last = useRef<{ value: Answer<K>; changes: Change[] }>(undefined);
  const preview = question.preview as Question<K>['preview'] & { agree?(shown: Change[]): void };

  function changesFor(value: Answer<K>): Change[] {
    const known = last.current;
    if (known && known.value === value) return known.changes;
    const changes = preview?.changesFor(value) ?? [];
    last.current = { value, changes };
    return changes;
  }

  function planFor(value: Answer<K> | undefined): ShownPlan {
    const { step } = view;
    if (!preview || step === undefined) return { view, isOld: false, enter: t('confirm') };
    const isOld = value === undefined && last.current !== undefined;
    const changes =
      value === undefined ? (last.current?.changes ?? preview.changesFor()) : changesFor(value);
    const isLast = value !== undefined && preview.agree && !leadsOn?.(value);
    const makes = isLast && canBeAgreedTo(changes) ? changes : undefined;
    return {
      view: { ...view, doing: { step, changes } },
      isOld,
      ...(makes && { makes }),
      enter: makes ? makeWords(makes) : t('continue'),
    };
  }

  function agree(value: Answer<K>): void {
    const { makes } = planFor(value);
    if (makes && plan.drawn === makes) preview?.agree?.(makes);
  }

  return { planFor, agree };
}
