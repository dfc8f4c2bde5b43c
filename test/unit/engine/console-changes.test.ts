import { describe, expect, it } from 'vitest';
import { Blocked, Leave, SignedOut } from '../../../src/engine/errors.ts';
import type { Change } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep, planning } from '../../support/engine/fake-run.ts';
import { statesOf, walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const change = (more: object = {}) =>
  ({
    kind: 'console',
    id: 'mfa',
    summary: t('do it'),
    url: 'https://console.example/mfa',
    page: t('the page'),
    instructions: [],
    ...more,
  }) as Change;

/** Rejects once the signal is aborted: a question that nobody answers. */
const unanswered = (signal?: AbortSignal) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** Sleeps until the signal is aborted. */
const sleepUntilAborted = async (_: number, signal?: AbortSignal): Promise<void> => {
  await unanswered(signal).catch(() => undefined);
};

/** A question that nobody answers, and whether it was withdrawn. */
function openQuestion() {
  const question = {
    withdrawn: false,
    ask: (_id: string, _question: unknown, signal?: AbortSignal) =>
      unanswered(signal).catch((error) => {
        question.withdrawn = true;
        throw error;
      }),
  };
  return question;
}

describe('a console change', () => {
  it('is polled for, and its question is withdrawn once it is made', async () => {
    let ticks = 0;
    const question = openQuestion();
    const run = fakeRun({
      sleep: async () => {
        if (++ticks === 4) run.account.a = 1;
      },
      ask: question.ask,
    });
    const row = await walkStep(planning(change()), run);
    expect([row.state, run.asked, ticks, question.withdrawn]).toEqual([
      'secure',
      ['a.mfa'],
      4,
      true,
    ]);
  });

  it('is checked whenever the owner presses the key, and asked for again until it is made', async () => {
    let presses = 0;
    const run = fakeRun({
      sleep: sleepUntilAborted,
      ask: async () => {
        if (++presses === 3) run.account.a = 1;
        return true;
      },
    });
    const row = await walkStep(planning(change()), run);
    expect([row.state, presses]).toEqual(['secure', 3]);
  });

  it.each([{}, { shownLate: true }])(
    'is looked for once before the owner is asked, and once after the key: %j',
    async (more) => {
      const looks: string[] = [];
      let phase = 'survey';
      const step = fakeStep('a', {
        observe: async (look) => {
          looks.push(phase);
          phase = 'taken';
          return accountIn(look).a ?? 0;
        },
        plan: (seen) => (seen ? [] : [change(more)]),
      });
      const run = fakeRun({
        sleep: sleepUntilAborted,
        ask: async () => {
          phase = 'made';
          run.account.a = 1;
          return true;
        },
      });
      expect((await walkStep(step, run)).state).toBe('secure');
      expect(looks).toEqual(['survey', 'taken', 'made']);
    },
  );

  it('may be skipped', async () => {
    const run = fakeRun({ answers: { 'a.mfa': new Leave('skip') } });
    expect((await walkStep(planning(change()), run)).state).toBe('skipped');
  });

  it('does not count as made if the step can no longer be observed', async () => {
    let looks = 0;
    const step = fakeStep('a', {
      observe: async () => {
        if (++looks > 3) throw new Blocked(t('denied'));
        return 0;
      },
      plan: () => [change(), call('a')],
    });
    const run = fakeRun({
      ask: (id, _, signal) => (id === 'a.mfa' ? unanswered(signal) : undefined),
    });
    expect((await walkStep(step, run)).state).toBe('blocked');
    expect(run.sent).toEqual([]);
  });

  it('is polled for although the network fails twice in a row, but not three times', async () => {
    const failing = (times: number) => {
      let looks = 0;
      return fakeStep('a', {
        observe: async (look) => {
          looks++;
          if (looks > 3 && looks <= 3 + times)
            throw new Blocked(t('no network'), [], { code: 'ENOTFOUND' });
          if (looks > 3 + times) accountIn(look).a = 1;
          return accountIn(look).a ?? 0;
        },
        plan: (seen) => (seen ? [] : [change()]),
      });
    };
    const walked = async (times: number) => {
      const run = fakeRun({ ask: openQuestion().ask });
      const { state } = await walkStep(failing(times), run);
      return { state, events: run.events };
    };
    const twice = await walked(2);
    expect([twice.state, (await walked(3)).state]).toEqual(['secure', 'blocked']);
    // Nobody knows then whether it is made.
    const told = twice.events.flatMap((event) =>
      event.type === 'doing' && event.unread ? [say(event.unread)] : [],
    );
    expect(told).toEqual(['no network', 'no network']);
  });

  it('is not polled for once AWS itself refuses to show it', async () => {
    let looks = 0;
    const step = fakeStep('a', {
      observe: async () => {
        if (++looks > 3) throw new Blocked(t('denied'), [], { code: 'AccessDenied', status: 403 });
        return 0;
      },
      plan: () => [change()],
    });
    expect((await walkStep(step, fakeRun({ ask: openQuestion().ask }))).state).toBe('blocked');
    expect(looks).toBe(5);
  });

  it('says what to do, and how often it was looked for', async () => {
    let ticks = 0;
    const run = fakeRun({
      sleep: async () => {
        if (++ticks === 2) run.account.a = 1;
      },
      ask: openQuestion().ask,
    });
    const more = { first: [t('call somebody')], privately: true };
    await walkStep(planning(change(more)), run);
    expect(run.questions['a.mfa']).toMatchObject({ kind: 'visit', page: t('the page'), ...more });
    const looks = run.events.flatMap((event) =>
      event.type === 'doing' && event.looks ? [event.looks] : [],
    );
    expect(looks).toEqual([1, 2]);
    const plain = fakeRun({ answers: { 'a.mfa': new Leave('skip') } });
    await walkStep(planning(change()), plain);
    expect(plain.questions['a.mfa']).not.toHaveProperty('first');
    expect(plain.questions['a.mfa']).not.toHaveProperty('privately');
  });

  it('withdraws its question before the owner signs in again', async () => {
    let looks = 0;
    const question = openQuestion();
    const step = fakeStep('a', {
      observe: async (look) => {
        if (++looks === 5) throw new SignedOut(t('ended'), []);
        return accountIn(look).a ?? 0;
      },
      plan: (seen) => (seen ? [] : [change()]),
    });
    const run = fakeRun({
      ask: question.ask,
      signIn: async () => {
        expect(question.withdrawn).toBe(true);
        run.account.a = 1;
      },
    });
    expect((await walkStep(step, run)).state).toBe('secure');
  });

  it('of several users is asked for once for each', async () => {
    const step = fakeStep('a', {
      plan: (seen) => ['kim', 'lee'].slice(seen).map((user) => change({ id: 'enrol', user })),
    });
    const run = fakeRun({
      sleep: sleepUntilAborted,
      ask: async () => {
        run.account.a = (run.account.a ?? 0) + 1;
        return true;
      },
    });
    expect((await walkStep(step, run)).state).toBe('secure');
    expect(run.asked).toEqual(['a.enrol-kim', 'a.enrol-lee']);
  });
});

describe('a console change that AWS shows late', () => {
  const late = planning(change({ shownLate: true }));

  it('lets the walk go on, and is checked again at the end', async () => {
    const run = fakeRun({
      sleep: sleepUntilAborted,
      ask: (id) => {
        if (id === 'b.apply') run.account.a = 1;
        return true;
      },
    });
    expect(statesOf(await walkSteps([late, fakeStep('b')], run))).toBe('secure secure');
    expect(run.asked).toEqual(['a.mfa', 'b.apply']);
  });

  it('keeps the step waiting if AWS does not show it by the end', async () => {
    const run = fakeRun({ answers: { 'a.mfa': true } });
    const row = await walkStep(late, run);
    // At the end, the owner is asked once more.
    expect(run.asked).toEqual(['a.mfa', 'a.mfa']);
    expect(row.state).toBe('waiting');
    expect(row.message && say(row.message)).toContain('Run Rootlock again later');
  });

  it('says itself how long it takes, if not AWS is what is slow', async () => {
    const slow = planning(change({ shownLate: true, shownAfter: t('It takes weeks.') }));
    const row = await walkStep(slow, fakeRun({ answers: { 'a.mfa': true } }));
    expect(row.message && say(row.message)).toBe('It takes weeks.');
  });
});
