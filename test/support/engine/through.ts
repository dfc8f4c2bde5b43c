import type { Change, Row, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { fakeStep, type fakeWorld } from './fakes.ts';

/** The first row, after a walk through these steps. */
export async function through(steps: Step[], fake: ReturnType<typeof fakeWorld>): Promise<Row> {
  const [row] = await walk(await survey(steps, fake.world));
  if (!row) throw new Error('no row');
  return row;
}

/** A step that plans these changes until one of them is made. */
export const planning = (...changes: Change[]): Step =>
  fakeStep('a', { plan: (seen) => (seen ? [] : changes) });
