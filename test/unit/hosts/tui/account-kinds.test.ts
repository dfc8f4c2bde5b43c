import { afterEach, describe, expect, it } from 'vitest';
import { kindSentences } from '../../../../src/app/account-kind-sentences.ts';
import type { AccountKind } from '../../../../src/engine/account-kind.ts';
import type { Question } from '../../../../src/engine/step.ts';
import { speakIn } from '../../../../src/locale/language.ts';
import { say, speak, t } from '../../../../src/text/text.ts';
import { looked } from '../../../support/tui/asking.ts';
import { account } from '../../../support/tui/sample-account.ts';

const USUAL: AccountKind = {
  membership: 'standalone',
  activation: 'active',
  plan: { type: 'paid' },
};
const KINDS: [string, Partial<AccountKind>][] = [
  ['a management account', { membership: 'management', managementAccount: '123456789012' }],
  ['a member account', { membership: 'member', managementAccount: '999988887777' }],
  ['a project', { membership: 'project', managementAccount: '999988887777' }],
  ['an account that is not activated yet', { activation: 'pending' }],
  [
    'the FREE plan',
    { plan: { type: 'free', ends: new Date('2027-05-20T10:00:00Z'), credits: 100 } },
  ],
  ['the FREE plan that has ended', { plan: { type: 'free', hasEnded: true } }],
];
const next: Question<'select'> = {
  kind: 'select',
  role: 'menu',
  message: t('Where would you like to start?'),
  initial: 'password-policy',
  choices: [
    { value: 'password-policy', label: t('Password policy') },
    { value: 'finish', label: t('Finish for now') },
  ],
};

/** The first screen as one line, once it asks. */
async function firstScreen(kind: Partial<AccountKind>, size: { columns: number; rows: number }) {
  const notices = kindSentences({ ...USUAL, ...kind });
  const screen = looked(size);
  screen.tui.emit({ type: 'account', account: { ...account, notices } });
  screen.tui.ask('next', next).catch(() => undefined);
  await screen.shows(say(next.message));
  return { sentences: notices.map(say), shown: screen.text() };
}

/** Without the blanks, and so without the line breaks. */
const packed = (text: string): string => text.replace(/\s+/g, '');

describe.each([
  [80, 24],
  [60, 24],
  [40, 40],
])('the first screen in %d columns and %d lines', (columns, lines) => {
  afterEach(() => speak(undefined));

  it.each(KINDS)('says whole what %s means', async (_, kind) => {
    const { sentences, shown } = await firstScreen(kind, { columns, rows: lines });
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(packed(shown)).toContain(packed(`! ${sentence}`));
  });

  it.each(KINDS)('says it in Korean: %s', async (_, kind) => {
    await speakIn('ko');
    const { sentences, shown } = await firstScreen(kind, { columns, rows: lines });
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[가-힣]/);
      expect(packed(shown)).toContain(packed(`! ${sentence}`));
    }
  });

  it('says nothing of the usual kind, and of what is not known', async () => {
    const unknown: AccountKind = {
      membership: 'unknown',
      activation: 'unknown',
      plan: { type: 'unknown' },
    };
    for (const kind of [USUAL, unknown]) {
      const { sentences } = await firstScreen(kind, { columns, rows: lines });
      expect(sentences).toEqual([]);
    }
  });
});

it.each(['en', 'ko'] as const)(
  'a small screen says at least the first notice whole (%s)',
  async (language) => {
    await speakIn(language);
    const { sentences, shown } = await firstScreen(
      { membership: 'project', managementAccount: '999988887777', plan: { type: 'free' } },
      { columns: 40, rows: 24 },
    );
    speak(undefined);
    expect(packed(shown)).toContain(packed(`! ${sentences[0]}`));
    expect(packed(shown)).not.toContain(packed(sentences.at(-1) ?? ''));
  },
);
