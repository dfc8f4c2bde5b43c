import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Account, Look } from '../../../src/engine/step.ts';
import { takeInventory } from '../../../src/export/index.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { NOW } from '../accounts/new-account.ts';

export const accountOf = ({ id }: PracticeState): Account => ({
  id,
  partition: 'aws',
  region: 'us-east-1',
  practice: false,
  identity: { arn: `arn:aws:iam::${id}:root`, kind: 'root', isLongTerm: false, accessKeyId: '' },
});

/**
 * What is found in an account by the real SDK. `denies`: operations that are denied, and whether the organization does. `sent`: those that
 * were asked for.
 */
export async function inventoryOf(
  state: PracticeState,
  denies: (call: string, region?: string) => boolean | 'organization' = () => false,
  answers = new Map<string, Promise<unknown>>(),
) {
  const practice = createPracticeAccount(state, { now: () => NOW });
  const wire = {
    credentials: async () => practice.credentials,
    region: 'us-east-1',
    install: practice.install,
  };
  const reads = connect(wire, { sleep: async () => undefined }).reads();
  const sent = new Set<string>();
  const guarded =
    (send: (...request: never[]) => Promise<unknown>) =>
    async (...request: unknown[]) => {
      const call = `${request[0]} ${request[1]}`;
      sent.add(call);
      const is = denies(call, request[3] as string | undefined);
      if (is) {
        throw new Blocked({ en: `${call} is denied` }, [], {
          code: 'AccessDenied',
          ...(is === 'organization' && { deniedBy: is }),
        });
      }
      const key = JSON.stringify(request);
      const answer = answers.get(key) ?? send(...(request as never[]));
      answers.set(key, answer);
      return answer;
    };
  const look: Look = {
    account: accountOf(state),
    clock: () => NOW.getTime(),
    known: () => undefined,
    lastSent: () => undefined,
    ...({
      read: guarded(reads.read as never),
      find: guarded(reads.find as never),
    } as object as Pick<Look, 'read' | 'find'>),
  };
  return { inventory: await takeInventory(look), sent: [...sent] };
}
