import { describe, expect, it } from 'vitest';
import type { SignInAttempt, UserSession } from '../../../src/engine/context.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { ConsoleChange } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { fakeRun, planning } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

const change = {
  kind: 'console',
  id: 'sign-in',
  user: 'kim',
  shownLate: true,
  summary: t('sign in'),
  url: 'https://console.example/',
  page: t('the page'),
  instructions: [t('by hand')],
  byBrowser: { page: t('the other page'), instructions: [t('with Rootlock')] },
} as ConsoleChange;

/** Rejects once the signal is aborted: a question that nobody answers. */
const unanswered = (signal?: AbortSignal) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** A run in which these sessions come back, one after the other. Nobody answers but `ask`. */
function runWith(sessions: Promise<UserSession>[], ask?: () => unknown) {
  for (const session of sessions) session.catch(() => undefined);
  const closed: string[] = [];
  const asked: [url: string, message: string][] = [];
  const users: string[] = [];
  const run = fakeRun({
    sleep: (_, signal) =>
      unanswered(signal).then(
        () => undefined,
        () => undefined,
      ),
    ask: (_, question, signal) => {
      if (question.kind === 'visit') asked.push([question.url, say(question.message)]);
      const isElsewhere = question.kind === 'visit' && question.url === change.url;
      return isElsewhere || (ask?.() ?? unanswered(signal));
    },
  });
  run.context.signInAs = async (user): Promise<SignInAttempt | undefined> => {
    users.push(user);
    const session = sessions.shift();
    const url = `https://signin.example/${users.length}`;
    return session && { url, session, close: () => void closed.push(url) };
  };
  return { run, closed, asked, users };
}

describe('a console change that is made by signing in', () => {
  it('is answered by the sign-in, whose session and time are remembered, and waits for AWS', async () => {
    const { run, closed, asked, users } = runWith([Promise.resolve({ id: 'ASIAKIM us-east-1' })]);
    const row = await walkStep(planning(change), run);
    expect(row.state).toBe('waiting');
    expect(users[0]).toBe('kim');
    expect(asked[0]).toEqual(['https://signin.example/1', 'sign in']);
    expect(closed).toEqual(['https://signin.example/1']);
    expect(run.context.answerStore.get('a.session')).toBe('ASIAKIM us-east-1 kim');
    expect(run.context.answerStore.lastSent('a.session')).toBe(0);
  });

  it('is asked for again with the reason if somebody else signed in, and remembers nothing of it', async () => {
    const { run, asked } = runWith([
      Promise.reject(new Blocked(t('That is somebody else.'))),
      Promise.resolve({ id: 'ASIAKIM us-east-1' }),
    ]);
    await walkStep(planning(change), run);
    expect(asked.slice(0, 2)).toEqual([
      ['https://signin.example/1', 'sign in'],
      ['https://signin.example/2', 'That is somebody else. sign in'],
    ]);
  });

  it('takes the owner’s key too, who has signed in elsewhere, and stops waiting for the browser', async () => {
    const { run, closed } = runWith([new Promise(() => undefined)], () => true);
    const row = await walkStep(planning(change), run);
    expect(row.state).toBe('waiting');
    expect(closed).toHaveLength(1);
    expect(run.context.answerStore.get('a.session')).toBeUndefined();
  });

  it('is asked for as ever where no browser can come back', async () => {
    const { run, asked } = runWith([]);
    await walkStep(planning(change), run);
    expect(asked[0]).toEqual(['https://console.example/', 'sign in']);
  });

  it('may be made by the practice owner', async () => {
    const simulate = async (): Promise<true> => true;
    const { run } = runWith([unanswered(), unanswered()] as never[], () => true);
    const { signInAs } = run.context;
    run.context.signInAs = async (user) => {
      const attempt = await signInAs?.(user);
      return attempt && { ...attempt, simulate };
    };
    await walkStep(planning(change), run);
    const shown = run.questions['a.sign-in-kim'];
    expect(shown).toMatchObject({ simulate, page: t('the other page') });
  });
});
