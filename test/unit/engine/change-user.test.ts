import { describe, expect, it } from 'vitest';
import type { UserSession } from '../../../src/engine/context.ts';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { ConsoleChange, Step } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkSteps } from '../../support/engine/walk-steps.ts';

const OFFER = 'sign-in.change-user';
const MINUTE = 60_000;

const signIn = {
  kind: 'console',
  id: 'sign-in',
  user: 'kim',
  shownLate: true,
  summary: t('sign in'),
  url: 'https://console.example/',
  page: t('the page'),
  instructions: [],
  byBrowser: { page: t('the other page'), instructions: [] },
} as ConsoleChange;

/** The step that kim's sign-in proves, once the fake account shows it. */
const proof = fakeStep('proof', { plan: (seen) => (seen ? [] : [signIn]) });

/** A step that needs root, after the proof. Its call is named like the step. */
const forRoot = (more: Partial<Step> = {}): Step =>
  fakeStep('keys', {
    needs: ['proof'],
    needsRoot: (seen) => (seen ? undefined : t('Only root can do this.')),
    ...more,
  });

interface Options {
  answers?: Record<string, unknown>;
  /** How often taking over is refused first. */
  refusals?: number;
  /** The proof is there once this call has been sent. Absent: at once. */
  shownAfter?: string;
  minutesPerStep?: number;
  /** The owner signs in as root if asked. */
  comesAsRoot?: boolean;
}

/** A run of root's in which kim signs in by the browser. `done`: who has done what, in order. */
function run({
  answers = {},
  refusals = 0,
  shownAfter,
  minutesPerStep = 1,
  comesAsRoot = true,
}: Options = {}) {
  const done: string[] = [];
  const messages: string[] = [];
  let left = refusals;
  let now = 0;
  const fake = fakeRun({
    answers: { [OFFER]: true, ...answers },
    ask: (id, { kind, role, message, danger, initial }) => {
      if (id !== OFFER) return undefined;
      const isDanger = { danger: true, initial: false };
      expect({ kind, role, danger, initial }).toEqual({
        kind: 'confirm',
        role: 'sign-in',
        ...isDanger,
      });
      messages.push(say(message));
      const [answer, ...others] = [answers[OFFER]].flat();
      if (others.length > 0) answers[OFFER] = others;
      return answer ?? true;
    },
    sleep: () => new Promise(() => undefined),
    send: async ({ input }) => {
      const { GroupName } = input as { GroupName: string };
      done.push(`${who()} ${GroupName}`);
      fake.account[GroupName] = 1;
      if (GroupName === shownAfter) show();
      now += minutesPerStep * MINUTE;
      return {} as never;
    },
  });
  const { context, account } = fake;
  const who = () => context.account.identity.kind;
  const become = (kind: 'root' | 'user') => {
    context.account.identity = { ...context.account.identity, kind };
  };
  const show = () => {
    account.proof = 1;
  };
  const reads = context.reads;
  context.reads = () => ({ ...reads(), clock: () => now });
  const session: UserSession = {
    id: 'ASIAKIM us-east-1',
    async takeOver() {
      if (left-- > 0) throw new Blocked(t('No reads.'));
      become('user');
      done.push('root is signed out');
    },
  };
  context.signInAs = async () => ({
    url: 'https://signin.example/',
    session: Promise.resolve(session).finally(() => shownAfter ?? show()),
    close: () => undefined,
  });
  context.becomeRoot = async (why) => {
    done.push(`asked: ${say(why)}`);
    if (!comesAsRoot) return undefined;
    become('root');
    return async () => {
      become('user');
      done.push('root is signed out again');
    };
  };
  return { ...fake, session, done, messages, become };
}

describe('once the sign-in of the administrator is proven', () => {
  it('the walk goes on as them, and root is signed out', async () => {
    const { done, messages, ...fake } = run();
    await walkSteps([proof, fakeStep('a')], fake);
    expect(done).toEqual(['root is signed out', 'user a']);
    expect(messages[0]).toMatch(
      /^Your sign-in as kim is proven. Go on as kim, and sign the root user/,
    );
  });

  it.each<[string, unknown]>([
    ['no', false],
    ['back', new Leave('back')],
    ['skip', new Leave('skip')],
  ])('the walk goes on as root if the owner answers %s, and nobody asks again', async (_, no) => {
    const { done, ...fake } = run({ answers: { [OFFER]: no } });
    await walkSteps([proof, fakeStep('a'), fakeStep('b')], fake);
    expect(done).toEqual(['root a', 'root b']);
    expect(fake.messages).toHaveLength(1);
  });

  it('the owner may quit instead', async () => {
    const fake = run({ answers: { [OFFER]: new Leave('quit') } });
    await expect(walkSteps([proof, fakeStep('a')], fake)).rejects.toMatchObject({ to: 'quit' });
    expect(fake.done).toEqual([]);
  });

  it('the walk goes on as root if a read does not work as the administrator, and says why', async () => {
    const fake = run({ refusals: 1, answers: { [OFFER]: [true, false] } });
    await walkSteps([proof, fakeStep('a')], fake);
    expect(fake.done).toEqual(['root a']);
    expect(fake.messages[1]).toContain('No reads. You are still signed in as the root user.');
  });

  it('the owner may try again after such a refusal', async () => {
    const { done, ...fake } = run({ refusals: 1 });
    await walkSteps([proof, fakeStep('a')], fake);
    expect(done).toEqual(['root is signed out', 'user a']);
  });

  it('nobody is asked if this run keeps its session', async () => {
    const { session, asked, ...fake } = run();
    delete session.takeOver;
    await walkSteps([proof, fakeStep('a')], { ...fake, asked });
    expect(asked).not.toContain(OFFER);
  });

  it('nobody is asked if somebody else than root has signed in to the run meanwhile', async () => {
    const { done, asked, ...fake } = run({ shownAfter: 'b' });
    const a = fakeStep('a', {
      questions: () => ({ q: { ...text, validate: () => void fake.become('user') as undefined } }),
    });
    await walkSteps([proof, a, fakeStep('b'), fakeStep('c')], { ...fake, asked });
    expect(done).toEqual(['user a', 'user b', 'user c']);
    expect(asked).not.toContain(OFFER);
  });

  it('nobody is asked if all that is left needs root', async () => {
    const { done, asked, ...fake } = run();
    await walkSteps([proof, forRoot()], { ...fake, asked });
    expect(done).toEqual(['root keys']);
    expect(asked).not.toContain(OFFER);
  });
});

describe('while AWS does not show the sign-in yet', () => {
  it('the walk goes on as root, and looks again between two steps', async () => {
    const { done, ...fake } = run({ shownAfter: 'b' });
    await walkSteps([proof, ...['a', 'b', 'c'].map((id) => fakeStep(id))], fake);
    expect(done).toEqual(['root a', 'root b', 'root is signed out', 'user c']);
  });

  it('it looks once a minute at most', async () => {
    const { done, ...fake } = run({ shownAfter: 'a', minutesPerStep: 0.4 });
    await walkSteps([proof, ...['a', 'b', 'c', 'd'].map((id) => fakeStep(id))], fake);
    expect(done).toEqual(['root a', 'root b', 'root c', 'root is signed out', 'user d']);
  });
});

describe('a step that needs root', () => {
  const asKim = (options?: Options) => {
    const fake = run(options);
    fake.account.proof = 1;
    fake.become('user');
    return fake;
  };

  it('is taken as root, who is signed out again before the next one', async () => {
    const { done, ...fake } = asKim();
    await walkSteps([proof, forRoot(), fakeStep('z')], fake);
    expect(done).toEqual([
      'asked: Only root can do this.',
      'root keys',
      'root is signed out again',
      'user z',
    ]);
  });

  it('is taken as the administrator if the owner would rather not', async () => {
    const { done, ...fake } = asKim({ comesAsRoot: false });
    await walkSteps([proof, forRoot()], fake);
    expect(done).toEqual(['asked: Only root can do this.', 'user keys']);
  });

  it.each<[string, Error]>([
    ['is blocked', new Blocked(t('no'))],
    ['is left', new Leave('skip')],
    ['ends the run', new Leave('quit')],
  ])('leaves nobody signed in as root if it %s', async (_, error) => {
    const { done, ...fake } = asKim();
    const failing = forRoot({ questions: () => ({ q: { ...text, validate: fail(error) } }) });
    await walkSteps([proof, failing], fake).catch(() => undefined);
    expect(done).toEqual(['asked: Only root can do this.', 'root is signed out again']);
  });

  it('asks nobody who is root already, and nothing once it is done', async () => {
    const asRoot = run();
    asRoot.account.proof = 1;
    await walkSteps([proof, forRoot()], asRoot);
    const isDone = asKim();
    isDone.account.keys = 1;
    await walkSteps([proof, forRoot()], isDone);
    expect([...asRoot.done, ...isDone.done]).toEqual(['root keys']);
  });
});

const text = { kind: 'text', message: t('what?'), initial: 'x', example: 'x' } as const;
const fail = (error: Error) => () => {
  throw error;
};
