import { describe, expect, it } from 'vitest';
import { pages } from '../../../src/review/index.ts';

describe('the pages of the review', () => {
  it('have an id of their own, which is a word of the command line', () => {
    const ids = pages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('are listed by the id and the title that they have', async () => {
    for (const { id, title, load } of pages) {
      const page = await load();
      expect([page.id, page.title]).toEqual([id, title]);
      const settings = (page.settings ?? []).map((setting) => setting.id);
      expect(settings.filter((setting) => !/^[a-z]+(-[a-z]+)*$/.test(setting))).toEqual([]);
      expect(new Set(settings).size).toBe(settings.length);
    }
  });
});
