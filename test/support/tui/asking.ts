import { afterEach } from 'vitest';
import type { Answer, Kind, Question } from '../../../src/engine/step.ts';
import { account, rows } from './sample-account.ts';
import { openScreen } from './screen.ts';

let screen: ReturnType<typeof openScreen> | undefined;
afterEach(() => screen?.close());

/** A screen that is closed behind the test. */
export function opened(options: Parameters<typeof openScreen>[0] = {}) {
  screen = openScreen(options);
  return screen;
}

/** One that has looked at the account. */
export function looked(options: Parameters<typeof openScreen>[0] = {}) {
  const it = opened(options);
  it.tui.emit({ type: 'account', account });
  it.tui.emit({ type: 'rows', rows });
  return it;
}

/** Asks on a fresh screen; `answer` resolves as the engine's question would. */
export async function asking<K extends Kind>(question: Question<K>, step = 'password-policy') {
  await screen?.close();
  const it = looked();
  const answer: Promise<Answer<K>> = it.tui.ask(`${step}.x`, { step, ...question });
  answer.catch(() => undefined);
  await it.shows(question.message.en);
  return { ...it, answer };
}
