import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/engine/step.ts';
import { headerLines } from '../../../../src/hosts/tui/header.ts';
import { account } from '../../../support/tui/sample-account.ts';

const { alias: _, ...nameless } = account;
const shown = (room: number, given: Partial<Account> = {}, done = 2, counted = 20) =>
  headerLines({ ...nameless, ...given }, { done, counted }, room).map((line) =>
    line.map(({ text }) => text).join(''),
  );

describe('the header', () => {
  it('names the program, the account, who is signed in and the region, and shows the progress', () => {
    expect(shown(80)).toEqual([
      ' Rootlock   1234-5678-9012   root user   us-east-1          ■□□□□□□□□□  2 of 20',
    ]);
  });

  it('leaves out the squares first, then the region, then the name', () => {
    expect(shown(60)).toEqual([' Rootlock   1234-5678-9012   root user              2 of 20']);
    expect(shown(40)).toEqual([' 1234-5678-9012   root user     2 of 20']);
  });

  it('of a practice account says so on the first line, beside the name of the program', () => {
    expect(shown(80, { practice: true })).toEqual([
      ' Rootlock   1234-5678-9012   PRACTICE, nothing is real   root user      2 of 20',
    ]);
    expect(shown(40, { practice: true })).toEqual([
      ' 1234-5678-9012                 2 of 20',
      ' PRACTICE, nothing is real   root user',
    ]);
    expect(shown(40, { alias: 'acme' })).toEqual([
      ' 1234-5678-9012 (acme)          2 of 20',
      ' root user',
    ]);
  });

  it('says when the session ends where there is room', () => {
    const identity = { ...account.identity, expiresAt: new Date(2026, 10, 22, 11, 42) };
    expect(shown(110, { identity })[0]).toContain('us-east-1   session ends 11:42   ');
  });

  it('names no progress where no step counts', () => {
    expect(shown(80, {}, 0, 0)[0]?.trimEnd()).toBe(
      ' Rootlock   1234-5678-9012   root user   us-east-1   session',
    );
  });

  it('fills no square before a step is done, and all only once every step is', () => {
    const full = (done: number) => shown(80, {}, done, 24)[0]?.match(/■/g)?.length ?? 0;
    expect([0, 1, 12, 23, 24].map(full)).toEqual([0, 1, 5, 9, 10]);
  });
});
