import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, dbOf, fakeStep, fakeWorld } from '../../support/engine/fakes.ts';

describe('a walk', () => {
  it('shows at the end what a later step has changed of an earlier one, and asks nobody behind the last', async () => {
    const looks: string[] = [];
    const used = (id: string, by: string, needs: string[]): Step =>
      fakeStep(id, {
        needs,
        observe: async (look) => {
          looks.push(id);
          const db = dbOf(look);
          return { made: db[id] ?? 0, used: db[by] ?? 0 };
        },
        status: (seen) => (seen.used ? t('used') : t('never used')),
        plan: (seen) => (seen.made ? [] : [call(id)]),
      });
    const steps = [used('a', 'b', []), used('b', 'c', ['a']), used('c', '', ['b'])];
    const { world: context, db } = fakeWorld({
      send: async ({ input }) => {
        const { GroupName: id } = input as { GroupName: string };
        db[id] = 1;
        looks.push(`made ${id}`);
        return {} as never;
      },
    });
    const rows = await walk(await survey(steps, context));
    expect(rows.map(({ status }) => say(status))).toEqual(['used', 'never used', 'never used']);
    expect(looks.slice(looks.indexOf('made c'))).toEqual(['made c', 'c']);
  });
});
