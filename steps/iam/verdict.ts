export type Answer = 'yes' | 'no' | 'unknown';

/** An answer, and what it hangs on in AWS's own words: actions, ARNs, condition keys. */
export interface Verdict {
  answer: Answer;
  because: string[];
}

const RANK = { no: 0, unknown: 1, yes: 2 };

export const verdict = (answer: Answer, ...because: string[]): Verdict => ({ answer, because });

/** Is `one` more of a yes than `other`? */
export const exceeds = (one: Answer, other: Answer): boolean => RANK[one] > RANK[other];

/** All must hold: one no is a no. */
export const allOf = (verdicts: Verdict[]): Verdict =>
  joined(verdicts, (best, one) => exceeds(best, one), 'yes');

/** One is enough: one yes is a yes. */
export const anyOf = (verdicts: Verdict[]): Verdict =>
  joined(verdicts, (best, one) => exceeds(one, best), 'no');

/** The answer that wins, and the reasons of all that gave it. */
function joined(
  verdicts: Verdict[],
  wins: (best: Answer, one: Answer) => boolean,
  none: Answer,
): Verdict {
  const [only, second] = verdicts;
  if (only && !second) return only;
  let answer = none;
  for (const one of verdicts) if (wins(answer, one.answer)) answer = one.answer;
  const reasons: string[] = [];
  for (const one of verdicts) if (one.answer === answer) reasons.push(...one.because);
  return verdict(answer, ...(reasons.length > 1 ? new Set(reasons) : reasons));
}
