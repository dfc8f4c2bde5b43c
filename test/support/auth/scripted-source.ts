import { join } from 'node:path';
import { expect } from 'vitest';
import { openCredentialSource } from '../../../src/auth/credential-source.ts';
import type { CredentialRequest } from '../../../src/auth/credentials.ts';
import type { Host, Question } from '../../../src/engine/step.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { say } from '../../../src/text/text.ts';

export const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const keyIn = (profile: string, id: string) =>
  `[${profile}]\naws_access_key_id=${id}\naws_secret_access_key=${SECRET}\n`;

/** Answers in order; each says to which question it belongs. */
function scripted(answers: [id: string, answer: unknown][]) {
  const asked: { id: string; question: Question; said: string }[] = [];
  const left = [...answers];
  const ask = async (id: string, question: Question) => {
    asked.push({ id, question, said: say(question.message) });
    const [wanted, answer] = left.shift() ?? ['nothing more', undefined];
    expect(id).toBe(wanted);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(question) : answer;
  };
  return { host: { emit: () => undefined, ask } as unknown as Host, asked, left };
}

/** A door whose owner answers `answers`; without those, nobody is there. */
export function door(
  answers?: [id: string, answer: unknown][],
  given: CredentialRequest = {},
  dead: ReadonlySet<string> = new Set(),
) {
  const script = scripted(answers ?? []);
  const folder = folderAt(join(process.env.HOME ?? '', 'state'));
  const host = answers && script.host;
  return {
    ...openCredentialSource({ given, folder, env: process.env, host, dead }),
    ...script,
    folder,
  };
}
export const labels = (question: Question | undefined) =>
  question?.kind === 'select' ? question.choices.map(({ label }) => say(label)) : [];
