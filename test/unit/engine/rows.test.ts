import { describe, expect, it } from 'vitest';
import { isSecure } from '../../../src/engine/host.ts';
import { rowsOf } from '../../../src/engine/rows.ts';
import type {
  AttestedChange,
  Chapter,
  ConsoleChange,
  Row,
  Step,
} from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { addressText } from '../../../src/text/address.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, type FakeRun, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { CHAPTER } from '../../support/engine/in-one-chapter.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

const surveyed = (step: Step, { context }: FakeRun, chapter: Partial<Chapter> = {}) =>
  survey([{ ...CHAPTER, steps: [step], ...chapter }], context);

async function rowOf(step: Step, run = fakeRun(), chapter: Partial<Chapter> = {}): Promise<Row> {
  const [row] = rowsOf(await surveyed(step, run, chapter));
  if (!row) throw new Error('no row');
  return row;
}

const messageOf = ({ message }: Row) => message && say(message);

const attest = (id: string): AttestedChange => ({
  kind: 'attest',
  id,
  summary: t('check it'),
  url: 'https://console.aws.amazon.com/',
  page: t('the page'),
  instructions: [],
});

describe('a row', () => {
  const keys = [{ id: 'AKIA1', active: true }];
  const telling = fakeStep('a', {
    handover: () => [[t('Sign in at'), t('the page')]],
    keepSafe: () => [t('the phone')],
    accessKeys: () => keys,
    cost: 'free',
  });

  it('says what to know and to keep once its step is secure, and not before', async () => {
    const secure = await rowOf(telling, fakeRun({ account: { a: 1 } }));
    expect(secure.handover).toEqual([[t('Sign in at'), t('the page')]]);
    expect(secure.keepSafe).toEqual([t('the phone')]);
    const pending = await rowOf(telling);
    expect([pending.handover, pending.keepSafe]).toEqual([undefined, undefined]);
  });

  it('holds the access keys that its step has seen, and what it costs', async () => {
    expect(await rowOf(telling)).toMatchObject({ accessKeys: keys, cost: 'free' });
    const plain = await rowOf(fakeStep('a'));
    expect(plain).not.toHaveProperty('accessKeys');
    expect(plain).not.toHaveProperty('cost');
  });

  it('says of its chapter what is true of this account', async () => {
    const why = t('for all');
    expect((await rowOf(telling, fakeRun(), { why })).chapter).toEqual({ ...CHAPTER, why });
    const about = () => ({ short: t('for you'), long: t('since you asked') });
    expect((await rowOf(telling, fakeRun(), { why, about })).chapter).toEqual({
      ...CHAPTER,
      why: t('for you'),
      note: t('since you asked'),
    });
  });
});

describe('a step that was left out', () => {
  it('says which questions had no answer, if that is why', async () => {
    const step = fakeStep('a');
    const run = await surveyed(step, fakeRun());
    run.skip(step, ['a.name', 'a.kind']);
    const [row] = rowsOf(run);
    expect(row?.unanswered).toEqual(['a.name', 'a.kind']);
    expect(row && messageOf(row)).toBe('Skipped: no answer to a.name, a.kind.');
  });

  it('says nothing if the owner has left it out', async () => {
    const row = await rowOf(fakeStep('a'), fakeRun({ skip: ['a'] }));
    expect([row.state, messageOf(row)]).toEqual(['skipped', undefined]);
    expect(row).not.toHaveProperty('unanswered');
  });
});

it('an attested step says when the owner gave their last word', async () => {
  const run = fakeRun();
  const days = { 'a.one': '2026-11-03', 'a.two': '2026-11-25', 'a.three': '2026-11-07' };
  run.context.answerStore.attested = (id) => `${days[id as keyof typeof days]}T12:00:00.000Z`;
  const words = ['one', 'two', 'three'].map(attest);
  const row = await rowOf(fakeStep('a', { plan: () => words }), run);
  expect([row.state, messageOf(row)]).toEqual(['attested', 'Confirmed by you on 2026-11-25.']);
});

it('a step whose call works late says when to come back', async () => {
  const step = fakeStep('a', {
    plan: (seen) => [call(seen ? 'b' : 'a', { shownLate: true })],
  });
  const row = await walkStep(step, fakeRun());
  expect([row.state, messageOf(row)]).toEqual([
    'waiting',
    'Started. Run Rootlock again in a few days to finish.',
  ]);
});

describe('a practice account', () => {
  const visit: ConsoleChange = {
    ...attest('visit'),
    kind: 'console',
    url: 'https://acme.signin.aws.amazon.com/console',
    byBrowser: {
      page: t('the other page'),
      instructions: [addressText('https://console.aws.amazon.com/iam')],
    },
  };
  const changesOf = async (change: ConsoleChange | AttestedChange, practice: boolean) =>
    JSON.stringify(
      (await rowOf(fakeStep('a', { plan: () => [change] }), fakeRun({ practice }))).changes,
    );

  it('has no change that leads to the real AWS', async () => {
    expect(await changesOf(attest('x'), true)).toContain('"https://practice.invalid/"');
    expect(await changesOf(visit, true)).toContain('"https://acme.practice.invalid/console"');
    expect(await changesOf(visit, false)).toContain('"https://acme.signin.aws.amazon.com/console"');
  });

  it('keeps the words of a change, and what is no address', async () => {
    const shown = await changesOf(visit, true);
    expect(shown).toContain('the other page');
    expect(shown).toContain('"address":"https://practice.invalid/iam"');
    expect(await changesOf({ ...attest('x'), kind: 'console' }, true)).not.toContain('byBrowser');
    const plain = fakeStep('a', { plan: () => [call('a')] });
    const { changes } = await rowOf(plain, fakeRun({ practice: true }));
    expect(changes).toEqual([call('a')]);
  });
});

it('an account is secure once all that is essential is done', () => {
  const row = (level: Row['level'], state: Row['state']) => ({ level, state }) as Row;
  expect(isSecure([row('essential', 'secure'), row('essential', 'attested')])).toBe(true);
  expect(isSecure([row('essential', 'secure'), row('essential', 'waiting')])).toBe(false);
  expect(isSecure([row('essential', 'secure'), row('recommended', 'pending')])).toBe(true);
});
