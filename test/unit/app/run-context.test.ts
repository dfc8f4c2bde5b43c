import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openRunContext } from '../../../src/app/run-context.ts';
import type { CredentialSource } from '../../../src/auth/credential-source.ts';
import type { ResolvedCredentials } from '../../../src/auth/credentials.ts';
import { SignedOut } from '../../../src/engine/errors.ts';
import type { Account, Event, Host } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import {
  createPracticeAccount,
  type PracticeAccount,
} from '../../../src/practice/practice-account.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { t } from '../../../src/text/text.ts';

const credentialsOf = (practice: PracticeAccount): ResolvedCredentials => ({
  credentials: async () => practice.credentials,
  region: 'us-east-1',
  requestHandler: {},
  variants: { useFipsEndpoint: false, useDualstackEndpoint: false },
  renews: false,
  notices: [],
});
const EXPIRED = new SignedOut(t('Expired.'), []);

/** A run on `practice`. Each attempt to sign in gives the next of these credentials, or fails with the error. */
async function contextOf(practice: PracticeAccount, attempts: (ResolvedCredentials | SignedOut)[]) {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-context-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const rejected: [reason: string, account: string | undefined][] = [];
  const accounts: Account[] = [];
  const sent: string[] = [];
  const established: string[] = [];
  const source: CredentialSource = {
    async resolve() {
      const attempt = attempts.shift();
      if (!attempt) throw new Error('no further attempt to sign in is expected');
      if (attempt instanceof SignedOut) throw attempt;
      return attempt;
    },
    onSessionEstablished: (_, { accessKeyId }) => void established.push(accessKeyId),
    onCredentialsRejected: async ({ text }, _, account) =>
      void rejected.push([text.en, account?.id]),
    network: () => ({}),
    rootCredentials: { profiles: new Set(), keys: new Set() },
  };
  const emit = (event: Event) => {
    if (event.type === 'account') accounts.push({ ...event.account });
    if (event.type === 'sent') sent.push(event.sent.request.operation);
  };
  const context = await openRunContext({
    host: { emit, ask: () => Promise.reject(new Error('no question is expected')) } as Host,
    source,
    practice,
    folder: folderAt(path),
    answers: {},
    quit: new AbortController().signal,
    interactive: true,
    skip: [],
    only: [],
  });
  return { context, rejected, accounts, sent, established };
}

it('the owner signs in again until AWS accepts it, and at the start no account is named', async () => {
  const practice = createPracticeAccount(freshAccount());
  const { rejected, accounts } = await contextOf(practice, [
    EXPIRED,
    EXPIRED,
    credentialsOf(practice),
  ]);
  expect(rejected).toEqual([
    ['Expired.', undefined],
    ['Expired.', undefined],
  ]);
  expect(accounts).toHaveLength(1);
});

it('a run goes on with the new session, in the region where it began', async () => {
  const practice = createPracticeAccount(freshAccount());
  const { context, rejected, accounts } = await contextOf(practice, [
    credentialsOf(practice),
    EXPIRED,
    { ...credentialsOf(practice), region: 'eu-north-1' },
  ]);
  const before = accounts[0]?.identity.accessKeyId;
  practice.change((state, now) => {
    for (const session of state.sessions) session.ends = now.toISOString();
  });
  await expect(context.reads().read('iam', 'GetAccountSummary', {})).rejects.toThrow(SignedOut);
  await context.signIn();
  expect(rejected).toEqual([['Expired.', context.account.id]]);
  expect(await context.reads().read('iam', 'GetAccountSummary', {})).toHaveProperty('SummaryMap');
  expect(context.account.region).toBe('us-east-1');
  expect(accounts.at(-1)?.identity.accessKeyId).not.toBe(before);
});

it('a run ends if the owner signs in again to another account, and does not remember that one', async () => {
  const practice = createPracticeAccount(freshAccount());
  const { context, established } = await contextOf(practice, [
    credentialsOf(practice),
    credentialsOf(practice),
  ]);
  practice.state.id = '999988887777';
  await expect(context.signIn()).rejects.toThrow(
    'You are signed in to the account 9999-8888-7777, but this run is about 1111-2222-3333.',
  );
  expect(established).toHaveLength(1);
});

it('the survey reads nothing again of what told who is signed in, and a later look does', async () => {
  const practice = createPracticeAccount(freshAccount());
  const { context, sent } = await contextOf(practice, [credentialsOf(practice)]);
  const looks = () => sent.filter((operation) => operation === 'ListAccountAliases').length;
  await context.reads().read('iam', 'ListAccountAliases', {});
  expect(looks()).toBe(1);
  await context.reads().read('iam', 'ListAccountAliases', {});
  expect(looks()).toBe(2);
});
