import { describe, expect, it } from 'vitest';
import type { ApiCall, Row } from '../../../../src/engine/step.ts';
import {
  changesAt,
  INITIAL_VIEW,
  reduce,
  type ViewEvent,
  type ViewState,
} from '../../../../src/hosts/tui/reduce.ts';
import { agree, visit } from '../../../support/hosts/samples.ts';
import { account, device, policy, rows } from '../../../support/tui/sample-account.ts';

const after = (...happenings: ViewEvent[]): ViewState => happenings.reduce(reduce, INITIAL_VIEW);
const listed: ViewEvent[] = [
  { type: 'account', account },
  { type: 'rows', rows },
];
const sent: ViewEvent = {
  type: 'sent',
  sent: {
    request: { service: 'iam', operation: 'CreateGroup', input: { GroupName: 'ops' } },
    write: true,
    ms: 12,
  },
};

describe('what the screen shows', () => {
  it('a question is about the step that asks it', () => {
    const view = after(...listed, {
      type: 'asked',
      n: 1,
      id: 'password-policy.length',
      question: { ...agree, step: 'password-policy' },
    });
    expect(view.step).toBe('password-policy');
    expect(changesAt(view)).toEqual([policy]);
  });

  it('a question of no step is about the step that the run is at', () => {
    const view = after(
      ...listed,
      { type: 'doing', step: 'root-mfa', changes: [device] },
      { type: 'asked', n: 1, id: 'sign-in.way', question: agree },
    );
    expect(view.step).toBe('root-mfa');
  });

  it('the changes that are about to be made count, not those of the first look', () => {
    const changed: ApiCall = { ...policy, input: { MinimumPasswordLength: 20 } } as ApiCall;
    const view = after(...listed, { type: 'doing', step: 'password-policy', changes: [changed] });
    expect(changesAt(view)).toEqual([changed]);
  });

  it('a new list ends the step', () => {
    const view = after(
      ...listed,
      { type: 'doing', step: 'root-mfa', changes: [device] },
      { type: 'rows', rows },
    );
    expect(view.step).toBeUndefined();
    expect(view.doing).toBeUndefined();
  });

  it('an answered question goes, with all that it held', () => {
    const asked: ViewEvent = { type: 'asked', n: 4, id: 'next', question: agree };
    expect(after(...listed, asked).open?.n).toBe(4);
    expect(after(...listed, asked, { type: 'closed', n: 4 }).open).toBeUndefined();
    expect(after(...listed, asked, { type: 'closed', n: 3 }).open?.n).toBe(4);
  });

  it('a visit stays on the screen while Rootlock looks, until the next thing is done', () => {
    const looking = after(
      ...listed,
      { type: 'asked', n: 1, id: 'root-mfa.mfa', question: { ...visit, step: 'root-mfa' } },
      { type: 'closed', n: 1 },
      { type: 'doing', step: 'root-mfa', changes: [device], looks: 2 },
    );
    expect(looking.open?.n).toBe(1);
    expect(reduce(looking, { type: 'rows', rows }).open).toBeUndefined();
    const next: ViewEvent = { type: 'doing', step: 'root-mfa', changes: [device], index: 0 };
    expect(reduce(looking, next).open).toBeUndefined();
  });

  it('a visit to sign in goes once somebody has signed in', () => {
    const question = { ...visit, role: 'sign-in' as const };
    const asked: ViewEvent = { type: 'asked', n: 1, id: 'sign-in.browser', question };
    expect(after(...listed, asked, { type: 'closed', n: 1 }).open).toBeUndefined();
  });

  it('what the survey finds done is no news, but what a step does is', () => {
    const menu = { message: agree.message };
    const unread = rows.map((row): Row => ({ ...row, state: 'unread' }));
    const surveyed = after({ type: 'looking', rows: unread, menu }, { type: 'rows', rows });
    expect(surveyed.news).toBeUndefined();
    expect(surveyed.menu).toBe(menu);
    const asked = reduce(surveyed, { type: 'asked', n: 1, id: 'next', question: agree });
    expect(asked.menu).toBeUndefined();
    const done = rows.map((row): Row => ({ ...row, state: 'secure' }));
    expect(reduce(asked, { type: 'rows', rows: done }).news?.isGood).toBe(true);
  });

  it('keeps the latest calls only', () => {
    const many = Array.from({ length: 100 }, () => sent);
    expect(after(...many).sent.length).toBeLessThan(50);
  });
});
