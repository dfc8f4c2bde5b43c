import type { Row, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import type { FakeRun } from './fake-run.ts';
import { inOneChapter } from './in-one-chapter.ts';

/** Surveys and walks these steps. Returns the final rows. */
export const walkSteps = async (steps: Step[], { context }: FakeRun): Promise<Row[]> =>
  walk(await survey(inOneChapter(steps), context));

/** Surveys and walks this step. Returns its final row. */
export async function walkStep(step: Step, run: FakeRun): Promise<Row> {
  const [row] = await walkSteps([step], run);
  if (!row) throw new Error('no row');
  return row;
}

export const statesOf = (rows: Row[]): string => rows.map(({ state }) => state).join(' ');
