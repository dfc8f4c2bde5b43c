import { expect, it } from 'vitest';
import { offered } from '../../../../src/hosts/tui/edit.ts';
import { footerLines } from '../../../../src/hosts/tui/footer.ts';
import { hintsOf } from '../../../../src/hosts/tui/review/hints.ts';
import { firstView, type TabView } from '../../../../src/hosts/tui/review/review-view.ts';
import { settingsLines } from '../../../../src/hosts/tui/review/settings-lines.ts';
import { languageOf } from '../../../../src/locale/language.ts';
import { network } from '../../../../src/review/network.ts';
import { rights } from '../../../../src/review/rights.ts';
import type { Tab } from '../../../../src/review/session.ts';
import { trail } from '../../../../src/review/trail.ts';
import { say, speak } from '../../../../src/text/text.ts';

it('shows the chosen setting and its field, if not all settings fit', () => {
  const tab = { id: 'rights', page: rights, settings: {} } as unknown as Tab;
  const { settings = [] } = rights;
  for (const [at, { title }] of settings.entries()) {
    const mode = { name: 'settings', at, field: offered('kim') } as const;
    const { lines, cursor } = settingsLines(tab, mode as never, 60, 10);
    const texts = lines.map((spans) => spans.map(({ text }) => text).join(''));
    expect(texts.length).toBeLessThanOrEqual(10);
    const here = texts.filter((text) => text.startsWith('❯ '));
    expect(here).toHaveLength(1);
    expect(here[0]?.startsWith(`❯ ${say(title)} `)).toBe(true);
    expect(texts[cursor?.y ?? 0]).toContain('kim');
  }
});

it("says in the reader's language what each choice is, and what is set", async () => {
  speak(await languageOf('ko'));
  const texts = (settings: Record<string, string>, field?: ReturnType<typeof offered>) => {
    const tab = { id: 'trail', page: trail, settings } as unknown as Tab;
    const { lines } = settingsLines(
      tab,
      { name: 'settings', at: 0, ...(field && { field }) },
      78,
      20,
    );
    return lines.map((spans) => spans.map(({ text }) => text).join('')).join('\n');
  };
  const offers = texts({}, offered(undefined));
  const words = texts({ question: 'who-used-root' });
  speak(await languageOf('en'));
  expect(offers).toMatch(/who-used-root +누가 루트 사용자를 썼는지/);
  expect(offers).toMatch(/what-was-refused +AWS가 어떤 호출을 거부했는지/);
  expect(words).toMatch(/❯ 질문 +who-used-root +누가 루트 사용자를 썼는지/);
});

it('says what Esc does in a table: leave what was entered, and show all of what is filtered', () => {
  const tab = { id: 'trail', page: trail, settings: {} } as unknown as Tab;
  const escapeIn = (tabView: TabView) => {
    const view = { ...firstView('trail'), tabs: { trail: tabView } };
    const hint = hintsOf(view, tab, 5).find(([key]) => key === 'Esc');
    return hint && say(hint[1]);
  };
  expect(escapeIn({ filter: '' })).toBeUndefined();
  expect(escapeIn({ filter: '', outside: {} })).toBe('back');
  expect(escapeIn({ filter: 'run', outside: {} })).toBe('show all');
});

it.each([rights, network, trail])(
  'says on a narrow screen how to get help and how to quit: $id',
  (page) => {
    const tab = { id: page.id, page, settings: {} } as unknown as Tab;
    const lines = footerLines(hintsOf(firstView(page.id), tab, 5), 40);
    const text = lines
      .flat()
      .map((span) => span.text)
      .join('');
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(text).toContain('Enter open');
    expect(text).toContain('? help');
    expect(text).toContain('q quit');
  },
);
