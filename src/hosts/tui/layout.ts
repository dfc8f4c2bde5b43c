import { say, t } from '../../text/text.ts';
import { BLANK, fitLine, type Line, line, span } from './lines.ts';

export interface Place {
  x: number;
  y: number;
}

/** The middle of the screen: lines that scroll between lines that stay. `cursor` is a place in `pinned`. */
export interface Body {
  top?: Line[];
  scroll?: Line[];
  /** As many lines of `scroll` tell what Enter makes. Enter makes nothing that is out of sight. */
  planLines?: number;
  pinned?: Line[];
  cursor?: Place | undefined;
}

interface Frame {
  columns: number;
  rows: number;
  header: Line[];
  footer: Line[];
  /** The list at the left, in lines of `listWidth` columns. */
  list?: Line[];
  listWidth: number;
  /** Draws rules between header, body and footer. */
  ruled: boolean;
  body: Body;
  /** The last lines of the body, over its whole width, or of the list if there is one. */
  foot: Line[];
  /** The number of lines that are scrolled out at the top. */
  scroll: number;
  /** The key that scrolls down. */
  scrollKey: '↓' | 'PgDn';
}

/** The number of lines between header and footer. */
export const bodyHeight = (
  rows: number,
  { header, footer, ruled }: Pick<Frame, 'header' | 'footer' | 'ruled'>,
): number => Math.max(1, rows - header.length - footer.length - (ruled ? 2 : 0));

interface Screen {
  lines: Line[];
  cursor?: Place;
  /** The largest `scroll`, and the lines of a page: scrolling by more would skip lines. */
  furthest: number;
  page: number;
  /** `planLines` are on the screen, or were before it was scrolled. */
  isPlanShown: boolean;
}

/** A whole screen: as many lines as the terminal has, none wider than the terminal. */
export function layout(frame: Frame): Screen {
  const { columns, rows, header, footer, listWidth, ruled, body, foot } = frame;
  const list = frame.list && atFoot(frame.list, foot, bodyHeight(rows, frame));
  const below = list ? [] : foot;
  const height = bodyHeight(rows, frame) - below.length;
  const pinned = (body.pinned ?? []).slice(-height);
  const lost = (body.pinned ?? []).length - pinned.length;
  const top = (body.top ?? []).slice(0, height - pinned.length);
  const room = height - pinned.length - top.length;
  const { shown, furthest } = scrolled(body.scroll ?? [], room, frame);
  // The marks at the top and at the end each take the place of a line.
  const page = Math.max(1, room - 2);
  const hasText = furthest > 0 && room > 1 ? shown.length - 1 : shown.length;
  const middle = [...top, ...shown, ...pinned];
  const left = list ? listWidth + 2 : 0;
  const lines = atFoot(middle, below, height + below.length).map((content, index): Line => {
    const side = list ? [...fitLine(list[index] ?? BLANK, listWidth), span('│ ', 'quiet')] : [];
    return [...side, ...content];
  });
  const rule = (joint: string): Line[] => {
    const bar = list ? '─'.repeat(listWidth) + joint : '';
    return ruled ? [line(bar + '─'.repeat(columns - bar.length), 'quiet')] : [];
  };
  const above = [...header, ...rule('┬')];
  const screen = [...above, ...lines, ...rule('┴'), ...footer]
    .slice(0, rows)
    .map((content) => fitLine(content, columns));
  const cursor = body.cursor && {
    x: Math.min(columns - 1, left + body.cursor.x),
    y: above.length + top.length + shown.length + body.cursor.y - lost,
  };
  return {
    lines: screen,
    furthest,
    page,
    isPlanShown: hasText >= (body.planLines ?? 0),
    ...(cursor && { cursor }),
  };
}

/** Puts lines at the bottom of `height` lines. */
function atFoot(lines: Line[], foot: Line[], height: number): Line[] {
  const blank = Math.max(0, height - lines.length - foot.length);
  return [...lines, ...Array.from({ length: blank }, () => BLANK), ...foot];
}

/** The lines that fit. A mark replaces a line if lines are hidden and another line is left for text. */
function scrolled(
  all: Line[],
  room: number,
  { scroll, scrollKey }: Pick<Frame, 'scroll' | 'scrollKey'>,
): { shown: Line[]; furthest: number } {
  const furthest = Math.max(0, all.length - Math.max(0, room));
  if (furthest === 0 || room < 1) return { shown: all.slice(0, Math.max(0, room)), furthest };
  const top = Math.min(scroll, furthest);
  const shown = all.slice(top, top + room);
  if (room < 2) return { shown, furthest };
  if (top < furthest) {
    const n = furthest - top + 1;
    const text =
      scrollKey === '↓' ? t('… {n} more lines ↓ PgDn', { n }) : t('… {n} more lines: PgDn', { n });
    shown[room - 1] = more(text);
  } else if (top > 0 && room > 2) {
    const n = top + 1;
    const text =
      scrollKey === '↓'
        ? t('… {n} lines above ↑ PgUp', { n })
        : t('… {n} lines above: PgUp', { n });
    shown[0] = more(text);
  }
  return { shown, furthest };
}

const more = (text: Parameters<typeof say>[0]): Line => line(say(text), 'quiet');
