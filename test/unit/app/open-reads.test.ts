import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openReads } from '../../../src/app/open-reads.ts';
import { practiceCredentials } from '../../../src/app/practice-credentials.ts';
import type { CredentialSource } from '../../../src/auth/credential-source.ts';
import type { Host } from '../../../src/engine/step.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { pages } from '../../../src/review/index.ts';
import { ReviewSession } from '../../../src/review/session.ts';
import { isWrite } from '../../support/emulator/wire-log.ts';

const NOW = new Date('2026-11-29T12:00:00Z');

/** `signsIn`: what the owner answers once AWS has ended the session. */
async function opened(
  endSessionsAfter = Number.POSITIVE_INFINITY,
  signsIn: () => boolean = () => {
    throw new Error('a review asks nothing');
  },
) {
  const sent: { service: string; operation: string; write: boolean }[] = [];
  const host: Host = {
    emit(event) {
      if (event.type !== 'sent') return;
      const { request, write } = event.sent;
      sent.push({ service: request.service, operation: request.operation, write });
    },
    ask: async () => signsIn() as never,
  };
  const state = busyAccount(NOW);
  const practice = createPracticeAccount(state, { now: () => NOW, endSessionsAfter });
  const renewing = practiceCredentials(practice, 'ap-northeast-2', host);
  // Like an access key: it stays as it is until the owner signs in.
  let key = practice.credentials;
  const source: CredentialSource = {
    ...renewing,
    resolve: async () => ({ ...(await renewing.resolve()), credentials: async () => key }),
    async onCredentialsRejected(...rejected) {
      await renewing.onCredentialsRejected(...rejected);
      key = practice.credentials;
    },
  };
  const quit = new AbortController().signal;
  setMaxListeners(0, quit);
  return { state, sent, ...(await openReads({ host, source, practice, quit })) };
}

describe('what a review is given', () => {
  it('is reads, and nothing that could write', async () => {
    const { reads, ...others } = await opened();
    expect(Object.keys(others).sort()).toEqual(['account', 'sent', 'signIn', 'state']);
    expect(Object.keys(reads()).sort()).toEqual(['clock', 'find', 'read']);
    await expect(
      reads().read('iam', 'CreateUser' as 'GetUser', { UserName: 'eve' }),
    ).rejects.toThrow('CreateUser is not a read');
  });

  it.each(pages)(
    'sends no write for the page $id, and leaves the account as it is',
    async ({ load }) => {
      const { state, sent, account, reads } = await opened();
      const before = JSON.stringify(state);
      const page = await load();
      const look = { ...reads(), account, regions: [account.region], settings: {} };
      const seen = await page.observe(look, () => undefined);
      const table = page.table(seen);
      for (const { key } of table.rows.slice(0, 3)) {
        expect(await page.detail(seen, key, look), key).toBeDefined();
      }
      expect(sent.length).toBeGreaterThan(0);
      expect(sent.filter((one) => one.write || isWrite(one))).toEqual([]);
      expect(JSON.stringify(state)).toBe(before);
      const keys = table.rows.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const columns = table.columns.map(({ id }) => id);
      expect(columns.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
      const named = new Set(table.rows.flatMap(({ cells }) => Object.keys(cells)));
      expect([...named].filter((id) => !columns.includes(id))).toEqual([]);
      const rows = page.signals(seen).flatMap(({ row }) => row ?? []);
      expect(rows.filter((row) => !keys.includes(row))).toEqual([]);
    },
  );
});

/** All pages, opened at the same time. Resolves once no page is being looked at. */
async function reviewed(parts: Awaited<ReturnType<typeof opened>>) {
  const asked = { id: 'people', settings: {}, isEverywhere: false };
  const session = new ReviewSession({ ...parts, pages, asked });
  const tabs = () => session.tabs.map(({ seen, failure }) => ({ seen, failure: failure?.text.en }));
  await new Promise<void>((resolve, reject) => {
    session.onFailure = reject;
    session.onChange = () => {
      if (session.tabs.every(({ isLooking }) => !isLooking)) resolve();
    };
    for (const { id } of pages) session.open(id);
  });
  return { session, tabs };
}

describe('a session that AWS ends during a review', () => {
  it('is followed by another, for which the owner is asked once, and the pages are there', async () => {
    let asked = 0;
    const parts = await opened(30, () => {
      asked++;
      return true;
    });
    const { session, tabs } = await reviewed(parts);
    expect(asked).toBe(1);
    expect(tabs().map(({ seen, failure }) => [typeof seen, failure])).toEqual(
      pages.map(() => ['object', undefined]),
    );
    expect((await session.detail('people', 'kim'))?.sections.length).toBeGreaterThan(1);
  });

  it('leaves the pages as they are if nobody signs in', async () => {
    const { tabs } = await reviewed(await opened(6, () => false));
    expect(new Set(tabs().map(({ failure }) => failure))).toEqual(
      new Set(['Nobody is signed in any more.']),
    );
  });
});
