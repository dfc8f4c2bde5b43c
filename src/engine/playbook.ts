import type { Text } from '../text/text.ts';
import type { RunContext } from './context.ts';
import type { Account, Chapter, Row } from './step.ts';

/** What a run about one person or thing says, where one about the account speaks of the account. */
export interface PlaybookWords {
  /** Above the first menu. */
  greeting: Text;
  /** All steps are done. */
  over: Text;
  /** Some are not. `done`, `counted`: numbers of steps. */
  left(done: number, counted: number): Text;
  /** The heading of what the steps hand over. */
  handover: Text;
}

/**
 * A list of steps about one person or thing: its subject. No answer to its questions is kept, since nothing that was answered about
 * one subject may be offered for another: the account alone says how far it is.
 */
export interface Playbook {
  /** Whose kind of permissions it needs: every call of it but those that each run begins with, as `iam GetUser`. */
  calls: readonly string[];
  /** Returns what is wrong with the name of a subject. */
  problemWith(subject: string): Text | undefined;
  /**
   * Asks for the subject if nobody has named it (`''`), and for what else has to be known before the survey. Where nobody is there, the
   * subject is named, and nothing is asked.
   *
   * @param given what the command line says besides
   * @throws Leave('quit') if the owner stops
   * @throws Usage if there is no such subject, and a mistyped name would pass for done
   */
  begin(context: RunContext, named: string, given: { instance?: string }): Promise<string>;
  chapters(subject: string): Chapter[];
  words(subject: string): PlaybookWords;
  /** The text to send to the subject once all is done, a line each. It holds no secret: whoever reads it on the way learns little. */
  note?(subject: string, rows: Row[], account: Account): Text[];
}
