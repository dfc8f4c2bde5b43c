import { expect, it } from 'vitest';
import type { AccountPlan } from '../../../src/engine/account-kind.ts';
import type { Row } from '../../../src/engine/step.ts';
import { listSentences } from '../../../src/hosts/chapters.ts';
import { openChapters, wideList } from '../../../src/hosts/tui/wide-list.ts';
import { say, t } from '../../../src/text/text.ts';
import { planWords } from '../../../steps/budgets/plan-words.ts';

const ends = new Date('2027-05-28T00:00:00Z');
const wordsFor = (plan: AccountPlan) => {
  const words = planWords({ kind: { membership: 'standalone', activation: 'active', plan } });
  return words && [say(words.short), ...(words.long ? [say(words.long)] : [])];
};

it.each<[AccountPlan, string[] | undefined]>([
  [
    { type: 'free', ends, credits: 97.5 },
    [
      'FREE plan, $97.50 left',
      'FREE plan until 2027-05-28, $97.50 left. AWS gives $20 for a first budget',
    ],
  ],
  [{ type: 'free' }, ['FREE plan', 'FREE plan. AWS gives $20 for a first budget']],
  [{ type: 'paid', credits: 80 }, ['paid plan, $80 left']],
  [{ type: 'paid' }, undefined],
  [{ type: 'free', hasEnded: true, credits: 0 }, undefined],
  [{ type: 'unknown' }, undefined],
])('the plan %j is said as %j', (plan, words) => expect(wordsFor(plan)).toEqual(words));

const money = (id: string, note?: string): Row => ({
  id,
  chapter: { id: 'money', title: t('Money'), ...(note && { note: { en: note } }) },
  title: t('Billing alerts'),
  why: t('Because.'),
  level: 'essential',
  state: 'pending',
  status: t('none'),
  controls: [],
  changes: [],
});

it('the note of a chapter stands below its heading, if a line holds it', () => {
  const note = 'FREE plan until 2027-05-28, $100 left. AWS gives $20 for a first budget';
  const rows = [money('a', note), money('b', note)];
  const lines = (room: number) =>
    wideList(rows, 'a', () => true, room).lines.map((line) =>
      line.map(({ text }) => text).join(''),
    );
  expect(lines(78)[1]).toBe(`   ${note}`);
  expect(lines(60).join()).not.toContain('FREE');
  expect(listSentences(rows)[1]).toBe(`${note}.`);
  // The note takes a line of those that are shared.
  const others = rows.map((row) => ({ ...row, chapter: { ...row.chapter, id: 'other' } }));
  const opened = (room: number) => openChapters([...others, ...rows], 'none', 4, room).size;
  expect([opened(78), opened(60)]).toEqual([0, 1]);
});
