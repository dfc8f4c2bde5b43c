import { expect, it } from 'vitest';
import type { InteractiveChange, Request } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { fakeRun, planning } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

const request = (operation: string, service = 'iam') =>
  ({ service, operation, input: { GroupName: 'a' } }) as Request;
const exchange = (sends: Request): InteractiveChange => ({
  kind: 'exchange',
  summary: t('set it up'),
  calls: [request('TagUser'), request('CreateGroup')],
  run: (send) => send(sends).then(() => undefined),
});

it('an exchange may send only the operations that it shows', async () => {
  const shown = fakeRun();
  await walkStep(planning(exchange(request('CreateGroup'))), shown);
  expect(shown.sent).toEqual(['a']);
  for (const other of [request('DeleteUser'), request('CreateGroup', 's3')]) {
    const run = fakeRun();
    await expect(walkStep(planning(exchange(other)), run)).rejects.toThrow('which it did not show');
    expect(run.sent).toEqual([]);
  }
});

it('an exchange is confirmed anew if it would remove something else by now', async () => {
  let leftover = false;
  const run = fakeRun({
    ask: (id) => {
      if (id === 'a.apply') leftover = true;
      return undefined;
    },
  });
  const step = planning(exchange(request('CreateGroup')));
  const { plan } = step;
  step.plan = (...args) =>
    plan(...args).map((change) =>
      change.kind === 'exchange' && leftover
        ? { ...change, calls: [request('DeleteUser'), ...change.calls] }
        : change,
    );
  run.context.interactive = true;
  await walkStep(step, run);
  expect(run.asked.filter((id) => id === 'a.apply')).toHaveLength(2);
});
