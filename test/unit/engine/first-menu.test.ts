import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Leave, SignedOut } from '../../../src/engine/errors.ts';
import type { Question, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { t } from '../../../src/text/text.ts';
import { call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';
import { statesOf } from '../../support/engine/walk-steps.ts';

type Options = NonNullable<Parameters<typeof fakeRun>[0]>;

/** A run whose list fills on below the menu. */
function fillingRun(options: Options = {}) {
  const run = fakeRun({ interactive: true, ...options });
  run.context.host.fills = true;
  return run;
}

/** A recommended step that is looked at once `look` is called. */
function lateStep(id: string) {
  let look = () => {};
  const opened = new Promise<void>((resolve) => {
    look = resolve;
  });
  const step = fakeStep(id, { level: 'recommended' });
  const late: Step = { ...step, observe: (at) => opened.then(() => step.observe(at)) as never };
  return { step: late, look };
}

const choicesOf = (question: Question | undefined): string[] =>
  question?.kind === 'select' ? question.choices.map(({ value }) => String(value)) : [];

it('the menu comes once the essential steps are looked at, and the list fills below it', async () => {
  const { step, look } = lateStep('b');
  const shown: string[] = [];
  const run = fillingRun({
    ask: async (id, question) => {
      if (id !== 'next') return undefined;
      expect(choicesOf(question)).toEqual(['a', 'b', 'finish']);
      look();
      // The rest is looked at in the turn after the menu's.
      await setImmediate();
      await setImmediate();
      shown.push(...run.events.flatMap((e) => ('rows' in e ? [statesOf(e.rows)] : [])));
      return 'finish';
    },
  });
  const surveyed = await survey(inOneChapter([fakeStep('a'), step]), run.context);
  expect(run.events.at(-1)).toMatchObject({ type: 'rows' });
  expect(statesOf(await walk(surveyed))).toBe('pending pending');
  expect(shown).toContain('pending unread');
  expect(shown.at(-1)).toBe('pending pending');
});

it('a step that needs one that nobody has looked at is not open', async () => {
  const menus: string[][] = [];
  const run = fillingRun({
    ask: (id, question) => {
      if (id === 'next') menus.push(choicesOf(question));
      return id === 'next' ? 'finish' : undefined;
    },
  });
  const steps = [
    fakeStep('a', { needs: ['c'] }),
    fakeStep('b'),
    fakeStep('c', { level: 'optional' }),
  ];
  const rows = await walk(await survey(inOneChapter(steps), run.context));
  expect(menus).toEqual([['b', 'a', 'c', 'finish']]);
  expect(statesOf(rows)).toBe('waiting pending pending');
});

it.each([
  ['the first chapter has an open one', {}, 'a'],
  ['the first chapter is secure', { a: 1 }, 'a, b'],
  ['all that is essential is secure', { a: 1, b: 1 }, 'a, b, c'],
])('no look is waited for that does not decide where to start: %s', async (_, account, looks) => {
  const looked: string[] = [];
  const chapter = (id: string, more = {}) => {
    const step = fakeStep(id, more);
    const observe: Step['observe'] = (at) => {
      looked.push(id);
      return step.observe(at);
    };
    return { id: `chapter ${id}`, title: t('chapter {id}', { id }), steps: [{ ...step, observe }] };
  };
  const all = [chapter('z', { level: 'optional' }), chapter('a'), chapter('b')];
  const run = fillingRun({ account: { z: 1, ...account } });
  await survey([...all, chapter('c', { level: 'recommended' })], run.context);
  expect(looked.filter((id) => id !== 'z').join(', ')).toBe(looks);
});

it('nothing is left for later if no essential step is open, or if nobody watches the list fill', async () => {
  const steps = [fakeStep('a'), fakeStep('b', { level: 'recommended' })];
  const secure = fillingRun({ account: { a: 1 }, answers: { next: 'finish' } });
  const plain = fakeRun({ interactive: true, answers: { next: 'finish' } });
  for (const [run, states] of [
    [secure, 'secure pending'],
    [plain, 'pending pending'],
  ] as const) {
    await survey(inOneChapter(steps), run.context);
    const last = run.events.at(-1);
    expect(last?.type === 'rows' && statesOf(last.rows)).toBe(states);
  }
});

it('whatever is chosen first, everything is looked at before it, and nothing was changed', async () => {
  const order: string[] = [];
  const watched = (id: string, more = {}) => {
    const step = fakeStep(id, more);
    return {
      ...step,
      observe: (async (at: never) => {
        order.push(`look at ${id}`);
        return step.observe(at);
      }) as Step['observe'],
    };
  };
  const run = fillingRun({
    ask: (id) => {
      order.push(`ask ${id}`);
      return id === 'next' ? 'a' : undefined;
    },
  });
  const steps = [watched('a'), watched('b', { level: 'recommended' })];
  await walk(await survey(inOneChapter(steps), run.context));
  const first = order.indexOf('look at b');
  expect(order.indexOf('ask next')).toBeLessThan(first);
  expect(first).toBeLessThan(order.indexOf('ask a.apply'));
  expect(run.sent).toEqual(['a', 'b']);
});

it('the menu comes again if what was chosen unread turns out to be done, and the list says so', async () => {
  const { step, look } = lateStep('b');
  const menus: string[][] = [];
  const greetings: boolean[] = [];
  const run = fillingRun({
    account: { b: 1 },
    ask: (id, question) => {
      if (id !== 'next') return undefined;
      look();
      menus.push(choicesOf(question));
      greetings.push(question.kind === 'select' && question.welcome !== undefined);
      return menus.length === 1 ? 'b' : 'finish';
    },
  });
  await walk(await survey(inOneChapter([fakeStep('a'), step]), run.context));
  expect(menus).toEqual([
    ['a', 'b', 'finish'],
    ['a', 'finish'],
  ]);
  expect(greetings).toEqual([true, true]);
  expect(run.events.filter((event) => 'next' in event)).not.toEqual([]);
  expect(run.events.flatMap((event) => ('closed' in event ? [event.closed] : []))).toEqual(['b']);
  expect(run.sent).toEqual([]);
});

it('whoever has to sign in again meanwhile is asked after the menu, and what failed is looked at again', async () => {
  const order: string[] = [];
  let isSignedIn = false;
  const run = fillingRun({
    signIn: async () => {
      order.push('signs in');
      isSignedIn = true;
    },
    ask: async (id) => {
      await setImmediate();
      order.push(`ask ${id}`);
      return id === 'next' ? 'finish' : undefined;
    },
  });
  const step = fakeStep('b', {
    level: 'recommended',
    observe: async () => {
      if (!isSignedIn) throw new SignedOut(t('signed out'), []);
      return 1;
    },
  });
  const rows = await walk(await survey(inOneChapter([fakeStep('a'), step]), run.context));
  expect(order).toEqual(['ask next', 'signs in']);
  expect(statesOf(rows)).toBe('pending secure');
});

it('what comes in from a session that has ended draws no list over the first step', async () => {
  const { step, look } = lateStep('c');
  let isSignedIn = false;
  const ended = fakeStep('b', {
    level: 'recommended',
    observe: async () => {
      if (!isSignedIn) throw new SignedOut(t('signed out'), []);
      return 1;
    },
  });
  let looks = 0;
  // Only the look of the session that has ended takes until the first step is taken.
  const late: Step = {
    ...step,
    observe: (at) => (looks++ === 0 ? step.observe(at) : Promise.resolve(0 as never)),
  };
  const run = fillingRun({
    signIn: async () => {
      isSignedIn = true;
    },
    ask: async (id) => {
      await setImmediate();
      if (id === 'a.apply') {
        run.events.length = 0;
        look();
        await setImmediate();
        expect(run.events.map(({ type }) => type)).not.toContain('looking');
        throw new Leave('quit');
      }
      return id === 'next' ? 'a' : undefined;
    },
  });
  const surveyed = await survey(inOneChapter([fakeStep('a'), ended, late]), run.context);
  await expect(walk(surveyed)).rejects.toMatchObject({ to: 'quit' });
});

it('who stops at the menu waits for nothing', async () => {
  const { step } = lateStep('b');
  const run = fillingRun({ answers: { next: new Leave('quit') } });
  const surveyed = await survey(inOneChapter([fakeStep('a'), step]), run.context);
  await expect(walk(surveyed)).rejects.toMatchObject({ to: 'quit' });
});

it('an essential step with an offer alone leaves nothing for later either', async () => {
  const offering = fakeStep('a', {
    plan: () => [call('more', { offerId: 'more' })],
  });
  const run = fillingRun({ answers: { next: 'finish' } });
  const rows = await walk(
    await survey(inOneChapter([offering, fakeStep('b', { level: 'recommended' })]), run.context),
  );
  expect(statesOf(rows)).toBe('secure pending');
});
