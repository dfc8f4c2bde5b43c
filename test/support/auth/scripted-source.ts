import { join } from 'node:path';
import { expect } from 'vitest';
import { openCredentialSource } from '../../../src/auth/credential-source.ts';
import type { CredentialRequest } from '../../../src/auth/credentials.ts';
import type { Host, Question } from '../../../src/engine/step.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { lastProfileIn } from '../../../src/state/last-profile.ts';
import { loginRegionsIn } from '../../../src/state/login-regions.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { say } from '../../../src/text/text.ts';
import { browse } from '../sign-in/sign-in-service.ts';

export const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** A profile of a credentials file, with an access key. */
export const profileWithKey = (profile: string, id: string) =>
  `[${profile}]\naws_access_key_id=${id}\naws_secret_access_key=${SECRET}\n`;

/** For a question that is withdrawn: nobody ever answers it. */
export const NEVER = () => new Promise<never>(() => undefined);

/** The id of a question, and the answer to it: a value, an error to throw, or a function of the question. */
type ScriptedAnswer = [id: string, answer: unknown];

/** A host that gives these answers in this order, and fails if another question comes. */
function scriptedHost(answers: ScriptedAnswer[]) {
  const asked: { id: string; question: Question; message: string }[] = [];
  const left = [...answers];
  const ask = async (id: string, question: Question) => {
    asked.push({ id, question, message: say(question.message) });
    const [wanted, answer] = left.shift() ?? ['nothing more', undefined];
    expect(id).toBe(wanted);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(question) : answer;
  };
  return { host: { emit: () => undefined, ask } as unknown as Host, asked };
}

/** A credential source whose owner gives these answers. Without answers, nobody is there. */
export function scriptedSource(
  answers?: ScriptedAnswer[],
  request: CredentialRequest = {},
  deadKeys: ReadonlySet<string> = new Set(),
) {
  const { host, asked } = scriptedHost(answers ?? []);
  const folder = folderAt(join(process.env.HOME ?? '', 'state'));
  const lastProfile = lastProfileIn(folder);
  const madeSessions = new Set<string>();
  const source = openCredentialSource({
    request,
    lastProfile,
    loginRegions: loginRegionsIn(folder),
    explainError: (error) => error,
    requestHandlerFor: async () => ({}),
    env: process.env,
    host: answers && host,
    deadKeys,
    madeSessions,
    browser: {
      env: process.env,
      quit: new AbortController().signal,
      openBrowser: async (address) => {
        // Whatever comes of it is seen at the other end.
        browse(address).catch(() => undefined);
        return undefined;
      },
      show: () => undefined,
      requestHandlerFor: async () => ({}),
      explainError: (error) => error,
      files: ownersFiles,
    },
  });
  return { ...source, asked, lastProfile, madeSessions };
}

/** The choices of a select question, as they are read. */
export const labels = (question: Question | undefined): string[] =>
  question?.kind === 'select' ? question.choices.map(({ label }) => say(label)) : [];
