import { expect, it } from 'vitest';
import type { Row } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import { agree } from '../../../support/hosts/samples.ts';
import { looked } from '../../../support/tui/asking.ts';
import { rows } from '../../../support/tui/sample-account.ts';

const now = (id: string, news: Partial<Row>): Row[] =>
  rows.map((row) => (row.id === id ? { ...row, ...news } : row));
const strong = now('password-policy', { state: 'secure', status: t('14 characters or more') });

it.each([80, 60, 40])(
  'what was just done stays in sight while the next step asks, in %i columns',
  async (columns) => {
    const { tui, shows, text } = looked({ columns });
    tui.emit({ type: 'rows', rows: strong });
    const question = { ...agree, step: 'admin-group' };
    tui.ask('admin-group.apply', question).catch(() => undefined);
    await shows(question.message.en);
    expect(text()).toMatch(/✓ Password policy: 14[\s\S]*characters[\s\S]*or\s+more/);
  },
);

it.each([80, 40])(
  'of what is longer, a mark shows that the end is left out, in %i columns',
  async (columns) => {
    const { tui, shows, text } = looked({ columns });
    const status = t('{words}', { words: `set for ${'kim '.repeat(60)}` });
    tui.emit({ type: 'rows', rows: now('password-policy', { state: 'secure', status }) });
    tui.ask('admin-group.apply', { ...agree, step: 'admin-group' }).catch(() => undefined);
    await shows(agree.message.en);
    expect(text()).toMatch(/kim…|ki…|k…/);
  },
);

it('what was done before that is in sight no more', async () => {
  const { tui, shows, text } = looked();
  tui.emit({ type: 'rows', rows: strong });
  await shows('✓ Password policy: 14');
  tui.emit({ type: 'rows', rows: strong });
  tui.ask('admin-group.apply', { ...agree, step: 'admin-group' }).catch(() => undefined);
  await shows(agree.message.en);
  expect(text()).not.toContain('✓ Password policy: 14');
});

it.each([80, 60, 40])(
  'what could not be done is said while the next step asks, in %i columns',
  async (columns) => {
    const { tui, shows, text } = looked({ columns });
    const taken = 'password-policy';
    const blocked = now(taken, { state: 'blocked', message: t('AWS cannot be reached') });
    tui.emit({ type: 'rows', rows: blocked, taken });
    tui.ask('admin-group.apply', { ...agree, step: 'admin-group' }).catch(() => undefined);
    await shows(agree.message.en);
    expect(text()).toMatch(/✗ Password policy: AWS[\s\S]*cannot[\s\S]*be\s+reached/);
  },
);

it('what the owner has confirmed is said to be that', async () => {
  const { tui, shows } = looked({ columns: 60 });
  tui.emit({ type: 'rows', rows: now('admin-group', { state: 'attested' }) });
  await shows('✓ Administrator group: confirmed by you');
});
