import { identify } from '../src/auth/identity.ts';
import { connect } from '../src/aws/connection.ts';
import type { Host, Step } from '../src/engine/step.ts';
import { survey } from '../src/engine/survey.ts';
import { createPracticeAccount } from '../src/practice/practice-account.ts';
import type { PracticeState } from '../src/practice/state/account-state.ts';
import { rounds } from '../test/support/aws/rounds.ts';
import { inOneChapter } from '../test/support/engine/in-one-chapter.ts';
import { memoryAnswerStore } from '../test/support/engine/memory-answer-store.ts';

const NO_OWNER: Host = {
  emit: () => undefined,
  ask: async () => {
    throw new Error('a survey asks no question');
  },
};

interface Chain {
  /** The owner's answers. */
  answers?: Record<string, unknown>;
  /** Count only what comes before the first call of this operation. */
  before?: string;
}

/** The length of the longest chain of reads of which each needs the one before, when these steps observe this account side by side. */
export async function longestChain(
  state: PracticeState,
  steps: Step[],
  { answers, before }: Chain = {},
): Promise<number> {
  const practice = createPracticeAccount(structuredClone(state));
  const callRounds = rounds();
  let counted: number | undefined;
  const { credentials } = practice;
  const connectWith = (isHeld: boolean) =>
    connect(
      {
        credentials: async () => credentials,
        region: 'us-east-1',
        install(client, service) {
          if (isHeld)
            client.middlewareStack.add(
              (next, { __smithy_context: { operationSchema } }) =>
                (call) => {
                  if (operationSchema[2] === before) counted ??= callRounds.count();
                  return callRounds.hold().then(() => next(call));
                },
              { step: 'initialize', priority: 'high' },
            );
          practice.install(client, service);
        },
      },
      { sleep: async () => undefined },
    );
  const identity = await identify(connectWith(false).reads(), credentials);
  const { reads, send } = connectWith(true);
  await survey(inOneChapter(steps), {
    host: NO_OWNER,
    answerStore: memoryAnswerStore(answers),
    account: { ...identity, region: 'us-east-1', practice: true },
    reads,
    send,
    signal: new AbortController().signal,
    interactive: false,
    skip: new Set(),
    signIn: async () => undefined,
    sleep: async () => undefined,
  });
  return counted ?? callRounds.count();
}
