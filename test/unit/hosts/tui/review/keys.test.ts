import { describe, expect, test } from 'vitest';
import type { InputEvent } from '../../../../../src/hosts/tui/input-events.ts';
import { shownRows } from '../../../../../src/hosts/tui/review/grid.ts';
import { pressed } from '../../../../../src/hosts/tui/review/keys.ts';
import { Remembered } from '../../../../../src/hosts/tui/review/remembered.ts';
import {
  type Effect,
  firstView,
  type ReviewView,
  tabViewOf,
} from '../../../../../src/hosts/tui/review/review-view.ts';
import { sampleTab } from '../../../../support/review/sample-page.ts';

/** Bob and Dan have something to do, and come first. */
const NAMES = ['ann', 'bob', 'choi', 'dan', 'eve'];
const tab = sampleTab(NAMES);
const grid = new Remembered().said(tab)?.grid;

/** Presses keys one after the other: names of keys in angle brackets, all else as letters. */
function press(keys: string, view: ReviewView = firstView('sample'), settings = tab.settings) {
  const effects: Effect[] = [];
  for (const one of keys.match(/<\w+>|./gsu) ?? []) {
    const input = (one.length > 1 ? { key: one.slice(1, -1) } : { text: one }) as InputEvent;
    const { filter, sort } = tabViewOf(view);
    const [next, effect] = pressed(view, input, {
      ids: ['sample', 'other'],
      tab: { ...tab, settings },
      rows: grid ? shownRows(grid, filter, sort) : [],
      sortable: [0, 1, 2, 3],
      pageSize: 2,
      furthest: 9,
    });
    view = next;
    if (effect) effects.push(effect);
  }
  return { view, effects };
}

const chosen = (keys: string) => tabViewOf(press(keys).view).chosen;

describe('the keys of the table', () => {
  test('choose a row, and stop at both ends', () => {
    expect(chosen('<down><down>')).toBe('ann');
    expect(chosen('<down><down><up>')).toBe('dan');
    expect(chosen('<pageDown><pageDown><pageDown>')).toBe('eve');
    expect(chosen('<end><pageUp>')).toBe('ann');
    expect(chosen('<end><home><up>')).toBe('bob');
  });

  test('open a row and lead back to it', () => {
    const { view, effects } = press('<down><enter>');
    expect(effects).toEqual([{ type: 'open-row', key: 'dan' }]);
    expect(view.mode).toEqual({ name: 'detail', key: 'dan', scroll: 0 });
    for (const back of ['<escape>', '<left>']) {
      const after = press(back, view).view;
      expect([after.mode, tabViewOf(after).chosen]).toEqual([{ name: 'table' }, 'dan']);
    }
  });

  test('filter while one types: letters are no commands there', () => {
    const { view, effects } = press('/q<down>r');
    expect(tabViewOf(view).filter).toBe('qr');
    expect(effects).toEqual([]);
    expect(tabViewOf(press('<enter>', view).view).filter).toBe('qr');
    expect(press('<enter>', view).view.mode.name).toBe('table');
    expect(tabViewOf(press('<escape>', view).view).filter).toBe('');
    expect(tabViewOf(press('/bo<enter><escape>').view).filter).toBe('');
  });

  test('open the row that a filter leaves', () => {
    expect(press('/bob<enter><enter>').effects).toEqual([{ type: 'open-row', key: 'bob' }]);
  });

  test('sort by one column after the other, then as the page has them', () => {
    const sorted = (keys: string) => tabViewOf(press(keys).view).sort;
    expect(sorted('s')).toEqual({ column: 0, descending: false });
    expect(sorted('ssS')).toEqual({ column: 1, descending: true });
    expect(sorted('sssss')).toBeUndefined();
    expect(sorted('S')).toBeUndefined();
  });

  test('look again, at all regions, and quit, also on a Korean keyboard', () => {
    expect(press('rRq').effects.map(({ type }) => type)).toEqual([
      'look',
      'look-everywhere',
      'quit',
    ]);
    expect(press('ㄱㄲㅂ').effects.map(({ type }) => type)).toEqual([
      'look',
      'look-everywhere',
      'quit',
    ]);
  });

  test('go to another page, and remember how each is looked at', () => {
    const { view, effects } = press('/bo<enter>2<tab>');
    expect(effects).toEqual([
      { type: 'open-tab', id: 'other' },
      { type: 'open-tab', id: 'sample' },
    ]);
    expect([view.tab, tabViewOf(view).filter]).toEqual(['sample', 'bo']);
    expect(press('<left>').view.tab).toBe('other');
    expect(press('9').view.tab).toBe('sample');
  });

  test('scroll what covers the table, no further than there is', () => {
    const scrolled = (keys: string) => press(keys).view.mode;
    expect(scrolled('w<down><pageDown>')).toEqual({ name: 'unseen', scroll: 3 });
    expect(scrolled('?<end><pageDown>')).toEqual({ name: 'help', scroll: 9 });
    expect(scrolled('w<escape>')).toEqual({ name: 'table' });
  });
});

describe('the keys of the settings', () => {
  test('set what is typed, and letters are no commands there', () => {
    expect(press('e<enter>quit<enter>').effects).toEqual([
      { type: 'set', setting: 'names', value: 'quit' },
    ]);
  });

  test('complete the last word, best first', () => {
    expect(press('e<enter>jun, KI<tab><enter>').effects).toEqual([
      { type: 'set', setting: 'names', value: 'jun, kim' },
    ]);
    expect(press('e<enter>ki<down><down><enter><enter>').effects).toEqual([
      { type: 'set', setting: 'names', value: 'kimberly' },
    ]);
  });

  test('offer in place of what is set everything else, until something is typed', () => {
    const set = (keys: string) => press(keys, undefined, { names: 'kim' }).effects;
    expect(set('e<enter><down><down><enter><enter>')).toEqual([
      { type: 'set', setting: 'names', value: 'jun' },
    ]);
    expect(set('e<enter><enter>')).toEqual([{ type: 'set', setting: 'names', value: 'kim' }]);
  });

  test('refuse what the page refuses', () => {
    const { view, effects } = press('e<enter>a!<enter>');
    expect([effects, view.mode]).toEqual([[], expect.objectContaining({ isTried: true })]);
    expect(press('<backspace><enter>', view).effects).toHaveLength(1);
  });

  test('take a setting away if nothing is typed, and leave it with Esc', () => {
    expect(press('e<enter><enter>').effects).toEqual([
      { type: 'set', setting: 'names', value: '' },
    ]);
    const { view, effects } = press('e<enter>x<escape><escape>');
    expect([effects, view.mode.name]).toEqual([[], 'table']);
  });

  test('lead back to the row that was open, which is opened once the page was looked at', () => {
    const { view, effects } = press('<down><enter>e<enter>kim<enter>');
    expect(effects).toEqual([
      { type: 'open-row', key: 'dan' },
      { type: 'set', setting: 'names', value: 'kim' },
    ]);
    expect(view.mode).toEqual({ name: 'detail', key: 'dan', scroll: 0 });
    expect(press('<down><enter>e<escape>').effects).toEqual([
      { type: 'open-row', key: 'dan' },
      { type: 'open-row', key: 'dan' },
    ]);
  });
});
