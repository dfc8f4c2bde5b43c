import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { practiceCredentials } from '../../../src/app/practice-credentials.ts';
import { openRunContext } from '../../../src/app/run-context.ts';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Event, Host, Question } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { say, t } from '../../../src/text/text.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveOwner } from '../../support/accounts/owner-account.ts';
import { iamOf } from '../../support/clients.ts';

/** What whoever practices does at a question: an answer, or Enter or p at a visit. */
type Reply = string | true | 'p' | Leave;

/** A practice run of root's, in which jun has signed in besides. `replies`: to the questions that are asked, in order. */
async function rehearsal(...replies: Reply[]) {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-rehearsal-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const state = newAccount();
  state.evidenceDelay = 0;
  const practice = createPracticeAccount(state);
  await giveOwner(iamOf(practice), state, 'jun');
  const asked: string[] = [];
  const shown: string[] = [];
  const host = {
    emit(event: Event) {
      if (event.type === 'account') shown.push(event.account.identity.arn.split(':').at(-1) ?? '');
    },
    async ask(id: string, question: Question) {
      asked.push(`${id}: ${say(question.message)}`);
      const reply = replies.shift();
      if (reply === undefined || reply instanceof Leave) throw reply ?? new Error('one too many');
      return reply === 'p' ? question.simulate?.() : reply;
    },
  } as Host;
  const context = await openRunContext({
    host,
    source: practiceCredentials(practice, 'us-east-1', host),
    practice,
    folder: folderAt(path),
    answers: {},
    quit: new AbortController().signal,
    interactive: true,
    skip: [],
    only: [],
  });
  const attempt = await context.signInAs?.('jun');
  await attempt?.simulate?.();
  const session = await attempt?.session;
  /** Whose call the pretend CloudTrail has recorded last. */
  const makeGroup = async (GroupName: string) => {
    await context.send({ service: 'iam', operation: 'CreateGroup', input: { GroupName } });
    const [event] = state.calls.filter(({ name }) => name === 'CreateGroup').slice(-1);
    return event?.user.name;
  };
  const becomeRoot = () => context.becomeRoot?.(t('Only root can do this.'));
  return { context, state, session, asked, shown, makeGroup, becomeRoot };
}

const MENU =
  'sign-in.way: Only root can do this. Sign in to 1111-2222-3333 as the root user, for this step only.';
const PAGE = 'sign-in.browser: Sign in to AWS in your browser';
const AGAIN =
  'sign-in.browser: Not signed in yet: press p, and it is done for you. Sign in to AWS in your browser';

describe('in practice', () => {
  it('the run goes on as the administrator, whose calls are theirs', async () => {
    const { session, shown, makeGroup } = await rehearsal();
    expect(await makeGroup('A')).toBe('root');
    await session?.takeOver?.();
    expect(await makeGroup('B')).toBe('jun');
    expect(shown).toEqual(['root', 'user/jun']);
  });

  it('the run stays root if the administrator is gone by then', async () => {
    const { state, session, shown, makeGroup } = await rehearsal();
    state.users.pop();
    await expect(session?.takeOver?.()).rejects.toBeInstanceOf(Blocked);
    expect(await makeGroup('A')).toBe('root');
    expect(shown).toEqual(['root']);
  });

  it('root comes back for one thing, by the practice owner at the page, and leaves again', async () => {
    // Enter alone does not sign in.
    const { context, session, asked, makeGroup, becomeRoot } = await rehearsal(
      'browser',
      true,
      'p',
    );
    await session?.takeOver?.();
    const goBack = await becomeRoot();
    expect(context.account.identity.kind).toBe('root');
    expect(await makeGroup('A')).toBe('root');
    await goBack?.();
    expect(await makeGroup('B')).toBe('jun');
    expect(asked).toEqual([MENU, PAGE, AGAIN]);
  });

  it('whoever practices may go back to the menu, and stay the administrator', async () => {
    const { session, asked, makeGroup, becomeRoot } = await rehearsal(
      'browser',
      new Leave('back'),
      'stay',
    );
    await session?.takeOver?.();
    expect(await becomeRoot()).toBeUndefined();
    expect(await makeGroup('A')).toBe('jun');
    expect(asked).toEqual([MENU, PAGE, MENU]);
  });

  it('a session of the administrator that has ended is followed by another of theirs', async () => {
    const { context, state, session, makeGroup } = await rehearsal(true);
    await session?.takeOver?.();
    for (const one of state.sessions) one.ends = new Date(0).toISOString();
    await context.signIn();
    expect(await makeGroup('A')).toBe('jun');
  });
});
