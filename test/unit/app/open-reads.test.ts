import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openReads } from '../../../src/app/open-reads.ts';
import { practiceCredentials } from '../../../src/app/practice-credentials.ts';
import type { Host } from '../../../src/engine/step.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { pages } from '../../../src/review/index.ts';
import { isWrite } from '../../support/emulator/wire-log.ts';

const NOW = new Date('2026-11-29T12:00:00Z');

async function opened() {
  const sent: { service: string; operation: string; write: boolean }[] = [];
  const host: Host = {
    emit(event) {
      if (event.type !== 'sent') return;
      const { request, write } = event.sent;
      sent.push({ service: request.service, operation: request.operation, write });
    },
    ask: () => Promise.reject(new Error('a review asks nothing')),
  };
  const state = busyAccount(NOW);
  const practice = createPracticeAccount(state, { now: () => NOW });
  const source = practiceCredentials(practice, 'us-east-1', host);
  const quit = new AbortController().signal;
  setMaxListeners(0, quit);
  return { state, sent, ...(await openReads({ host, source, practice, quit })) };
}

describe('what a review is given', () => {
  it('is reads, and nothing that could write', async () => {
    const { reads, ...others } = await opened();
    expect(Object.keys(others).sort()).toEqual(['account', 'sent', 'state']);
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
