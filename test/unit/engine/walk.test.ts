import { describe, expect, it } from 'vitest';
import { Blocked, Leave, SignedOut } from '../../../src/engine/errors.ts';
import { rowsOf } from '../../../src/engine/rows.ts';
import type { Row, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeStep, fakeWorld, text } from '../../support/engine/fakes.ts';

const chain = () => [
  fakeStep('a'),
  fakeStep('b', { needs: ['a'] }),
  fakeStep('c', { needs: ['b'] }),
];
const states = (rows: Row[]) => rows.map(({ state }) => state).join(' ');
const through = async (steps: Step[], fake: ReturnType<typeof fakeWorld>) =>
  walk(await survey(steps, fake.world));

describe('a survey', () => {
  it('asks nothing and sends nothing', async () => {
    const fake = fakeWorld();
    const run = await survey(chain(), fake.world);
    expect(states(rowsOf(run))).toBe('pending waiting waiting');
    expect([fake.asked, fake.sent]).toEqual([[], []]);
  });

  it('says what a step waits for', async () => {
    const [, second] = rowsOf(await survey(chain(), fakeWorld().world));
    expect(second?.message && say(second.message)).toBe('After step a.');
  });

  it('goes on with the other steps when one cannot be looked at', async () => {
    const denied = fakeStep('a', {
      observe: async () => {
        throw new Blocked(t('denied'), [t('ask')]);
      },
    });
    const run = await survey(
      [denied, fakeStep('b', { needs: ['a'] }), fakeStep('d')],
      fakeWorld().world,
    );
    expect(states(rowsOf(run))).toBe('blocked waiting pending');
  });

  it('says of a chosen step what is the matter with one that it needs, and that is not shown', async () => {
    const [, ...rest] = chain();
    const denied = fakeStep('a', {
      observe: async () => {
        throw new Blocked(t('denied'), [t('ask')]);
      },
    });
    const [c] = rowsOf(await survey([denied, ...rest], fakeWorld({ only: ['c'] }).world));
    expect([c?.state, c?.message && say(c.message), c?.fix?.map(say)]).toEqual([
      'blocked',
      'denied',
      ['ask'],
    ]);
  });

  it('shows a default, an answer known before, or a placeholder', async () => {
    const step = fakeStep('a', {
      questions: () => ({
        one: { ...text('one'), initial: 'default' },
        two: { ...text('two'), initial: 'default' },
        three: text('three'),
      }),
      plan: (_, { one, two, three }) => [call(`${one} ${two} ${three}`)],
    });
    const [row] = rowsOf(await survey([step], fakeWorld({ given: { 'a.two': 'given' } }).world));
    expect(row?.changes).toMatchObject([{ input: { GroupName: 'default given <a.three>' } }]);
  });

  it('forgets an answer that is none any more', async () => {
    const length = { kind: 'number', message: t('n'), min: 14, max: 128, initial: 14 } as const;
    const step = fakeStep('a', {
      questions: () => ({ length }),
      plan: (_, answers) => [call(String(answers.length))],
    });
    const [row] = rowsOf(await survey([step], fakeWorld({ given: { 'a.length': 3 } }).world));
    expect(row?.changes).toMatchObject([{ input: { GroupName: '14' } }]);
  });

  it('looks at what the chosen steps need, and shows the chosen alone', async () => {
    const fake = fakeWorld({ only: ['c'] });
    const run = await survey([...chain(), fakeStep('d')], fake.world);
    expect(run.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rowsOf(run).map(({ id, state }) => `${id} ${state}`)).toEqual(['c waiting']);
  });
});

describe('a walk', () => {
  it('goes from nothing to secure, and then has nothing to ask or to send', async () => {
    const first = fakeWorld();
    expect(states(await through(chain(), first))).toBe('secure secure secure');
    expect(first.sent).toEqual(['a', 'b', 'c']);
    const second = fakeWorld({ db: first.db });
    expect(states(await through(chain(), second))).toBe('secure secure secure');
    expect([second.asked, second.sent]).toEqual([[], []]);
  });

  it('passes over a skipped step, by flag or by the owner, and what needs it', async () => {
    expect(states(await through(chain(), fakeWorld({ skip: ['b'] })))).toBe(
      'secure skipped waiting',
    );
    const fake = fakeWorld({ answers: { 'a.apply': new Leave('skip') } });
    expect(states(await through([...chain(), fakeStep('d')], fake))).toBe(
      'skipped waiting waiting secure',
    );
  });

  it('says that a step to skip is secure, if it is', async () => {
    expect(states(await through(chain(), fakeWorld({ db: { a: 1 }, skip: ['a'] })))).toBe(
      'secure secure secure',
    );
  });

  it('skips the step whose changes the owner does not confirm', async () => {
    const fake = fakeWorld({ answers: { 'a.apply': false } });
    expect(states(await through([fakeStep('a')], fake))).toBe('skipped');
    expect(fake.sent).toEqual([]);
  });

  it('blocks a step that AWS refuses, and what needs it, not the rest', async () => {
    const fake = fakeWorld({
      send: async () => {
        throw new Blocked(t('no'), [t('ask')]);
      },
    });
    expect(states(await through([...chain(), fakeStep('d')], fake))).toBe(
      'blocked waiting waiting blocked',
    );
  });

  it('takes a change for done when its reply was lost', async () => {
    const fake = fakeWorld();
    fake.world.send = async ({ input }) => {
      fake.db[(input as { GroupName: string }).GroupName] = 1;
      throw new Blocked(t('it exists'), [], { code: 'EntityAlreadyExists' });
    };
    expect(states(await through(chain(), fake))).toBe('secure secure secure');
  });

  it('waits up to a minute until AWS shows what was done', async () => {
    const waits: number[] = [];
    const fake = fakeWorld({
      send: async () => ({}) as never,
      sleep: async (ms) => void waits.push(ms),
    });
    const [row] = await through([fakeStep('a')], fake);
    expect(row?.state).toBe('blocked');
    expect(row?.message && say(row.message)).toContain('does not show');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(60_000);
  });

  it('signs in again in the middle and goes on at the same step', async () => {
    let signIns = 0;
    const fake = fakeWorld({ signIn: async () => void signIns++ });
    const { send } = fake.world;
    let ended = false;
    fake.world.send = (async (request) => {
      if (fake.sent.length === 1 && !ended) {
        ended = true;
        throw new SignedOut(t('ended'), []);
      }
      return send(request);
    }) as typeof send;
    expect(states(await through(chain(), fake))).toBe('secure secure secure');
    expect([signIns, fake.sent]).toEqual([1, ['a', 'b', 'c']]);
  });

  it('ends when nobody can sign in again', async () => {
    const fake = fakeWorld({
      send: async () => {
        throw new SignedOut(t('ended'), []);
      },
    });
    await expect(through(chain(), fake)).rejects.toBeInstanceOf(SignedOut);
  });

  it('lets the owner quit at a question', async () => {
    const fake = fakeWorld({ answers: { 'a.apply': new Leave('quit') } });
    await expect(through(chain(), fake)).rejects.toThrow('quit');
  });

  it('stops between two changes, never inside one', async () => {
    const stop = new AbortController();
    const two = fakeStep('a', { plan: (seen) => (seen > 1 ? [] : [call('x'), call('y')]) });
    const fake = fakeWorld({ signal: stop.signal });
    const { send } = fake.world;
    fake.world.send = ((request) => {
      stop.abort(new Leave('quit'));
      return send(request);
    }) as typeof send;
    await expect(through([two], fake)).rejects.toThrow('quit');
    expect(fake.sent).toEqual(['x']);
  });

  it('lets our own bugs out', async () => {
    const fake = fakeWorld({
      send: async () => {
        throw new TypeError('oops');
      },
    });
    await expect(through([fakeStep('a')], fake)).rejects.toThrow('oops');
  });

  it('goes back from a confirmation to its questions, and from the first question to the list', async () => {
    const script: Record<string, unknown[]> = {
      next: ['a', 'b', 'a'],
      'a.name': ['one', new Leave('back'), 'two'],
      'a.apply': [new Leave('back'), true],
    };
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => {
        const answer = script[id]?.shift();
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
    const asks = fakeStep('a', {
      questions: () => ({ name: text('name') }),
    });
    expect(states(await through([asks, fakeStep('b')], fake))).toBe('secure secure');
    expect(fake.asked).toEqual([
      'next',
      'a.name',
      'a.apply',
      'a.name',
      'next',
      'b.apply',
      'a.name',
      'a.apply',
    ]);
  });

  it('ends at the list when the owner has enough', async () => {
    const fake = fakeWorld({ interactive: true, answers: { next: 'finish' } });
    expect(states(await through(chain(), fake))).toBe('pending waiting waiting');
  });
});
