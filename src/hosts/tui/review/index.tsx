import { render } from 'ink';
import { Leave } from '../../../engine/errors.ts';
import type { ReviewSession } from '../../../review/session.ts';
import type { Look } from '../ansi.ts';
import { INK_OPTIONS } from '../ink-options.ts';
import type { InputEvent } from '../input-events.ts';
import { ReviewApp } from './app.tsx';
import { pressed } from './keys.ts';
import { Remembered } from './remembered.ts';
import { type Effect, firstView, type Sight } from './review-view.ts';

interface ReviewScreenParts {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  look: Look;
  session: ReviewSession;
  /** The page to begin with, and its row to open. */
  page: string;
  key: string | undefined;
  /** The command line that mends something, from the words after the program's name. */
  commandOf(words: string[]): string;
  quit: AbortSignal;
}

/** Rows come by the hundred: what comes at nearly the same time is drawn as one screen. */
const DRAW_EVERY_MS = 100;

/**
 * Shows the pages of a review on the alternate screen until somebody ends it.
 *
 * @throws Leave('quit') if the program is stopped from outside
 */
export async function showReview(parts: ReviewScreenParts): Promise<void> {
  const { stdin, stdout, look, session, commandOf, quit } = parts;
  const remembered = new Remembered();
  const ended = Promise.withResolvers<void>();
  let view = firstView(parts.page, parts.key);
  let sight: Sight | undefined;
  let drawing: NodeJS.Timeout | undefined;
  let isOpen = false;
  let isEnded = false;

  const app = () => (
    <ReviewApp
      shown={{ view, account: session.account, tabs: session.tabs, remembered, commandOf }}
      look={look}
      onSight={(seen) => {
        sight = seen;
      }}
      onInput={take}
    />
  );

  function draw(): void {
    // Ink would draw again after it was unmounted, and never end.
    if (isOpen) opened.ink.rerender(app());
  }

  function drawSoon(): void {
    drawing ??= setTimeout(() => void drawPrepared().catch(ended.reject), DRAW_EVERY_MS);
  }

  async function drawPrepared(): Promise<void> {
    const tab = session.tab(view.tab);
    await remembered.prepare(tab);
    drawing = undefined;
    draw();
    // More came in meanwhile.
    if (isOpen && session.tab(view.tab) !== tab) drawSoon();
  }

  function take(input: InputEvent): void {
    if ('key' in input && input.key === 'interrupt') ended.resolve();
    if (!sight) return;
    const [next, effect] = pressed(view, input, sight);
    const isOtherTab = next.tab !== view.tab;
    view = next;
    if (effect) carryOut(effect);
    draw();
    if (isOtherTab) drawSoon();
  }

  function carryOut(effect: Effect): void {
    const { tab } = view;
    if (effect.type === 'quit') ended.resolve();
    if (effect.type === 'open-tab') session.open(effect.id);
    if (effect.type === 'look') session.look(tab);
    if (effect.type === 'look-everywhere') session.lookEverywhere(tab);
    if (effect.type === 'set') session.set(tab, effect.setting, effect.value);
    if (effect.type === 'set-all') session.look(tab, { settings: effect.settings });
    if (effect.type === 'open-row') void openRow(tab, effect.key).catch(ended.reject);
  }

  async function openRow(tab: string, key: string): Promise<void> {
    const detail = await session.detail(tab, key);
    const { mode } = view;
    // The owner may have gone elsewhere meanwhile.
    if (view.tab !== tab || mode.name !== 'detail' || mode.key !== key) return;
    view = detail
      ? { ...view, mode: { ...mode, key: detail.key ?? key, detail } }
      : {
          ...view,
          mode: { name: 'table' },
          notice: session.whyNoRow(tab, key),
        };
    draw();
  }

  /** The row of the command line is opened once the page was looked at. */
  function changed(): void {
    const { mode, tab } = view;
    const { isLooking, lookedAt } = session.tab(tab);
    if (mode.name === 'detail' && !mode.detail && !isLooking && lookedAt !== undefined) {
      void openRow(tab, mode.key).catch(ended.reject);
    }
    drawSoon();
  }

  const stop = () => ended.reject(quit.reason ?? new Leave('quit'));
  quit.addEventListener('abort', stop);
  const open = () => {
    isOpen = true;
    const ink = render(app(), { ...INK_OPTIONS, stdin, stdout });
    return { ink, closed: ink.waitUntilExit().catch(ended.reject) };
  };
  const close = async () => {
    isOpen = false;
    clearTimeout(drawing);
    drawing = undefined;
    opened.ink.unmount();
    await opened.closed;
  };
  let opened = open();
  session.onChange = changed;
  session.onFailure = ended.reject;
  session.runInTerminal = async (work) => {
    await close();
    try {
      await work();
    } finally {
      if (!isEnded) opened = open();
    }
  };
  session.open(parts.page);
  try {
    await ended.promise;
  } finally {
    isEnded = true;
    quit.removeEventListener('abort', stop);
    await close();
  }
}
