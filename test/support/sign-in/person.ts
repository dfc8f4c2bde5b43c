import type { BrowserParts } from '../../../src/auth/browser/browser-sign-in.ts';
import type { Question } from '../../../src/engine/step.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { say, type Text } from '../../../src/text/text.ts';
import { browse } from './sign-in-service.ts';

/** An answer, an error to throw, or a function of the question. */
type Answers = Record<string, unknown>;

/**
 * Somebody with a browser, for signing in to the stand-in. `answers`: by the id of the question. A question without an answer is left open
 * until it is withdrawn.
 */
export function person(answers: Answers | undefined, changes: Partial<BrowserParts> = {}) {
  const asked: string[] = [];
  const shown: string[] = [];
  const ask = async (id: string, question: Question, signal?: AbortSignal) => {
    asked.push(id);
    shown.push(say(question.message));
    const answer = answers?.[id];
    if (answer instanceof Error) throw answer;
    if (typeof answer === 'function') return answer(question);
    if (answer !== undefined) return answer;
    return new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason)),
    );
  };
  const parts: BrowserParts = {
    env: process.env,
    host: answers && ({ ask } as unknown as BrowserParts['host']),
    show: (text: Text, address: string) => shown.push(say(text), address),
    openBrowser: async (address) => {
      browse(address).catch(() => undefined);
      return undefined;
    },
    requestHandlerFor: async () => ({}),
    explainError: (error) => error,
    files: ownersFiles,
    quit: new AbortController().signal,
    ...changes,
  };
  return { parts, asked, shown };
}
