import type { ControlId, Evidence, Row, Step, Text } from '../../engine/step.ts';
import type { Signal } from '../../review/page.ts';

/**
 * What the report says of a control.
 *
 * - `shown`: a look at AWS shows that it holds.
 * - `confirmed`: the owner's dated word, where no look can show it.
 * - `not-done`: a look shows that it does not hold.
 * - `not-looked-at`: nobody knows. A look that failed is no other answer.
 */
export type Verdict = 'shown' | 'confirmed' | 'not-done' | 'not-looked-at';

export const VERDICTS = ['shown', 'confirmed', 'not-done', 'not-looked-at'] as const;

/** A read that was sent to answer, once for all of its inputs. */
export interface SentRead {
  service: string;
  operation: string;
  /** How often it was sent, or its answer was shared. */
  times: number;
  /** The regions that it was sent to. Empty if that is the same everywhere. */
  regions: string[];
  /** Why AWS gave no answer, at least once. */
  failure?: Text;
}

/** What a step or a page has looked at. */
export interface Looked {
  reads: SentRead[];
  /** When it was done, in milliseconds of AWS's clock. */
  at: number;
}

/** A step, and what became of it in the survey. */
export interface LookedStep {
  step: Pick<Step, 'id' | 'title' | 'controls'>;
  /** Absent if the step does not apply to this kind of account. */
  row?: Pick<Row, 'id' | 'state' | 'status' | 'evidence' | 'message' | 'fix'>;
  looked?: Looked;
  /** When the owner has confirmed it: ISO 8601. */
  confirmed?: string;
}

/** A page of the review, and what it has seen. */
export interface LookedPage {
  id: string;
  title: Text;
  /** The controls that its signals can answer. */
  controls: readonly ControlId[];
  signals: readonly Signal[];
  looked: Looked;
  /** Why nothing of it could be shown. */
  failure?: Text;
  /** Why it has not looked at all regions. */
  partial?: Text;
}

export interface Finding extends Signal {
  page: string;
}

/** The answer to one control, and what it stands on. */
export interface Answer {
  verdict: Verdict;
  /** The step or the page that says so. Absent if neither looks at it. */
  source?: { step: string } | { page: string };
  looked?: Looked;
  /** What a look shows. */
  value?: Text;
  /** Why it is not done yet, or why nobody has looked. */
  why?: Text;
  fix?: Text[];
  /** ISO 8601. */
  confirmed?: string;
  evidence?: Evidence;
  findings: Finding[];
  /** The words after the program's name that do it. `[]`: the walk. */
  mend?: string[];
  /** The words after the program's name that show more. */
  see?: string[];
}
