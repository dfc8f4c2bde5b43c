import { connect } from '../../../src/aws/connection.ts';
import { isReading } from '../../../src/aws/operations.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import type { PageLook } from '../../../src/review/page.ts';

interface Options {
  now?: Date;
  /** Operations that are denied to these credentials. */
  denies?(operation: string): boolean;
}

/** A look at the account by the real SDK. `sent`: the operations. What is no read throws, whether or not it is allowed. */
export function lookOn(
  state: PracticeState,
  { now = new Date(), denies = () => false }: Options = {},
) {
  const practice = createPracticeAccount(state, { now: () => now });
  const wire = {
    credentials: async () => practice.credentials,
    region: 'us-east-1',
    install: practice.install,
  };
  const reads = connect(wire, { sleep: async () => undefined }).reads();
  const sent: string[] = [];
  const guarded =
    (send: (...request: never[]) => Promise<unknown>) =>
    async (...request: unknown[]) => {
      const operation = String(request[1]);
      if (!isReading(operation)) throw new Error(`${operation} is a write`);
      sent.push(operation);
      if (denies(operation)) {
        throw new Blocked({ en: `${operation} is denied` }, [], { code: 'AccessDenied' });
      }
      return send(...(request as never[]));
    };
  const look = {
    account: {
      id: state.id,
      partition: 'aws',
      region: 'us-east-1',
      practice: true,
      identity: { arn: `arn:aws:iam::${state.id}:user/kim`, kind: 'user' },
    },
    regions: ['us-east-1'],
    settings: {},
    clock: () => now.getTime(),
    read: guarded(reads.read as never),
    find: guarded(reads.find as never),
  } as unknown as PageLook;
  return { look, sent };
}
