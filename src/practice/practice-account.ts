import type { Client } from '../aws/client.ts';
import { isReading, type Service } from '../aws/operations.ts';
import {
  authenticate,
  type Credentials,
  openSession,
  ownerOf,
  sessionCredentials,
  startSession,
} from './authentication.ts';
import { type ServiceCall, serve } from './http/serve.ts';
import { readLag } from './read-lag.ts';
import { recordCall } from './services/cloudtrail/call-events.ts';
import { recordUse } from './services/iam/key-use.ts';
import { denialsOf, refuseDenied } from './services/iam/refuse-denied.ts';
import { loadedOperations, loadOperations } from './services/index.ts';
import { Refusal } from './services/operation-table.ts';
import { refuseInProject } from './services/organizations/project-policies.ts';
import type { PracticeState } from './state/account-state.ts';

export type { Credentials } from './authentication.ts';

/** An account that plays AWS. */
export interface PracticeAccount {
  state: PracticeState;
  /**
   * Credentials of the owner's session, as `aws login` gives them: of the root user, in a project of its role. The session
   * outlives root's access keys. If it has ended, this is a new one.
   */
  readonly credentials: Credentials;
  /** Credentials of the newest session of the user or role with this id, or of root. If it has ended, this is a new one. */
  credentialsOf(principal: string): Credentials;
  /** The account's clock. */
  now(): Date;
  /** Connects this client of a service to the account in place of the network. */
  install(client: Client, service: Service): void;
  /** Opens a session as `aws login` does, for the user or role with this id. Without an id, for the owner. */
  signIn(principal?: string): Credentials;
  /** Changes the account by other ways than its API, the console for instance. The change is saved when it returns. */
  change<T>(edit: (state: PracticeState, now: Date) => T): T;
}

interface Options {
  /** Called with the state as JSON, after each write and before its answer. */
  save?(json: string): void;
  /** Reads show a write only after this many further reads, as AWS may do. Writes always work on the current state. */
  lag?: number;
  /** All open sessions end after this many calls, as AWS may end them at any time. */
  endSessionsAfter?: number;
  now?(): Date;
}

/** Creates an account that works on `state` and changes it in place. */
export function createPracticeAccount(
  state: PracticeState,
  {
    save,
    lag = 0,
    endSessionsAfter = Number.POSITIVE_INFINITY,
    now = () => new Date(),
  }: Options = {},
): PracticeAccount {
  const reads = readLag(state, lag);

  const saveOrUndo = save && savingOf(state, save);

  const change: PracticeAccount['change'] = (edit) => {
    // A copy takes longer than most writes.
    const before = lag > 0 ? structuredClone(state) : undefined;
    const result = edit(state, now());
    saveOrUndo?.();
    if (before) reads.wrote(before);
    return result;
  };

  let calls = 0;
  const answer = async (call: ServiceCall): Promise<object> => {
    const { service, operation, input, region } = call;
    // Once a service is loaded, it answers at once: in the order in which calls come.
    const operations = loadedOperations(service) ?? (await loadOperations(service));
    const implementation = operations[operation];
    if (!implementation)
      throw new Refusal('NotInPractice', 501, `${service} ${operation} is not played`);
    if (calls++ === endSessionsAfter) {
      for (const session of state.sessions) session.ends = now().toISOString();
    }
    const { id: caller, session, key } = authenticate(state, call, now());
    // Only where a policy may forbid it, since the account answers in the order of the calls.
    if (state.organization?.projectRegion) await refuseInProject(state, call, caller);
    const denials = denialsOf(state, caller);
    if (denials.length > 0)
      await refuseDenied(state, call, caller, { session, now: now(), denials });
    if (key) recordUse(key, state, { now: now(), service, region });
    const context = { region, caller, session, propagatedState: () => reads.shownTo() };
    if (isReading(operation)) {
      // Asking for the report makes it, though that changes nothing of the owner's.
      const shown = operation.endsWith('CredentialReport') ? state : reads.shownTo(operation);
      return implementation(input as never, { ...context, state: shown, now: now() });
    }
    const record = (at: Date, refusedWith?: string) =>
      recordCall(state, call, {
        id: caller,
        session,
        now: at,
        ...(refusedWith && { refusedWith }),
      });
    try {
      return change((current, changedAt) => {
        const output = implementation(input as never, {
          ...context,
          state: current,
          now: changedAt,
        });
        record(changedAt);
        return output;
      });
    } catch (error) {
      if (error instanceof Refusal) record(now(), error.code);
      throw error;
    }
  };

  const signIn = (principal = ownerOf(state)): Credentials =>
    change((_, began) => sessionCredentials(startSession(state, principal, began)));
  const credentialsOf = (principal: string): Credentials => {
    const session = openSession(state, principal, now());
    return session ? sessionCredentials(session) : signIn(principal);
  };

  return {
    state,
    get credentials() {
      return credentialsOf(ownerOf(state));
    },
    credentialsOf,
    now,
    install: (client, service) => serve(client, service, answer, now),
    signIn,
    change,
  };
}

/** Saves the state. If it cannot be saved, the state goes back to the one that was saved last. */
function savingOf(state: PracticeState, save: NonNullable<Options['save']>): () => void {
  let saved = JSON.stringify(state);
  return () => {
    const json = JSON.stringify(state);
    try {
      save(json);
    } catch (error) {
      // Otherwise an observation would show the change, and call it secure.
      for (const key of Object.keys(state)) delete state[key as keyof PracticeState];
      Object.assign(state, JSON.parse(saved));
      throw error;
    }
    saved = json;
  };
}
