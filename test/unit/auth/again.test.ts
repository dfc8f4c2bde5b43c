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

const wayInto = (practice: PracticeAccount): ResolvedCredentials => ({
  credentials: async () => practice.credentials,
  region: 'us-east-1',
  install: practice.install,
  renews: false,
  notices: [],
});
const GONE = new SignedOut(t('Gone.'), []);

/** Signs in by each way in turn. What is in its place an error is what signing in comes to. */
async function opened(ways: (ResolvedCredentials | SignedOut)[]) {
  const path = mkdtempSync(join(tmpdir(), 'rootlock-again-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const refused: [why: string, account: string | undefined][] = [];
  const accounts: Account[] = [];
  const source: CredentialSource = {
    async resolve() {
      const way = ways.shift();
      if (!way) throw new Error('There is no further way in');
      if (way instanceof SignedOut) throw way;
      return way;
    },
    onSessionEstablished: () => undefined,
    onCredentialsRejected: async ({ text }, _, account) =>
      void refused.push([text.en, account?.id]),
    roots: { profiles: new Set(), keys: new Set() },
  };
  const emit = (event: Event) => {
    if (event.type === 'account') accounts.push({ ...event.account });
  };
  const context = await openRunContext({
    host: { emit, ask: () => Promise.reject(new Error('Nobody is asked here')) } as Host,
    source,
    practice: true,
    folder: folderAt(path),
    given: {},
    quit: new AbortController().signal,
    interactive: true,
    skip: [],
    only: [],
  });
  return { world: context, refused, accounts };
}

it('has the owner sign in until it works, and says at the first time that no run has begun', async () => {
  const { refused, accounts } = await opened([
    GONE,
    GONE,
    wayInto(createPracticeAccount(freshAccount())),
  ]);
  expect(refused).toEqual([
    ['Gone.', undefined],
    ['Gone.', undefined],
  ]);
  expect(accounts).toHaveLength(1);
});

it('goes on with the new session, and in the region where the run is', async () => {
  const practice = createPracticeAccount(freshAccount());
  const again = { ...wayInto(practice), region: 'eu-north-1' };
  const { world: context, refused, accounts } = await opened([wayInto(practice), GONE, again]);
  const before = accounts[0]?.identity.accessKeyId;
  practice.change((state, now) => {
    for (const session of state.sessions) session.ends = now.toISOString();
  });
  await expect(context.reads().read('iam', 'GetAccountSummary', {})).rejects.toThrow(SignedOut);
  await context.signIn();
  expect(refused).toEqual([['Gone.', context.account.id]]);
  expect(await context.reads().read('iam', 'GetAccountSummary', {})).toHaveProperty('SummaryMap');
  expect(context.account.region).toBe('us-east-1');
  expect(accounts.at(-1)?.identity.accessKeyId).not.toBe(before);
});

it('knows the name of the account as soon as it has one: people sign in at its address', async () => {
  const { world: context } = await opened([wayInto(createPracticeAccount(freshAccount()))]);
  const input = { AccountAlias: 'acme' };
  await context.send({ service: 'iam', operation: 'CreateAccountAlias', input });
  expect(context.account.alias).toBe('acme');
});

it('ends where it is another account', async () => {
  const other = createPracticeAccount({ ...freshAccount(), id: '999988887777' });
  const { world: context } = await opened([
    wayInto(createPracticeAccount(freshAccount())),
    wayInto(other),
  ]);
  await expect(context.signIn()).rejects.toThrow(
    'You signed in to the account 999988887777, but this run is about 111122223333.',
  );
});
