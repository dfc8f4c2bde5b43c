import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import { problemWith, type Question } from '../../../src/engine/questions.ts';
import { say, t } from '../../../src/text/text.ts';
import {
  accountIn,
  call,
  fakeRun,
  fakeStep,
  planning,
  text,
} from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

describe('a question', () => {
  it('that depends on an answer is asked after the step was observed again', async () => {
    const step = fakeStep('a', {
      observe: async (look) => ({ name: look.known('a.name'), done: accountIn(look).a }),
      status: () => t('…'),
      questions: ({ name }) => ({
        name: text('name'),
        ...(name === 'taken' && { adopt: text('adopt') }),
      }),
      plan: ({ done }, { adopt = '' }) =>
        done ? [] : [call('a', { summary: t('{adopt}', { adopt: String(adopt) }) })],
    });
    const run = fakeRun({ answers: { 'a.name': 'taken', 'a.adopt': 'yes' } });
    expect((await walkStep(step, run)).state).toBe('secure');
    expect(run.asked).toEqual(['a.name', 'a.adopt', 'a.apply']);
  });

  it('that depends on an answer is not asked once the owner went back and answered otherwise', async () => {
    const script: Record<string, unknown[]> = {
      'a.kind': ['token', 'passkey'],
      'a.serial': [new Leave('back')],
    };
    const step = fakeStep('a', {
      observe: async (look) => ({ kind: look.known('a.kind'), done: accountIn(look).a }),
      status: () => t('…'),
      questions: ({ kind }) => ({
        kind: text('kind'),
        ...(kind === 'token' && { serial: text('serial') }),
      }),
      plan: ({ done }) => (done ? [] : [call('a')]),
    });
    const run = fakeRun({ ask: (id) => script[id]?.shift() });
    expect((await walkStep(step, run)).state).toBe('secure');
    expect(run.asked).toEqual(['a.kind', 'a.serial', 'a.kind', 'a.apply']);
  });

  it('blocks the step if a host returns an answer that it refuses', async () => {
    const step = fakeStep('a', {
      questions: () => ({ n: { kind: 'number', message: t('n'), min: 1, max: 3, initial: 1 } }),
    });
    const row = await walkStep(step, fakeRun({ answers: { 'a.n': 7 } }));
    expect(row.message && say(row.message)).toContain('from 1 to 3');
  });

  /** AWS knows of two names that are taken. */
  const naming = (names: string[], code = 'EntityAlreadyExists') => {
    const script = [...names];
    const run = fakeRun({
      ask: (id) => (id === 'a.name' ? script.shift() : undefined),
      send: async ({ input }) => {
        const { GroupName } = input as { GroupName: string };
        if (['one', 'two'].includes(GroupName)) {
          const details = { code, status: 409 };
          throw new Blocked(t('It is taken.'), [t('Take another.')], details);
        }
        run.account.a = 1;
        return {} as never;
      },
    });
    const step = fakeStep('a', {
      questions: () => ({ name: text('name') }),
      plan: (seen, { name = 'none' }) => (seen ? [] : [call(String(name), { namedBy: 'name' })]),
    });
    return { run, step };
  };

  it.each(['EntityAlreadyExists', 'BucketAlreadyExists', 'BucketAlreadyOwnedByYou'])(
    'is asked again for a name that AWS refuses as taken (%s), until one is free',
    async (code) => {
      const { run, step } = naming(['one', 'two', 'three'], code);
      expect((await walkStep(step, run)).state).toBe('secure');
      expect(run.asked.filter((id) => id === 'a.name')).toHaveLength(3);
      expect(run.kept).toEqual({ 'a.name': 'three' });
      const { message } = run.questions['a.name'] as Question;
      expect(say(message)).toBe('two is already taken. Choose another name. name?');
    },
  );

  it('does not propose its default again once AWS has refused it as taken', async () => {
    const { run, step } = naming(['one', 'three']);
    step.questions = () => ({ name: { ...text('name'), initial: 'one', example: 'kim' } });
    expect((await walkStep(step, run)).state).toBe('secure');
    expect(run.questions['a.name']).toMatchObject({ example: 'kim' });
    expect(run.questions['a.name']?.initial).toBeUndefined();
  });

  it('is asked again if the look with its answer shows that the answer cannot be', async () => {
    const script = ['one', 'one', 'two'];
    const step = fakeStep('a', {
      observe: async (look) => ({ name: look.known('a.name'), done: accountIn(look).a }),
      status: () => t('…'),
      questions: ({ name }) => ({
        kind: { ...text('kind'), initial: 'app' },
        name: {
          ...text('name'),
          validate: (typed: string) =>
            typed === 'one' && name === 'one' ? t('It is taken.') : undefined,
        },
      }),
      plan: ({ done }) => (done ? [] : [call('a')]),
    });
    const run = fakeRun({ ask: (id) => (id === 'a.name' ? script.shift() : undefined) });
    const row = await walkStep(step, run);
    const { message } = run.questions['a.name'] as Question;
    expect(say(message)).toBe('It is taken. name?');
    // Whoever answers the same once more has read nothing.
    expect(row.message && say(row.message)).toContain('It is taken.');
    expect(run.asked).toEqual(['a.kind', 'a.name', 'a.name']);
    expect(run.kept['a.name']).toBeUndefined();
  });

  it('is not asked again if AWS refuses for another reason', async () => {
    const { run, step } = naming(['one', 'two', 'three'], 'LimitExceeded');
    expect((await walkStep(step, run)).state).toBe('blocked');
    expect(run.asked.filter((id) => id === 'a.name')).toHaveLength(1);
  });

  it('is not asked again if the owner leaves the step after it', async () => {
    const run = fakeRun({ answers: { 'a.name': 'kim', 'a.apply': new Leave('skip') } });
    const asking = fakeStep('a', { questions: () => ({ name: text('name') }) });
    expect((await walkStep(asking, run)).state).toBe('skipped');
    expect(run.asked).toEqual(['a.name', 'a.apply']);
  });

  it('is not asked if its step turns out secure as it is taken', async () => {
    const run = fakeRun({
      interactive: true,
      ask: (id) => {
        if (id !== 'next') return undefined;
        run.account.a = 1;
        return 'a';
      },
    });
    const asking = fakeStep('a', { questions: () => ({ name: text('name') }) });
    expect((await walkStep(asking, run)).state).toBe('secure');
    expect(run.asked).toEqual(['next']);
  });

  it('blocks the step if a file answers it with a name that is taken, and forgets that name', async () => {
    const { run, step } = naming(['one', 'one']);
    const row = await walkStep(step, run);
    expect(row.state).toBe('blocked');
    expect(row.message && say(row.message)).toContain('one is already taken. Choose another name.');
    expect(run.kept['a.name']).toBeUndefined();
  });

  it('says which step asks it and what it is for, so that hosts need not parse its id', async () => {
    const asking = fakeStep('a', { questions: () => ({ name: text('name') }) });
    const run = fakeRun({
      interactive: true,
      trusted: false,
      answers: { 'a.name': 'kim', account: true },
    });
    await walkStep(asking, run);
    const { next, ...others } = run.questions;
    expect(next).toMatchObject({ role: 'menu' });
    expect(next).not.toHaveProperty('step');
    expect(
      Object.entries(others).map(([id, { step, role = 'setting' }]) => [id, step, role]),
    ).toEqual([
      ['a.name', 'a', 'setting'],
      ['a.apply', 'a', 'confirm'],
      ['account', 'a', 'confirm'],
    ]);
  });

  it('about a single change holds that change', async () => {
    const change = call('a', { confirmPhrase: 'WXYZ' });
    const run = fakeRun({ answers: { 'a.typed': 'WXYZ' } });
    await walkStep(planning(change), run);
    expect(run.questions['a.typed']).toMatchObject({ role: 'type-to-confirm', change });
  });
});

describe('a text answer', () => {
  it.each([
    ['a line break', 'kim\nlee'],
    ['an escape sequence', '\u001b[2Jkim'],
    ['a null character', 'kim\0'],
    ['a mark that reverses the reading direction', 'kim\u202eeel'],
    ['a character that nobody sees', 'kim\u200b'],
  ])('with %s is refused, whatever the question itself checks', (_, answer) => {
    const problem = problemWith(text('name'), answer);
    expect(problem && say(problem)).toBe('Use one line, without control or invisible characters.');
  });

  it('may be any other line', () => {
    for (const answer of ['', 'kim lee', '김', '<kim>']) {
      expect(problemWith(text('name'), answer)).toBeUndefined();
    }
  });

  it('with a control character blocks the step, and nothing is sent', async () => {
    const step = fakeStep('a', {
      questions: () => ({ name: text('name') }),
      plan: (seen, { name }) => (seen ? [] : [call(String(name))]),
    });
    const run = fakeRun({ answers: { 'a.name': 'kim\u001b[2J' } });
    const row = await walkStep(step, run);
    expect([row.state, run.sent, run.kept]).toEqual(['blocked', [], {}]);
    expect(row.message && say(row.message)).toContain('without control or invisible characters');
  });
});
