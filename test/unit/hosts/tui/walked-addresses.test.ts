import { expect, it } from 'vitest';
import { identify } from '../../../../src/auth/identity.ts';
import { connect } from '../../../../src/aws/connection.ts';
import type { Event, Host, Question } from '../../../../src/engine/step.ts';
import { survey } from '../../../../src/engine/survey.ts';
import { walk } from '../../../../src/engine/walk.ts';
import { owner } from '../../../../src/practice/owner/practice-owner.ts';
import { createPracticeAccount } from '../../../../src/practice/practice-account.ts';
import { chapters } from '../../../../steps/index.ts';
import { newAccount } from '../../../support/accounts/new-account.ts';
import { memoryAnswerStore } from '../../../support/engine/memory-answer-store.ts';
import { says, wordsOn } from '../../../support/owner/words-on-terminal.ts';
import { opened } from '../../../support/tui/asking.ts';

const SIZES = [
  [80, 24],
  [60, 24],
  [40, 20],
] as const;

type Screen = ReturnType<typeof opened>;

it('each address on each screen of a run is one whole link, and the one of a visit is under y', {
  timeout: 120_000,
}, async () => {
  // The account plays AWS, but the run takes it for a real one: in practice, no address leads anywhere.
  const account = createPracticeAccount(newAccount(new Date()));
  const screens = SIZES.map(([columns, rows]) => opened({ columns, rows }));
  // What is only seen while Rootlock works is drawn for nobody: the screens hear of the rest when they are looked at.
  let unheard: Event[] = [];
  const emit: Host['emit'] = (event) => {
    if (event.type === 'sent' || event.type === 'looking') return;
    if (unheard.at(-1)?.type === event.type) unheard.pop();
    unheard.push(event);
  };
  const answering = owner({ emit, ask: () => expect.fail('asked') }, account);
  const visited: string[] = [];
  const host: Host = {
    emit,
    async ask(id, question, signal) {
      for (const event of unheard) for (const { tui } of screens) tui.emit(event);
      unheard = [];
      await Promise.all(screens.map((screen) => check(screen, id, question as Question)));
      if (question.kind === 'visit') visited.push((question as never as Question<'visit'>).url);
      return answering.ask(id, question, signal);
    },
  };
  const config = { credentials: async () => account.credentials, region: 'us-east-1' };
  const { reads, send } = connect(
    { ...config, install: account.install },
    { sleep: async () => undefined },
  );
  const identity = await identify(reads(), account.credentials);
  const run = await survey(chapters, {
    host,
    account: { ...identity, region: 'us-east-1', practice: false },
    reads,
    send,
    answerStore: memoryAnswerStore(),
    signal: new AbortController().signal,
    interactive: true,
    skip: new Set(),
    signIn: async () => undefined,
    sleep: async () => undefined,
  });
  await walk(run);
  expect(visited.length).toBeGreaterThan(4);
  expect(visited.every((url) => url.includes('.aws.amazon.com/'))).toBe(true);
});

async function check(screen: Screen, id: string, question: Question): Promise<void> {
  const asked = new AbortController();
  screen.tui.ask(id, question, asked.signal).catch(() => undefined);
  const isDrawn = () =>
    question.kind !== 'visit' || screen.links().some(({ address }) => address === question.url);
  await screen.shows((text) => isAsked(text, question) && isDrawn());
  await screen.settled();
  const links = screen.links();
  // Every address in sight belongs to a link, also if the rest of it stands on other lines.
  const inSight = wordsOn(screen.text()).split(/https:\/\/(?!<)/).length - 1;
  const inLinks = links.filter(({ text }) => text.startsWith('https://')).length;
  expect(inSight, screen.text()).toBe(inLinks);
  for (const { text, address } of links) {
    const isShortened = text.endsWith('…') && address.startsWith(text.slice(0, -1));
    expect(text === address || isShortened, `${text} for ${address}`).toBe(true);
  }
  if (question.kind === 'visit') {
    screen.type('y');
    await screen.shows(/(Sent|pasting)/);
    expect(screen.clipboard()).toBe(question.url);
  }
  asked.abort();
}

/** Beside a QR code, the message stands in pieces. Where Enter makes the plan, the plan is the question. */
function isAsked(text: string, { kind, message, role, danger }: Question): boolean {
  if (role === 'confirm' && !danger) return /Enter make th/.test(text);
  return kind === 'codes' ? text.includes('first code') : says(wordsOn(text), message);
}
