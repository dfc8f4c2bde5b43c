import { expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Step } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, type FakeRun, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkSteps } from '../../support/engine/walk-steps.ts';

const offering = fakeStep('a', { plan: () => [call('more', { offerId: 'more' })] });
const denied = (more: Partial<Step> = {}) =>
  fakeStep('b', { observe: () => Promise.reject(new Blocked(t('denied'))), ...more });

/** What the menu says where no step is open. */
async function lastMenu(steps: Step[], more: object = {}, prepare = (_: FakeRun) => {}) {
  const run = fakeRun({ interactive: true, answers: { next: 'finish' }, ...more });
  prepare(run);
  await walkSteps(steps, run);
  const menu = run.questions.next;
  if (menu?.kind !== 'select') throw new Error('no menu');
  const label = say(menu.message).includes('finish for now') ? t('Finish for now') : t('Finish');
  expect(menu.choices.at(-1)).toEqual({ value: 'finish', label });
  return say(menu.message);
}

const inProject = ({ context }: FakeRun) => {
  context.account.kind = {
    membership: 'project',
    activation: 'active',
    plan: { type: 'unknown' },
  };
};
const aboutKim = ({ context }: FakeRun) => {
  context.words = {
    greeting: t('Hello.'),
    over: t('Kim is in.'),
    left: () => t('…'),
    handover: t('…'),
  };
};

it('a run says that the account is locked down only after it has seen all of it', async () => {
  expect(await lastMenu([offering])).toContain('Your account is locked down.');
  expect(await lastMenu([offering], {}, inProject)).toContain('secure in this project is secure');
  const waiting = fakeStep('b', { plan: () => [call('b', { gated: true })] });
  expect(await lastMenu([offering, waiting])).toContain('Nothing more can be done now.');
});

it('what is blocked or was skipped is left, but not what was optional', async () => {
  const left = 'Some steps are left.';
  expect(await lastMenu([offering, denied()])).toContain(left);
  expect(await lastMenu([offering, denied({ level: 'optional' })])).not.toContain(left);
  expect(await lastMenu([denied({ level: 'optional' })], { only: ['b'] })).toContain(left);
});

it('a run with --only speaks of the chosen steps', async () => {
  expect(await lastMenu([offering], { only: ['a'] })).toContain('The chosen steps are done.');
  const waiting = fakeStep('b', {
    level: 'recommended',
    plan: () => [call('b', { gated: true })],
  });
  const some = await lastMenu([offering, waiting], { only: ['a', 'b'] });
  expect(some).toContain('Nothing more can be done now.');
});

it('a run about somebody speaks of them', async () => {
  expect(await lastMenu([offering], {}, aboutKim)).toContain('Kim is in. Press Enter to finish');
  const run = fakeRun({ interactive: true, answers: { next: 'finish' } });
  aboutKim(run);
  await walkSteps([fakeStep('a')], run);
  const { welcome } = run.questions.next as { welcome?: { greeting: never; text: never } };
  expect(welcome && say(welcome.greeting)).toBe('Hello.');
  expect(welcome && say(welcome.text)).toContain('Nothing is changed before you say so.');
});

it('whoever quits the last menu by a signal ends the run with it, and else finishes it', async () => {
  const quit = { answers: { next: new Leave('quit') } };
  expect(await lastMenu([offering], quit)).toContain('locked down');
  const broken = { answers: { next: new TypeError('oops') } };
  await expect(lastMenu([offering], broken)).rejects.toThrow('oops');
});
