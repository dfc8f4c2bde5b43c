import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import type { Change, Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, dbOf, fakeStep, fakeWorld, text } from '../../support/engine/fakes.ts';
import { planning, through } from '../../support/engine/through.ts';

describe('a dangerous change', () => {
  it('is confirmed by a question with a danger mark, whose default is no', async () => {
    const fake = fakeWorld();
    const row = await through([planning(call('a', { danger: true }))], fake);
    expect(fake.questions['a.apply']).toMatchObject({ danger: true, initial: false });
    expect([row.state, fake.sent]).toEqual(['skipped', []]);
  });

  it('is asked for afresh when the account has changed while it was asked for', async () => {
    const answers = [true, false];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => {
        if (id === 'next') return undefined;
        fake.db.other = 1;
        return answers.shift();
      },
    });
    const step = fakeStep('a', {
      observe: async (look) => dbOf(look).other ?? 0,
      plan: (other) => [call(other ? 'another' : 'a', { danger: true })],
    });
    const row = await through([step], fake);
    expect([row.state, fake.asked, fake.sent]).toEqual([
      'skipped',
      ['next', 'a.apply', 'a.apply'],
      [],
    ]);
  });

  it('without a way back is typed first, and the word is kept nowhere', async () => {
    const fake = fakeWorld({ answers: { 'a.typed': 'WXYZ' } });
    const row = await through([planning(call('a', { confirmPhrase: 'WXYZ' }))], fake);
    expect([row.state, fake.sent, fake.kept]).toEqual(['secure', ['a'], {}]);
    const { validate } = fake.questions['a.typed'] as Question<'text'>;
    expect(validate?.('wxyz')).toBeDefined();
  });

  it('stays undone when the wrong word is typed', async () => {
    const fake = fakeWorld({ answers: { 'a.typed': 'no' } });
    const row = await through([planning(call('a', { confirmPhrase: 'WXYZ' }))], fake);
    expect([row.state, fake.sent]).toEqual(['blocked', []]);
  });
});

describe('what was confirmed', () => {
  it('is asked for afresh where it would do more by now', async () => {
    const answers = [true, false];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => {
        if (id === 'next') return undefined;
        fake.db.member = 1;
        return answers.shift();
      },
    });
    const step = fakeStep('a', {
      observe: async (look) => dbOf(look).member ?? 0,
      plan: (member) => [call('a', member ? { danger: true } : {})],
    });
    const row = await through([step], fake);
    expect([row.state, fake.asked, fake.sent]).toEqual([
      'skipped',
      ['next', 'a.apply', 'a.apply'],
      [],
    ]);
  });

  it('is planned anew after the owner went back', async () => {
    const script: Record<string, unknown[]> = {
      'a.kind': ['app', 'token'],
      'a.apply': [new Leave('back'), true],
    };
    const fake = fakeWorld({
      ask: (id) => {
        const answer = script[id]?.shift();
        if (answer instanceof Error) throw answer;
        return answer;
      },
      answers: { 'a.serial': 'ABCD' },
    });
    const step = fakeStep('a', {
      observe: async (look) => ({
        kind: look.known('a.kind'),
        done: dbOf(look).ABCD,
      }),
      status: () => t('…'),
      questions: ({ kind }) => ({
        kind: text('kind'),
        ...(kind === 'token' && { serial: text('serial') }),
      }),
      plan: ({ done }, { serial = 'none' }) => (done ? [] : [call(String(serial))]),
    });
    const row = await through([step], fake);
    expect([row.state, fake.sent]).toEqual(['secure', ['ABCD']]);
  });
});

describe('an account that was not changed before', () => {
  it('is confirmed once, before the first write', async () => {
    const fake = fakeWorld({ trusted: false, answers: { account: true } });
    await through([fakeStep('a'), fakeStep('b')], fake);
    expect(fake.asked).toEqual(['a.apply', 'account', 'b.apply']);
    expect(fake.questions.account).toMatchObject({ danger: true, initial: false });
  });

  it('is left alone when it is the wrong one', async () => {
    const fake = fakeWorld({ trusted: false, answers: { account: false } });
    await expect(through([fakeStep('a')], fake)).rejects.toThrow('quit');
    expect(fake.sent).toEqual([]);
  });

  it('needs no word in practice', async () => {
    const fake = fakeWorld({ trusted: false, practice: true });
    await through([fakeStep('a')], fake);
    expect(fake.asked).toEqual(['a.apply']);
  });
});

describe('an exchange', () => {
  it('may not send what it did not show', async () => {
    const exchange = {
      kind: 'exchange',
      summary: t('talk'),
      calls: [{ service: 'iam', operation: 'CreateUser', input: { UserName: 'x' } }],
      run: (send: (request: object) => Promise<unknown>) =>
        send({ service: 'iam', operation: 'CreateGroup', input: { GroupName: 'x' } }),
    } as unknown as Change;
    await expect(through([planning(exchange)], fakeWorld())).rejects.toThrow('did not show');
  });
});

describe('questions that hang on answers', () => {
  it('are asked after another look, until nothing is new', async () => {
    const step = fakeStep('a', {
      observe: async (look) => ({ name: look.known('a.name'), done: dbOf(look).a }),
      status: () => t('…'),
      questions: ({ name }) => ({
        name: text('name'),
        ...(name === 'taken' && { adopt: text('adopt') }),
      }),
      plan: ({ done }, { adopt = '' }) =>
        done ? [] : [call('a', { summary: t('{adopt}', { adopt: String(adopt) }) })],
    });
    const fake = fakeWorld({ answers: { 'a.name': 'taken', 'a.adopt': 'yes' } });
    expect((await through([step], fake)).state).toBe('secure');
    expect(fake.asked).toEqual(['a.name', 'a.adopt', 'a.apply']);
  });

  it('blocks on an answer that the question refuses', async () => {
    const step = fakeStep('a', {
      questions: () => ({ n: { kind: 'number', message: t('n'), min: 1, max: 3, initial: 1 } }),
    });
    const row = await through([step], fakeWorld({ answers: { 'a.n': 7 } }));
    expect(row.message && say(row.message)).toContain('from 1 to 3');
  });
});
