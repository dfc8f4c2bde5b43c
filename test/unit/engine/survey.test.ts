import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { KeyPlace } from '../../../src/engine/key-place.ts';
import { rowsOf } from '../../../src/engine/rows.ts';
import type { Look, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, type FakeRun, fakeRun, fakeStep, text } from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';
import { statesOf } from '../../support/engine/walk-steps.ts';

const chain = () => [
  fakeStep('a'),
  fakeStep('b', { needs: ['a'] }),
  fakeStep('c', { needs: ['b'] }),
];
const denied = fakeStep('a', {
  observe: async () => {
    throw new Blocked(t('denied'), [t('ask')]);
  },
});
const rowsAfterSurvey = async (steps: Step[], { context }: FakeRun = fakeRun()) =>
  rowsOf(await survey(inOneChapter(steps), context));

const lookedAt = ({ events }: FakeRun): string[] =>
  events.flatMap((event) => (event.type === 'looking' ? [statesOf(event.rows)] : []));

describe('a survey', () => {
  it('shows each step as it comes in, but an open one not before those that it needs', async () => {
    const run = fakeRun({ interactive: true, account: { d: 1 } });
    const [a, ...rest] = chain();
    const gate = new AbortController();
    const opened = new Promise((resolve) => gate.signal.addEventListener('abort', resolve));
    const late = fakeStep('a', {
      observe: () => opened.then(() => a?.observe({ groups: {} } as never)) as never,
    });
    const needing = { needs: ['a'] };
    const others = [fakeStep('d', needing), { ...denied, ...needing, id: 'e' }];
    const surveyed = rowsAfterSurvey([late, ...rest, ...others], run);
    expect(lookedAt(run)).toEqual(['unread unread unread unread unread']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(lookedAt(run).at(-1)).toBe('unread unread unread secure blocked');
    gate.abort();
    await surveyed;
    expect(lookedAt(run).at(-1)).toBe('pending waiting waiting secure blocked');
    expect(run.events.at(-1)?.type).toBe('rows');
  });

  it('shows nothing before its end if nobody is there', async () => {
    const run = fakeRun({ interactive: false });
    await rowsAfterSurvey(chain(), run);
    expect(run.events.map(({ type }) => type)).toEqual(['rows']);
  });

  it('asks nothing and sends nothing', async () => {
    const run = fakeRun();
    expect(statesOf(await rowsAfterSurvey(chain(), run))).toBe('pending waiting waiting');
    expect([run.asked, run.sent]).toEqual([[], []]);
  });

  it('says which step a waiting step needs', async () => {
    const [, second] = await rowsAfterSurvey(chain());
    expect(second?.message && say(second.message)).toBe('After step a.');
  });

  it('goes on with the other steps if one cannot be observed', async () => {
    const steps = [denied, fakeStep('b', { needs: ['a'] }), fakeStep('d')];
    expect(statesOf(await rowsAfterSurvey(steps))).toBe('blocked waiting pending');
  });

  it('lets a step wait for all that those before it need, too', async () => {
    const account = { b: 1 };
    expect(statesOf(await rowsAfterSurvey(chain(), fakeRun({ account })))).toBe(
      'pending secure waiting',
    );
  });

  it('reads once for all steps, and gives them what this computer keeps', async () => {
    const run = fakeRun();
    const { reads, answerStore } = run.context;
    let times = 0;
    run.context.reads = () => {
      times++;
      return reads();
    };
    const keyPlace = { file: '~/.aws/credentials' } as KeyPlace;
    run.context.keyPlace = keyPlace;
    answerStore.noteSent('a.sent', 7);
    const looks: Look[] = [];
    const watched = fakeStep('a', {
      observe: async (look) => {
        looks.push(look);
        return 1;
      },
    });
    await rowsAfterSurvey([watched, fakeStep('b'), fakeStep('c')], run);
    expect(times).toBe(1);
    expect(looks[0]?.lastSent('a.sent')).toBe(7);
    expect(looks[0]?.keyPlace).toBe(keyPlace);
  });

  it('says what to run if a step waits for another that was not chosen', async () => {
    const [a, b] = [fakeStep('a'), fakeStep('b', { needs: ['a'] })];
    const [alone] = await rowsAfterSurvey([a, b], fakeRun({ only: ['b'] }));
    expect(alone?.fix?.map(say)).toEqual(['Take both: rootlock --only a,b']);
    const [, both] = await rowsAfterSurvey([a, b], fakeRun({ only: ['a', 'b'] }));
    expect([both?.state, both?.fix]).toEqual(['waiting', undefined]);
  });

  it('observes the steps that the chosen ones need, and shows only the chosen ones', async () => {
    const { context } = fakeRun({ only: ['c'] });
    const run = await survey(inOneChapter([...chain(), fakeStep('d')]), context);
    expect(run.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rowsOf(run).map(({ id, state }) => `${id} ${state}`)).toEqual(['c waiting']);
  });

  it('shows the error of a needed step at the chosen step, if the needed step is not shown', async () => {
    const [, ...rest] = chain();
    const open = fakeStep('d');
    const needsBoth = rest.map((step) => (step.id === 'c' ? { ...step, needs: ['d', 'b'] } : step));
    const [c] = await rowsAfterSurvey([denied, open, ...needsBoth], fakeRun({ only: ['c'] }));
    expect([c?.state, c?.message && say(c.message), c?.fix?.map(say)]).toEqual([
      'blocked',
      'denied',
      ['ask'],
    ]);
  });

  it('plans with a known answer, else with the default, else with a placeholder', async () => {
    const step = fakeStep('a', {
      questions: () => ({
        one: { ...text('one'), initial: 'default' },
        two: { ...text('two'), initial: 'default' },
        three: text('three'),
      }),
      plan: (_, { one, two, three }) => [call(`${one} ${two} ${three}`)],
    });
    const [row] = await rowsAfterSurvey([step], fakeRun({ known: { 'a.two': 'known' } }));
    expect(row?.changes).toMatchObject([{ input: { GroupName: 'default known <a.three>' } }]);
  });

  it('ignores a known answer that the question no longer accepts', async () => {
    const length = { kind: 'number', message: t('n'), min: 14, max: 128, initial: 14 } as const;
    const step = fakeStep('a', {
      questions: () => ({ length }),
      plan: (_, answers) => [call(String(answers.length))],
    });
    const [row] = await rowsAfterSurvey([step], fakeRun({ known: { 'a.length': 3 } }));
    expect(row?.changes).toMatchObject([{ input: { GroupName: '14' } }]);
  });
});
