import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { AccountKind } from '../../../src/engine/account-kind.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Menu, Welcome } from '../../../src/engine/questions.ts';
import { say, t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkSteps } from '../../support/engine/walk-steps.ts';

/** What the first menu of a run says before it asks. */
async function welcomeTo(
  kind: Partial<AccountKind> | undefined,
  { practice = false, isFirst = true, steps = [fakeStep('a')] } = {},
) {
  let welcome: Welcome | undefined;
  const run = fakeRun({
    practice,
    trusted: !isFirst,
    interactive: true,
    ask(_, question) {
      if (question.kind === 'select' && question.role === 'menu') welcome = question.welcome;
      return question.role === 'menu' ? 'finish' : undefined;
    },
  });
  const usual: AccountKind = {
    membership: 'unknown',
    activation: 'active',
    plan: { type: 'unknown' },
  };
  if (kind) run.context.account.kind = { ...usual, ...kind };
  await walkSteps(steps, run);
  if (!welcome) throw new Error('nobody was welcomed');
  return { text: say(welcome.text), hint: welcome.hint && say(welcome.hint) };
}

describe('the welcome', () => {
  it.each<[string, Partial<AccountKind> | undefined]>([
    ['this account is locked', undefined],
    ['this account is locked', { membership: 'member' }],
    ['this account is locked', { membership: 'standalone' }],
    ['this account on the paid plan is locked', { membership: 'member', plan: { type: 'paid' } }],
    [
      'this account on the paid plan is locked',
      { membership: 'standalone', plan: { type: 'paid' } },
    ],
    ['this account is locked', { membership: 'standalone', plan: { type: 'free' } }],
  ])('says "%s" of %j', async (words, kind) => {
    expect((await welcomeTo(kind)).text).toContain(words);
  });

  it('says the kind again in a later run', async () => {
    const { text } = await welcomeTo({ plan: { type: 'paid' } }, { isFirst: false });
    expect(text).toContain('minutes of work are left for this account on the paid plan.');
  });

  it('tells in practice alone how to rehearse signing in', async () => {
    const { hint } = await welcomeTo(undefined, { practice: true });
    expect(hint).toContain('sign-in --practice');
    expect(await welcomeTo(undefined)).toMatchObject({ hint: undefined });
  });

  it('takes what nobody could look at for work that may be left, and promises nothing', async () => {
    const denied = async () => Promise.reject(new Blocked(t('denied'), [t('ask')]));
    const blocked = ['b', 'c', 'd', 'e', 'f'].map((id) => fakeStep(id, { observe: denied }));
    const { text } = await welcomeTo(undefined, { steps: [fakeStep('a'), ...blocked] });
    expect(text).toMatch(/^Up to 10 minutes of work are left/);
  });

  it.each([
    ['In about 5 minutes', '10 minutes or less', {}],
    ['About 5 minutes', 'Up to 10 minutes', { trusted: true }],
  ])('says "%s" only once all was looked at, and before that "%s"', async (after, before, more) => {
    const said: unknown[] = [];
    const note = (menu?: Menu) => void said.push(menu?.welcome && say(menu.welcome.text));
    const done = ['b', 'c', 'd', 'e', 'f'];
    const run = fakeRun({
      account: Object.fromEntries(done.map((id) => [id, 1])),
      trusted: false,
      ...more,
      interactive: true,
      ask: async (_, question) => {
        if (question.kind !== 'select') return undefined;
        note(question);
        // The rest is looked at in the turn after the menu's.
        await setImmediate();
        await setImmediate();
        note(run.events.findLast((event) => event.type === 'looking')?.menu);
        return 'finish';
      },
    });
    run.context.host.fills = true;
    await walkSteps(
      [fakeStep('a'), ...done.map((id) => fakeStep(id, { level: 'recommended' }))],
      run,
    );
    expect(said).toEqual([expect.stringContaining(before), expect.stringContaining(after)]);
  });
});
