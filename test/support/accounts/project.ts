import { readAccountKind } from '../../../src/app/read-account-kind.ts';
import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import { rowsOf } from '../../../src/engine/rows.ts';
import type { Chapter, Event, RunContext } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { freshProject } from '../../../src/practice/fresh-account.ts';
import { owner } from '../../../src/practice/owner/practice-owner.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { pretendComputer } from '../../../src/practice/pretend-computer.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { memoryAnswerStore } from '../engine/memory-answer-store.ts';
import { NOW } from './new-account.ts';

const PROJECT_REGION = 'us-east-2';

/** A project whose trail delivers at once. */
export const newProject = (): PracticeState => ({ ...freshProject(), evidenceDelay: 0 });

interface Options {
  /** The region that the owner has named. */
  region?: string;
  answers?: Record<string, unknown>;
  only?: string[];
  observeOnly?: boolean;
}

/** Runs these chapters in a project, signed in as its role, with AWS's policies for projects. `sent`: what was called, with the region. */
export async function runInProject(
  state: PracticeState,
  chapters: Chapter[],
  { region = PROJECT_REGION, answers = {}, only, observeOnly }: Options = {},
) {
  const practice = createPracticeAccount(state);
  const { credentials, install } = practice;
  const sent: { call: string; write: boolean; error?: string }[] = [];
  const { reads, send } = connect(
    { credentials: async () => credentials, region, install },
    {
      sleep: async () => undefined,
      onSent: ({ request, write, error }) => {
        const call = `${request.service} ${request.operation} ${request.region ?? region}`;
        sent.push({ call, write, ...(error && { error }) });
      },
    },
  );
  const events: Event[] = [];
  const emit = (event: Event) => void events.push(event);
  const ask = async (id: string): Promise<never> => {
    throw new Error(`nobody answers ${id}`);
  };
  const look = reads();
  const kind = await readAccountKind(look);
  const context: RunContext = {
    host: owner({ emit, ask }, practice),
    account: { ...(await identify(look, credentials)), region, practice: true, kind },
    answerStore: memoryAnswerStore(answers, NOW, {}),
    computer: pretendComputer(practice),
    signal: new AbortController().signal,
    interactive: false,
    skip: new Set(),
    ...(only && { only: new Set(only) }),
    reads,
    send,
    signIn: async () => {
      throw new Error('the session of the practice account never ends');
    },
    sleep: async () => undefined,
  };
  const run = await survey(chapters, context);
  return { kind, sent, events, rows: observeOnly ? rowsOf(run) : await walk(run) };
}
