import { useCursor, useWindowSize } from 'ink';
import { useInsertionEffect } from 'react';
import type { Secret } from '../../engine/secret.ts';
import type { Change } from '../../engine/step.ts';
import { webAddress } from '../../text/address.ts';
import { cut } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { isRead, progressOf } from '../chapters.ts';
import { copied } from './clipboard.ts';
import { canGoBack, commonKeys, isInStep, isSigningIn } from './common-keys.ts';
import { Lines } from './draw.tsx';
import { footerLines, type Hint } from './footer.ts';
import { headerLines } from './header.ts';
import { commandOf, type InputEvent } from './input-events.ts';
import { type Body, bodyHeight, layout } from './layout.ts';
import { BLANK, type Line, line, paragraph, type Tone } from './lines.ts';
import { listWidth, narrowList } from './list.ts';
import { commandLines, everyChangeLines, hasCalls, helpLines, type Overlay } from './overlays.ts';
import { changesAt, type ViewState } from './reduce.ts';
import { useScreenContext, useSyncState } from './screen-context.ts';

interface Props {
  view: ViewState;
  /**
   * Draws the middle of the screen in this many columns and lines. `isPartly`: not all of `shownPlan` fits, so Enter does not make it
   * yet.
   */
  body(width: number, height: number, isPartly: boolean): Body;
  /** The question's own keys. The frame adds those that work everywhere. */
  hints?: Hint[];
  /** Keys that will work soon: their lines stay free. */
  reserved?: Hint[];
  /** Handles a key. Returns `false` to leave it to the keys that work everywhere. */
  onInput?(input: InputEvent): boolean;
  /** What the body hands over: `handedOver.drawn` once it is on the screen. */
  handsOver?: Secret;
  /** Letters are text and not keys. Commands are Ctrl with a letter, and Esc. */
  typing?: boolean;
  /** The changes that the body shows as those that Enter makes. */
  shownPlan?: Change[];
  /** Without the list at the left. `bare`: without the rules above and below too. */
  whole?: boolean;
  bare?: boolean;
  /** Where the keys o and y lead. Without it, the first link that the body has. */
  address?: string;
  /** Why the key o does not open the address. */
  notOpened?: Text | undefined;
  /** The index of the row that the list marks, if that is not the current step. */
  at?: number;
}

const COVER_HINTS: Hint[] = [
  ['Esc', t('close')],
  ['↑↓', t('scroll')],
];
/** In fewer columns, the details replace the list. */
const BESIDE_FROM = 64;
/** In fewer lines, the rules above and below the body are left out. */
const RULED_FROM = 22;
/** With fewer lines in the middle, what was just done has no room there. */
const ROOMY_FROM = 12;

/** A whole screen, and the keys that work everywhere. */
export function Frame({ view, body, hints = [], onInput, typing, whole, bare, ...rest }: Props) {
  const screen = useScreenContext();
  const { columns, rows } = useWindowSize();
  const { setCursorPosition } = useCursor();
  const [overlay, setOverlay] = useSyncState<Overlay | undefined>(undefined);
  const [scroll, setScroll] = useSyncState(0);
  const [notice, setNotice] = useSyncState<Text | undefined>(undefined);

  const { open } = view;
  const at = rest.at ?? view.rows.findIndex(({ id }) => id === view.step);
  const covered = overlay() !== undefined;
  const ruled = !bare && rows >= RULED_FROM;
  const { done, counted } = progressOf(view.rows);
  const progress = isRead(view.rows) ? { done, counted } : { counted };
  const header = headerLines(view.account, progress, columns);
  const common = commonKeys(view, { bare, typing });
  const keys = footerLines(covered ? COVER_HINTS : [...hints, ...common], columns);
  const reserved = covered ? [] : footerLines([...(rest.reserved ?? []), ...common], columns);
  const footer = [...reserved.slice(keys.length).map(() => BLANK), ...keys];
  const besides = !whole && !bare && !covered && columns >= BESIDE_FROM && view.rows.length > 0;
  const left = besides ? Math.min(listWidth(view.rows) + 2, Math.floor(columns * 0.36)) : 0;
  const room = besides ? columns - left - 3 : columns - 2;
  const all = bodyHeight(rows, { header, footer, ruled });
  const free = besides ? all - narrowList(view.rows, at, left - 2, all).length - 1 : 0;
  const foot =
    bare || covered || all < ROOMY_FROM
      ? []
      : newsLines(view, besides ? left - 2 : room, Math.max(2, free));
  const height = besides ? all : all - foot.length;
  const list = besides
    ? indented(narrowList(view.rows, at, left - 2, all - foot.length))
    : undefined;
  const middle = covered ? { scroll: coverLines(room) } : withNotice();
  const asPlanned = drawn(middle, footer);
  const isPartly = !covered && !asPlanned.isPlanShown && rest.shownPlan !== undefined;
  const { lines, cursor, furthest, page, isPlanShown } = isPartly
    ? drawn(withNotice(isPartly), footerGoingOn())
    : asPlanned;
  setCursorPosition(covered ? undefined : cursor);

  function drawn(content: Body, below: Line[]) {
    return layout({
      columns,
      rows,
      header,
      footer: below,
      listWidth: left,
      ruled,
      // Commands stand at the first column, so that a shell takes what is copied.
      body: besides || overlay() === 'commands' ? content : inset(content),
      foot: indented(foot),
      scroll: scroll(),
      scrollKey: !covered && hints.some(([key]) => key.includes('↓')) ? 'PgDn' : '↓',
      ...(list && { list }),
    });
  }

  /** In as many lines. */
  function footerGoingOn(): Line[] {
    const goingOn = hints.map(([key, does]): Hint => [key, key === 'Enter' ? t('continue') : does]);
    const said = footerLines([...goingOn, ...common], columns);
    return [...footer.slice(said.length).map(() => BLANK), ...said];
  }

  function withNotice(isPartly = false): Body {
    const said = notice();
    const below = said ? paragraph(said, room) : [];
    const { pinned = [], ...above } = body(room, height - below.length, isPartly);
    return { ...above, pinned: [...pinned, ...below] };
  }

  /** Opens or copies the address in sight, and says what came of it. */
  async function follow(link: string, letter: 'o' | 'y'): Promise<void> {
    const address = webAddress(link);
    if (!address) return setNotice(nowhere);
    if (letter === 'y') {
      screen.copy(address);
      return setNotice(copied);
    }
    const why = rest.notOpened ?? (await screen.openBrowser(address));
    setNotice(why ? t('{why} Press y to copy the address.', { why }) : opened);
  }

  function coverLines(width: number) {
    switch (overlay()) {
      case 'commands':
        return commandLines(changesAt(view), screen, width);
      case 'changes':
        return everyChangeLines(view.rows, width);
      default:
        return helpLines(width, !isSigningIn(view));
    }
  }

  function cover(by: Overlay | undefined) {
    setScroll(0);
    setOverlay(by);
  }

  function scrollBy(input: InputEvent): boolean {
    if (!('key' in input)) return false;
    const by = { up: -1, down: 1, pageUp: -page, pageDown: page }[input.key as 'up'];
    if (by === undefined) return false;
    setScroll(Math.max(0, Math.min(furthest, scroll() + by)));
    return true;
  }

  function everywhere(input: InputEvent): void {
    if (scrollBy(input)) return;
    const letter = commandOf(input);
    if (letter === '?') cover('help');
    const link = covered ? undefined : (rest.address ?? linkIn(middle));
    if (link && (letter === 'o' || letter === 'y')) void follow(link, letter);
    if (!open) {
      if (letter === 'q' && !isInStep(view)) screen.interrupt();
      return;
    }
    if (letter === 'c' && hasCalls(changesAt(view))) cover('commands');
    if (letter === 'd' && !view.step && !isSigningIn(view)) cover('changes');
    if (letter === 'q') screen.leave(open.n, 'quit');
    if (letter === 'p' && open.question.simulate) screen.simulate(open.n);
    if (letter === 's' && view.step) screen.leave(open.n, 'skip');
    if (letter === 'b' && canGoBack(view)) screen.leave(open.n, 'back');
  }

  function take(input: InputEvent): void {
    setNotice(undefined);
    if (overlay()) {
      if (!scrollBy(input)) cover(undefined);
    } else if (!onInput?.(input) && !(typing && 'text' in input)) {
      everywhere(input);
    }
  }

  // Runs before the frame is written, so that no key reaches the previous screen.
  useInsertionEffect(() => {
    screen.onInput.current = take;
    screen.handedOver.composed = covered ? undefined : rest.handsOver;
    screen.plan.composed = covered || !isPlanShown ? undefined : rest.shownPlan;
  });

  return <Lines lines={lines} />;
}

const opened = t('Opened in your browser.');
/** The addresses of a practice account. */
const nowhere = t('Practice: this address leads nowhere. Press p and it is done.');

const linkIn = ({ top = [], scroll = [], pinned = [] }: Body): string | undefined =>
  [...top, ...scroll, ...pinned].flat().find(({ link }) => link !== undefined)?.link;

const indented = (lines: Line[]): Line[] => lines.map((spans) => [{ text: ' ' }, ...spans]);

const markOf = ({ isGood }: NonNullable<ViewState['news']>): [string, Tone?] =>
  isGood === undefined ? ['·'] : isGood ? ['✓', 'good'] : ['✗', 'bad'];

/** What was just done, or could not be done. Of what is longer than `most` lines, the end is left out. */
function newsLines({ news }: ViewState, room: number, most: number): Line[] {
  if (!news) return [];
  const [mark, tone] = markOf(news);
  const lines = paragraph(`${mark} ${say(news.text)}`, room, tone, 2);
  if (lines.length <= most) return lines;
  const last = (lines[most - 1] ?? BLANK).map(({ text }) => text).join('');
  return [...lines.slice(0, most - 1), line(cut(`${last.trimEnd()}…`, room), tone)];
}

/** Indents the body by one column if no list stands at the left. */
function inset({ top = [], scroll = [], pinned = [], cursor, ...rest }: Body): Body {
  return {
    ...rest,
    top: indented(top),
    scroll: indented(scroll),
    pinned: indented(pinned),
    cursor: cursor && { ...cursor, x: cursor.x + 1 },
  };
}
