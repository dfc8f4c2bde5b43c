import { isOurs } from '../../engine/change.ts';
import { cut, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { Frame } from './frame.tsx';
import { BLANK, type Line, line, span } from './lines.ts';
import { around } from './list.ts';
import { changesAt, rowAt, type ViewState } from './reduce.ts';
import { useScreenContext } from './screen-context.ts';
import { useSpinner } from './spinner.ts';
import { aboutLines, progressLines, titleLines } from './step-details.ts';

const CALLS_SHOWN = 8;

/** The screen while no question is open. */
export function Working({ view }: { view: ViewState }) {
  const { verbose } = useScreenContext();
  const turning = useSpinner();
  const status = statusOf(view);
  return (
    <Frame
      view={view}
      body={(width, height) => {
        const pinned = [
          ...(verbose ? callLines(view, width) : []),
          BLANK,
          ...statusLines(turning, say(status), width),
        ];
        return { scroll: stepLines(view, width, height - pinned.length), pinned };
      }}
    />
  );
}

/** The step and its progress. If not all of it fits, the current change stays in sight. */
function stepLines(view: ViewState, width: number, room: number): Line[] {
  const row = rowAt(view);
  const index = view.doing?.index ?? 0;
  const about = row ? [...aboutLines(row, width), BLANK] : [];
  const { done, now, next } = progressLines(isMaking(view) ? changesAt(view) : [], index, width);
  const all = [...done, ...now, ...next];
  if (!row || about.length + all.length <= room) return [...about, ...all];
  const title = titleLines(row, width);
  return [...title, ...around(all, done.length, Math.max(3, room - title.length))];
}

/** What the run is at, beside the spinner's letter. */
export const statusLines = (turning: string, status: string, width: number): Line[] =>
  wrap(status, width - 2).map((part, index) => [
    span(index === 0 ? `${turning} ` : '  ', 'accent'),
    span(part),
  ]);

export const STOPPING = t('Stopping after this call. What is done stays done.');

/** Rootlock itself makes a change now. A trip to the console changes nothing by itself, and its question follows at once. */
function isMaking(view: ViewState): boolean {
  if (view.isLeaving) return false;
  const change = changesAt(view)[view.doing?.index ?? -1];
  return change !== undefined && isOurs(change);
}

function statusOf(view: ViewState): Text {
  const { stopping, account, rows } = view;
  if (stopping) return STOPPING;
  if (!account) return t('Finding out who is signed in.');
  if (rows.length === 0) return t('Looking at the account. Nothing is changed.');
  return isMaking(view)
    ? t('Making the changes.')
    : t('Looking at the account. Nothing is changed.');
}

/** The latest calls with their outcomes. */
const callLines = ({ sent }: ViewState, width: number): Line[] =>
  sent.slice(-CALLS_SHOWN).flatMap(({ request: { service, operation }, ms, error }) => {
    const call = `${service} ${operation}`;
    const text = error
      ? t('{call}: {error}', { call, error })
      : t('{call}: {ms} ms', { call, ms: Math.round(ms) });
    return [line(cut(say(text), width), error ? 'bad' : 'quiet')];
  });
