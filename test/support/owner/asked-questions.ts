import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import { questionId } from '../../../src/engine/questions.ts';
import type {
  AttestedChange,
  ConsoleChange,
  Event,
  Host,
  Question,
  Row,
  RunContext,
} from '../../../src/engine/step.ts';
import { questionsOf, survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { owner } from '../../../src/practice/owner/practice-owner.ts';
import { type Credentials, createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { pretendComputer } from '../../../src/practice/pretend-computer.ts';
import { chapters, steps } from '../../../steps/index.ts';
import { REGIONS } from '../accounts/new-account.ts';
import { memoryAnswerStore } from '../engine/memory-answer-store.ts';

/** What only the owner can do, or attest. */
export type Visit = ConsoleChange | AttestedChange;

/** What the owner of a new account is asked. */
export interface Asked {
  /** By id, `billing-alerts.addresses` for instance. */
  questions: Map<string, Question>;
  /** By the id of the question for it. */
  visits: Map<string, Visit>;
  /** As the first look at the account found them. */
  rows: Row[];
}

let asked: Promise<Asked> | undefined;

/** Secures a practice account in this process, once. If that fails, what was asked until then is given. */
export const askedQuestions = (): Promise<Asked> => {
  asked ??= secureAndListen();
  return asked;
};

async function secureAndListen(): Promise<Asked> {
  const practice = createPracticeAccount({ ...freshAccount(), regions: REGIONS, evidenceDelay: 0 });
  const found: Asked = { questions: new Map(), visits: new Map(), rows: [] };
  const emit = (event: Event) => {
    if (event.type !== 'rows') return;
    if (found.rows.length === 0) found.rows = event.rows;
    for (const { id, changes } of event.rows) {
      for (const change of changes) {
        if ('url' in change) found.visits.set(questionId(id, change.id), change);
      }
    }
  };
  const answering = owner({ emit, ask: () => Promise.reject(new Error('asked')) }, practice);
  const host: Host = {
    emit: answering.emit,
    ask(id, question, signal) {
      // What the first look asks counts: later, an answer to another step may be offered.
      if (!found.questions.has(id)) found.questions.set(id, question as Question);
      const { change, step = '' } = question as Question;
      // By now it names what was answered before.
      if (change && 'url' in change) found.visits.set(questionId(step, change.id), change);
      return answering.ask(id, question, signal);
    },
  };
  const contextOf = async (credentials: Credentials): Promise<RunContext> => {
    const config = { credentials: async () => credentials, region: 'us-east-1' };
    const { reads, send } = connect(
      { ...config, install: practice.install },
      { sleep: async () => undefined },
    );
    return {
      host,
      account: { ...(await identify(reads(), credentials)), region: 'us-east-1', practice: true },
      reads,
      send,
      answerStore: memoryAnswerStore(),
      computer: pretendComputer(practice),
      signal: new AbortController().signal,
      interactive: false,
      skip: new Set(),
      signIn: async () => undefined,
      sleep: async () => undefined,
    };
  };
  try {
    const asRoot = await contextOf(practice.credentials);
    const first = await survey(chapters, asRoot);
    for (const step of first.steps) {
      const { seen } = first.observationOf(step);
      for (const [key, question] of questionsOf(first, step, seen)) {
        found.questions.set(questionId(step.id, key), { ...question, step: step.id } as Question);
      }
    }
    for (const { id } of steps) {
      const only = new Set([id]);
      // Once there is an administrator, a step may plan something else for them than for root.
      const [user] = practice.state.users;
      if (user) await survey(chapters, { ...(await contextOf(practice.signIn(user.id))), only });
      await walk(await survey(chapters, { ...asRoot, only }));
    }
  } catch {
    // The test that secures a practice account says why.
  }
  return found;
}
