import { onTestFinished } from 'vitest';
import type { Answer, Kind, Question } from '../../../src/engine/step.ts';
import { account, rows } from './sample-account.ts';
import { openScreen } from './screen.ts';

/**
 * A screen that is closed at the end of the test. An `afterEach` here would close those of one file only: files share this
 * module, and a screen that stays open goes on drawing.
 */
export function opened(options: Parameters<typeof openScreen>[0] = {}) {
  const screen = openScreen(options);
  onTestFinished(() => screen.close());
  return screen;
}

/** A screen that has observed the account. */
export function looked(options: Parameters<typeof openScreen>[0] = {}) {
  const it = opened(options);
  it.tui.emit({ type: 'account', account });
  it.tui.emit({ type: 'rows', rows });
  return it;
}

/** Asks a question on a screen of its own. `answer` resolves with what the engine would get. */
export async function asking<K extends Kind>(
  question: Question<K>,
  step = 'password-policy',
  options: Parameters<typeof openScreen>[0] = {},
) {
  const it = looked(options);
  const answer: Promise<Answer<K>> = it.tui.ask(`${step}.x`, { step, ...question });
  answer.catch(() => undefined);
  await it.shows(question.message.en);
  return { ...it, answer };
}
