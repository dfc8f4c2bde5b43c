import { describe, expect, it } from 'vitest';
import type { Change, Question, Row, Step } from '../../src/engine/contract.ts';
import { Blocked, Leave, SignedOut } from '../../src/engine/errors.ts';
import { survey } from '../../src/engine/survey.ts';
import { say, t } from '../../src/engine/text.ts';
import { walk } from '../../src/engine/walk.ts';
import { call, fakeStep, fakeWorld } from './fakes.ts';

const through = async (steps: Step[], fake: ReturnType<typeof fakeWorld>): Promise<Row> => {
  const [row] = await walk(await survey(steps, fake.world));
  if (!row) throw new Error('no row');
  return row;
};
const planning = (...changes: Change[]) => fakeStep('a', { plan: (seen) => (seen ? [] : changes) });
const visit = (kind: 'console' | 'attest', more: object = {}) =>
  ({ kind, id: 'mfa', summary: t('do it'), url: 'https://…', instructions: [], ...more }) as Change;

/** A question that stays open until it is withdrawn. */
const open = (until?: AbortSignal) =>
  new Promise((_, reject) => until?.addEventListener('abort', () => reject(until.reason)));

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
      ask: () => {
        fake.db.other = 1;
        return answers.shift();
      },
    });
    const step = fakeStep('a', {
      observe: async (look) => (look as unknown as { db: { other?: number } }).db.other ?? 0,
      plan: (other) => [call(other ? 'another' : 'a', { danger: true })],
    });
    const row = await through([step], fake);
    expect([row.state, fake.asked, fake.sent]).toEqual(['skipped', ['a.apply', 'a.apply'], []]);
  });

  it('without a way back is typed first, and the word is kept nowhere', async () => {
    const fake = fakeWorld({ answers: { 'a.typed': 'WXYZ' } });
    const row = await through([planning(call('a', { typed: 'WXYZ' }))], fake);
    expect([row.state, fake.sent, fake.kept]).toEqual(['secure', ['a'], {}]);
    const { check } = fake.questions['a.typed'] as Question<'text'>;
    expect(check?.('wxyz')).toBeDefined();
  });

  it('stays undone when the wrong word is typed', async () => {
    const fake = fakeWorld({ answers: { 'a.typed': 'no' } });
    const row = await through([planning(call('a', { typed: 'WXYZ' }))], fake);
    expect([row.state, fake.sent]).toEqual(['blocked', []]);
  });
});

describe('an offer', () => {
  const offering = fakeStep('a', {
    plan: (seen) => (seen ? [] : [call('a', { offer: 'more' })]),
  });

  it('leaves the step secure, and is not taken unasked', async () => {
    const fake = fakeWorld();
    const row = await through([offering], fake);
    expect([row.state, row.changes.length, fake.sent, fake.asked]).toEqual(['secure', 1, [], []]);
  });

  it('is taken by the owner, who looks closer', async () => {
    const choices = ['a'];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => (id === 'next' ? choices.shift() : id === 'a.more' ? true : undefined),
    });
    await through([offering], fake);
    expect([fake.asked, fake.sent]).toEqual([['next', 'a.more'], ['a']]);
  });

  it('is refused by default', async () => {
    const choices = ['a'];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => (id === 'next' ? choices.shift() : undefined),
    });
    await through([offering], fake);
    expect([fake.asked, fake.sent]).toEqual([['next', 'a.more', 'next'], []]);
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

describe('what only the owner can do', () => {
  it('is looked for by the clock; the question is withdrawn once it is seen', async () => {
    let ticks = 0;
    let withdrawn = false;
    const fake = fakeWorld({
      sleep: async () => {
        if (++ticks === 4) fake.db.a = 1;
      },
      ask: (_, __, until) =>
        open(until).catch((error) => {
          withdrawn = true;
          throw error;
        }),
    });
    const row = await through([planning(visit('console'))], fake);
    expect([row.state, fake.asked, ticks, withdrawn]).toEqual(['secure', ['a.mfa'], 4, true]);
  });

  it('is looked for by the key, and asked again until it is seen', async () => {
    let keys = 0;
    const fake = fakeWorld({
      sleep: (_, until) =>
        open(until).then(
          () => undefined,
          () => undefined,
        ) as Promise<void>,
      ask: async () => {
        if (++keys === 3) fake.db.a = 1;
        return true;
      },
    });
    const row = await through([planning(visit('console'))], fake);
    expect([row.state, keys]).toEqual(['secure', 3]);
  });

  it('may be skipped', async () => {
    const fake = fakeWorld({ answers: { 'a.mfa': new Leave('skip') } });
    expect((await through([planning(visit('console'))], fake)).state).toBe('skipped');
  });

  it('is not taken for done when the look fails', async () => {
    let looks = 0;
    const step = fakeStep('a', {
      observe: async () => {
        if (++looks > 3) throw new Blocked(t('denied'));
        return 0;
      },
      plan: () => [visit('console'), call('a')],
    });
    const fake = fakeWorld({ ask: (id, _, until) => (id === 'a.mfa' ? open(until) : undefined) });
    expect((await through([step], fake)).state).toBe('blocked');
    expect(fake.sent).toEqual([]);
  });

  it('withdraws its question when the session ends, then goes on', async () => {
    let looks = 0;
    let withdrawn = false;
    const step = fakeStep('a', {
      observe: async (look) => {
        if (++looks === 4) throw new SignedOut(t('ended'), []);
        return (look as unknown as { db: { a?: number } }).db.a ?? 0;
      },
      plan: (seen) => (seen ? [] : [visit('console')]),
    });
    const fake = fakeWorld({
      ask: (_, __, until) =>
        open(until).catch((error) => {
          withdrawn = true;
          throw error;
        }),
      signIn: async () => {
        expect(withdrawn).toBe(true);
        fake.db.a = 1;
      },
    });
    expect((await through([step], fake)).state).toBe('secure');
  });

  it('lets the walk go on when its evidence is slow, and is looked at again at the end', async () => {
    const slow = planning(visit('console', { slow: true }));
    const fake = fakeWorld({
      sleep: (_, until) =>
        open(until).then(
          () => undefined,
          () => undefined,
        ) as Promise<void>,
      ask: (id) => {
        if (id === 'b.apply') fake.db.a = 1;
        return true;
      },
    });
    const rows = await walk(await survey([slow, fakeStep('b')], fake.world));
    expect(rows.map(({ state }) => state)).toEqual(['secure', 'secure']);
    expect(fake.asked).toEqual(['a.mfa', 'b.apply']);
  });

  it('waits when its slow evidence has not come', async () => {
    const fake = fakeWorld({ answers: { 'a.mfa': true } });
    const row = await through([planning(visit('console', { slow: true }))], fake);
    expect(row.state).toBe('waiting');
    expect(row.message && say(row.message)).toContain('run Rootlock again later');
  });

  it('counts by the owner’s word where no API shows it, and says so', async () => {
    const fake = fakeWorld();
    const steps = [
      fakeStep('a', { plan: () => [visit('attest')] }),
      fakeStep('b', { needs: ['a'] }),
    ];
    const rows = await walk(await survey(steps, fake.world));
    expect(rows.map(({ state }) => state)).toEqual(['attested', 'secure']);
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
      observe: async (look) => ({ name: look.known('a.name'), done: (look as any).db.a }),
      now: () => t('…'),
      questions: ({ name }) => ({
        name: { kind: 'text', message: t('name') },
        ...(name === 'taken' && { adopt: { kind: 'text', message: t('adopt') } }),
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
