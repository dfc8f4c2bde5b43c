import type { ControlId } from '../../engine/step.ts';
import { CONTROLS } from '../controls.ts';
import type { Answer, Finding, LookedPage, LookedStep, Verdict } from './answer.ts';
import { evidenceAnswer } from './evidence-answers.ts';
import { findingsOf, notDone, pageAnswer } from './page-answers.ts';
import { stepAnswer } from './step-answers.ts';

/** What was looked at. Nothing else is a source of an answer. */
export interface LookedAt {
  steps: LookedStep[];
  pages: LookedPage[];
}

/** Every control has one answer, in the order of the list. */
export const answerControls = (looked: LookedAt): [ControlId, Answer][] =>
  (Object.keys(CONTROLS) as ControlId[]).map((id) => [id, answerControl(id, looked)]);

/** A step speaks for its controls. What a page has found can only make it worse. */
function answerControl(control: ControlId, { steps, pages }: LookedAt): Answer {
  const answer = ownAnswer(control, steps);
  if (!answer) return pageAnswer(control, pages);
  const findings = findingsOf(control, pages).filter(({ grade }) => grade !== 'fine');
  const [worst] = findings.filter(outweighs);
  return worst && answer.verdict !== 'not-done'
    ? { ...withoutReason(answer), ...notDone(worst), findings }
    : { ...answer, findings };
}

/** Some findings only tell what to know. One that something mends is not as it should be. */
const outweighs = ({ grade, mend }: Finding): boolean => grade === 'do' || mend !== undefined;

const withoutReason = ({ why: _, fix: __, confirmed: ___, ...answer }: Answer): Answer => answer;

/** The worst of the answers of its steps: a control holds as a whole. */
function ownAnswer(control: ControlId, steps: LookedStep[]): Answer | undefined {
  const answers = steps.filter(({ step }) => step.controls.includes(control)).map(stepAnswer);
  const [worst] = WORST_FIRST.flatMap((one) => answers.filter(({ verdict }) => verdict === one));
  return worst ?? evidenceAnswer(control, steps);
}

const WORST_FIRST: Verdict[] = ['not-done', 'not-looked-at', 'confirmed', 'shown'];
