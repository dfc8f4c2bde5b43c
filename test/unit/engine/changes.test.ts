import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Change, Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import {
  accountIn,
  call,
  fakeRun,
  fakeStep,
  planning,
  text,
} from '../../support/engine/fake-run.ts';
import { walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const messageOf = (question: Question | undefined) => question && say(question.message);

/** Sets `key` in the account while the first confirmation is open. The second one is answered with no. */
function changedMeanwhile(key: string) {
  const answers = [true, false];
  const choices = ['a', 'finish'];
  const run = fakeRun({
    interactive: true,
    ask: (id) => {
      if (id === 'next') return choices.shift();
      run.account[key] = 1;
      return answers.shift();
    },
  });
  return run;
}

describe('a dangerous change', () => {
  it('is confirmed by a question with a danger mark, whose default is no', async () => {
    const run = fakeRun();
    const row = await walkStep(planning(call('a', { danger: true })), run);
    expect(run.questions['a.apply']).toMatchObject({
      kind: 'confirm',
      danger: true,
      initial: false,
    });
    expect(messageOf(run.questions['a.apply'])).toContain('Read it twice.');
    expect([row.state, run.sent]).toEqual(['skipped', []]);
  });

  it('makes a question about others beside it one with a danger mark too', async () => {
    const run = fakeRun();
    await walkStep(planning(call('a'), call('b', { danger: true })), run);
    expect(run.questions['a.apply']).toMatchObject({ danger: true });
    const plain = fakeRun();
    await walkStep(planning(call('a')), plain);
    expect(plain.questions['a.apply']).not.toHaveProperty('danger');
    expect(messageOf(plain.questions['a.apply'])).toBe('Make these changes?');
  });

  it('is confirmed again if another one has taken its place meanwhile', async () => {
    const run = changedMeanwhile('other');
    const step = fakeStep('a', {
      observe: async (look) => accountIn(look).other ?? 0,
      plan: (other) => [call(other ? 'another' : 'a', { danger: true })],
    });
    const row = await walkStep(step, run);
    expect([row.state, run.asked, run.sent]).toEqual([
      'pending',
      ['next', 'a.apply', 'a.apply', 'next'],
      [],
    ]);
  });
});

describe('a change that cannot be undone', () => {
  const step = planning(call('a', { confirmPhrase: 'WXYZ' }));

  it('is made once its phrase is typed, which is kept nowhere', async () => {
    const run = fakeRun({ answers: { 'a.typed': 'WXYZ' } });
    const row = await walkStep(step, run);
    expect([row.state, run.sent, run.kept]).toEqual(['secure', ['a'], {}]);
    const { validate } = run.questions['a.typed'] as Question<'text'>;
    expect(validate?.('wxyz')).toEqual(t('That does not match. Type {word}.', { word: 'WXYZ' }));
    expect(validate?.(' WXYZ ')).toBeUndefined();
    expect(run.questions['a.typed']?.kind).toBe('text');
    expect(messageOf(run.questions['a.typed'])).toBe('do a? Type WXYZ to confirm.');
  });

  it('is not made if the wrong phrase is typed', async () => {
    const run = fakeRun({ answers: { 'a.typed': 'no' } });
    const row = await walkStep(step, run);
    expect([row.state, run.sent]).toEqual(['blocked', []]);
  });
});

describe('a confirmed plan', () => {
  it('is confirmed again if it has become dangerous meanwhile', async () => {
    const run = changedMeanwhile('member');
    const step = fakeStep('a', {
      observe: async (look) => accountIn(look).member ?? 0,
      plan: (member) => [call('a', member ? { danger: true } : {})],
    });
    const row = await walkStep(step, run);
    expect([row.state, run.asked, run.sent]).toEqual([
      'pending',
      ['next', 'a.apply', 'a.apply', 'next'],
      [],
    ]);
  });

  it('is made anew after the owner went back and answered otherwise', async () => {
    const script: Record<string, unknown[]> = {
      'a.kind': ['app', 'token'],
      'a.apply': [new Leave('back'), true],
    };
    const run = fakeRun({
      ask: (id) => script[id]?.shift(),
      answers: { 'a.serial': 'ABCD' },
    });
    const step = fakeStep('a', {
      observe: async (look) => ({ kind: look.known('a.kind'), done: accountIn(look).ABCD }),
      status: () => t('…'),
      questions: ({ kind }) => ({
        kind: text('kind'),
        ...(kind === 'token' && { serial: text('serial') }),
      }),
      plan: ({ done }, { serial = 'none' }) => (done ? [] : [call(String(serial))]),
    });
    const row = await walkStep(step, run);
    expect([row.state, run.sent]).toEqual(['secure', ['ABCD']]);
  });
});

describe('an account that was never changed from this computer', () => {
  it('is confirmed once, before the first write', async () => {
    const run = fakeRun({ trusted: false, answers: { account: true } });
    await walkSteps([fakeStep('a'), fakeStep('b')], run);
    expect(run.asked).toEqual(['a.apply', 'account', 'b.apply']);
    expect(run.questions.account).toMatchObject({ kind: 'confirm', danger: true, initial: false });
    const { message } = run.questions.account ?? {};
    expect(message && say(message)).toMatch(
      /1111-2222-3333, signed in as arn:aws:iam::111122223333:root. Is it yours\?$/,
    );
  });

  it('is named with its endpoint, if that is not AWS', async () => {
    const run = fakeRun({ trusted: false, answers: { account: true } });
    run.context.account.endpoint = 'https://aws.example.com';
    await walkStep(fakeStep('a'), run);
    expect(say(run.questions.account?.message ?? t('…'))).toContain('at https://aws.example.com');
  });

  it('is not changed if the owner says that it is not theirs', async () => {
    const run = fakeRun({ trusted: false, answers: { account: false } });
    await expect(walkStep(fakeStep('a'), run)).rejects.toThrow('quit');
    expect(run.sent).toEqual([]);
  });

  it('needs no confirmation if it is a practice account', async () => {
    const run = fakeRun({ trusted: false, practice: true });
    await walkStep(fakeStep('a'), run);
    expect(run.asked).toEqual(['a.apply']);
  });
});

describe('a call whose reply was lost', () => {
  /** AWS shows the change of such a call only after a while. */
  const walkLost = (lost: boolean) => {
    const run = fakeRun({
      send: () => Promise.reject(Object.assign(new Blocked(t('gone'), [t('Look.')]), { lost })),
      sleep: async () => {
        run.account.a = 1;
      },
    });
    return walkStep(planning(call('a')), run);
  };

  it('counts as made once AWS shows it', async () => {
    expect(await walkLost(true)).toMatchObject({ state: 'secure' });
  });

  it('is not waited for if it was refused', async () => {
    expect(await walkLost(false)).toMatchObject({ state: 'blocked' });
  });
});

describe('an exchange', () => {
  it('must not send an operation that it did not show', async () => {
    const exchange = {
      kind: 'exchange',
      summary: t('talk'),
      calls: [{ service: 'iam', operation: 'CreateUser', input: { UserName: 'x' } }],
      run: (send: (request: object) => Promise<unknown>) =>
        send({ service: 'iam', operation: 'CreateGroup', input: { GroupName: 'x' } }),
    } as unknown as Change;
    await expect(walkStep(planning(exchange), fakeRun())).rejects.toThrow('did not show');
  });

  /** AWS says that it is there already, and it is: the step plans nothing any more. */
  const alreadyThere = (attempts: number, more: Partial<Blocked> = {}) => {
    const run = fakeRun();
    const exchange = {
      ...call('a'),
      kind: 'exchange',
      calls: [call('a')],
      run: async () => {
        run.account.a = 1;
        const refusal = { code: 'EntityAlreadyExists', status: 409, attempts };
        throw Object.assign(new Blocked(t('It is there.'), [t('Look.')], refusal), more);
      },
    } as unknown as Change;
    return walkStep(planning(exchange), run);
  };

  it('does not count as made if AWS refuses its first try: somebody else made the like', async () => {
    expect(await alreadyThere(1)).toMatchObject({ state: 'blocked' });
  });

  it('counts as made if its reply was lost', async () => {
    expect(await alreadyThere(2)).toMatchObject({ state: 'secure' });
    expect(await alreadyThere(1, { code: 'Unreadable', status: 200 })).toMatchObject({
      state: 'secure',
    });
    const broken = { code: 'ServiceUnavailable', status: 503, lost: true };
    expect(await alreadyThere(1, broken)).toMatchObject({ state: 'secure' });
  });

  it('leaves the time at which it was sent, also if no answer comes', async () => {
    const request = { service: 'iam', operation: 'CreateGroup', input: { GroupName: 'a' } };
    const exchange = {
      kind: 'exchange',
      summary: t('talk'),
      calls: [request],
      sentAs: 'a.talk',
      run: (send: (request: object) => Promise<unknown>) => send(request),
    } as unknown as Change;
    const lost = fakeRun({ send: () => Promise.reject(new Blocked(t('lost'))) });
    for (const run of [fakeRun(), lost]) {
      expect(run.context.answerStore.lastSent('a.talk')).toBeUndefined();
      await walkStep(planning(exchange), run);
      expect(run.context.answerStore.lastSent('a.talk')).toBe(0);
    }
  });
});
