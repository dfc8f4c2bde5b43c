import { expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkSteps } from '../../support/engine/walk-steps.ts';

it('a walk shows the menu again if AWS cannot be reached, rather than to go on with another step', async () => {
  const walked = async (code: string, status?: number) => {
    const run = fakeRun({
      interactive: true,
      send: async () => {
        throw new Blocked(t('no'), [], { code, ...(status && { status }) });
      },
      ask: () => (run.asked.length > 2 ? 'finish' : undefined),
    });
    await walkSteps([fakeStep('a'), fakeStep('b')], run).catch(() => undefined);
    return run.asked.slice(0, 3);
  };
  expect(await walked('ENOTFOUND')).toEqual(['next', 'a.apply', 'next']);
  expect(await walked('AccessDenied', 403)).toEqual(['next', 'a.apply', 'b.apply']);
});
