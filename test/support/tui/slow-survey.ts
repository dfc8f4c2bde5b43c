import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import type { Chapter, Host } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { chapters } from '../../../steps/index.ts';
import { newAccount } from '../accounts/new-account.ts';
import { memoryAnswerStore } from '../engine/memory-answer-store.ts';

/** Surveys a fresh account, then walks. Each step is observed only once it is let through. */
export async function slowSurvey(host: Host) {
  const practice = createPracticeAccount(newAccount());
  const { reads, send } = connect(
    {
      credentials: async () => practice.credentials,
      region: 'us-east-1',
      install: practice.install,
    },
    { sleep: async () => undefined },
  );
  const identity = await identify(reads(), practice.credentials);
  const account = { ...identity, region: 'us-east-1', practice: false };
  const gates = new Map<string, { open(): void; refuse(error: Error): void }>();
  const slow = chapters.map(
    (chapter): Chapter => ({
      ...chapter,
      steps: chapter.steps.map((step) => {
        const passed = new Promise<void>((open, refuse) => gates.set(step.id, { open, refuse }));
        return { ...step, observe: (look) => passed.then(() => step.observe(look)) };
      }),
    }),
  );
  host.emit({ type: 'account', account });
  const walked = survey(slow, {
    host,
    account,
    reads,
    send,
    answerStore: memoryAnswerStore(),
    signal: new AbortController().signal,
    interactive: true,
    skip: new Set(),
    signIn: async () => undefined,
    sleep: async () => undefined,
  }).then(walk);
  walked.catch(() => undefined);
  return {
    walked,
    /** Lets these steps be observed, by default all. */
    letThrough(...ids: string[]) {
      for (const [id, gate] of gates) if (ids.length === 0 || ids.includes(id)) gate.open();
    },
    /** Has the step fail when it is observed. */
    refuse: (id: string, error: Error) => gates.get(id)?.refuse(error),
  };
}
