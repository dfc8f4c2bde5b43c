import { identify } from '../src/auth/identity.ts';
import { connect } from '../src/aws/connection.ts';
import type { RunContext, Step } from '../src/engine/step.ts';
import { survey } from '../src/engine/survey.ts';
import { createPracticeAccount } from '../src/practice/practice-account.ts';
import type { PracticeState } from '../src/practice/state/account-state.ts';
import { rounds } from '../test/support/aws/rounds.ts';
import { EMPTY_BOOK } from '../test/support/engine/empty-book.ts';

const NOBODY: Pick<RunContext, 'host' | 'answerStore'> = {
  host: {
    emit: () => undefined,
    ask: async () => {
      throw new Error('a survey asks nothing');
    },
  },
  answerStore: EMPTY_BOOK,
};

/** How many reads wait for one another, at most, when these steps look at this account side by side. */
export async function chainOf(state: PracticeState, steps: Step[]): Promise<number> {
  const practice = createPracticeAccount(structuredClone(state));
  const waits = rounds();
  const { credentials } = practice;
  const connected = (held: boolean) =>
    connect(
      {
        credentials: async () => credentials,
        region: 'us-east-1',
        install(client) {
          if (held)
            client.middlewareStack.add(waits.hold, { step: 'initialize', priority: 'high' });
          practice.install(client);
        },
      },
      { sleep: async () => undefined },
    );
  const identity = await identify(connected(false).reads(), credentials);
  const { reads, send } = connected(true);
  await survey(steps, {
    ...NOBODY,
    account: { ...identity, region: 'us-east-1', practice: true },
    reads,
    send,
    signal: new AbortController().signal,
    interactive: false,
    skip: new Set(),
    signIn: async () => undefined,
    sleep: async () => undefined,
  });
  return waits.count();
}
