import { isDone } from '../../engine/host.ts';
import type { Menu } from '../../engine/questions.ts';
import type { Account, Change, Event, Question, Row, Sent } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import { stateWords } from '../sentences.ts';

/** The question that is on the screen. */
export interface OpenQuestion {
  /** A running number, because the same id may be asked twice. */
  n: number;
  id: string;
  question: Question;
  /** Only in practice: the practice owner is doing it. */
  isSimulated?: true;
}

/** Everything that the screen shows, except the owner's typing. */
export interface ViewState {
  account?: Account;
  rows: Row[];
  /** The first menu as it is by now, while the list fills: before that menu is asked, below it, and after it. */
  menu?: Menu;
  /** The id of the step that the owner has chosen meanwhile. */
  next?: string;
  /** What has just been done, or could not be done, until the account is looked at again. `isGood` is absent if it is only not time yet. */
  news?: { text: Text; isGood?: boolean };
  /** The id of the current step. */
  step?: string;
  doing?: { step: string; changes: Change[]; index?: number; looks?: number; unread?: Text };
  open?: OpenQuestion;
  /** The owner has left a question, so no change is under way until something else comes. */
  isLeaving?: true;
  /** The latest calls, oldest first. */
  sent: Sent[];
  /** The owner pressed Ctrl-C while no question was open. */
  stopping: boolean;
}

export type ViewEvent =
  | Event
  | ({ type: 'asked' } & OpenQuestion)
  /** `isLeft`: the owner has left it, and gave no answer. */
  | { type: 'closed'; n: number; isLeft?: boolean }
  | { type: 'simulated'; n: number }
  | { type: 'stopping' };

export const INITIAL_VIEW: ViewState = { rows: [], sent: [], stopping: false };
const CALLS_KEPT = 30;

/** The view after an event. */
export function reduce(view: ViewState, event: ViewEvent): ViewState {
  switch (event.type) {
    case 'account':
      return { ...view, account: event.account };
    case 'rows': {
      // A new list arrives only when a step has ended or begins anew, or before the first one.
      const { step: _, doing: __, news: ___, ...rest } = withoutQuestion(view);
      const news = newsOf(view, event);
      return { ...rest, rows: event.rows, ...(news && { news }) };
    }
    case 'looking': {
      const { type: _, ...list } = event;
      return { ...view, ...list };
    }
    case 'doing': {
      const { type: _, ...doing } = event;
      const left = withoutMenu(doing.index === undefined ? view : withoutQuestion(view));
      const { looks, unread, step } = doing;
      // A look does not say which of the changes it is for: that was said when the change began.
      if (looks !== undefined && view.doing?.step === step) {
        const { unread: _, ...begun } = view.doing;
        return { ...left, doing: { ...begun, looks, ...(unread && { unread }) }, step };
      }
      return { ...left, doing, step };
    }
    case 'sent':
      return { ...view, sent: [...view.sent, event.sent].slice(-CALLS_KEPT) };
    // The summary says it.
    case 'changedHere':
      return view;
    case 'asked': {
      const { type: _, ...open } = event;
      const { step } = open.question;
      return { ...withoutMenu(view), open, ...(step !== undefined && { step }) };
    }
    case 'closed': {
      if (view.open?.n !== event.n) return view;
      const { kind, role } = view.open.question;
      // Rootlock looks at the account and usually asks the same again: keep the screen until another event comes.
      if (kind === 'visit' && role !== 'sign-in') return view;
      return { ...withoutQuestion(view), ...(event.isLeft && { isLeaving: true }) };
    }
    case 'simulated':
      return view.open?.n === event.n
        ? { ...view, open: { ...view.open, isSimulated: true } }
        : view;
    case 'stopping':
      return { ...view, stopping: true };
  }
}

function newsOf(
  view: ViewState,
  { rows, taken, closed }: Event & { type: 'rows' },
): ViewState['news'] {
  const failed = rows.find((row) => row.id === taken && row.state === 'blocked');
  if (failed) return failureOf(failed);
  const row = rows.find(({ id }) => id === closed);
  if (row) return isDone(row) ? successOf(row) : { text: failureOf(row).text };
  // What the survey has found was done before.
  return view.menu ? undefined : successIn(view.rows, rows);
}

/** The last step of the list that is done now and was not before, in words. */
function successIn(before: Row[], after: Row[]): ViewState['news'] {
  const open = before.filter((row) => row.state !== 'unread' && !isDone(row)).map(({ id }) => id);
  const row = after.findLast((one) => isDone(one) && open.includes(one.id));
  return row && successOf(row);
}

function successOf({ title, state, status }: Row) {
  const now = state === 'attested' ? stateWords(state) : status;
  return { text: t('{title}: {now}', { title, now }), isGood: true };
}

/** The next step may be on the screen at once. */
const failureOf = ({ title, message, state }: Row) => ({
  text: t('{title}: {now}', { title, now: message ?? stateWords(state) }),
  isGood: false,
});

function withoutQuestion({ open: _, isLeaving: __, ...view }: ViewState): ViewState {
  return view;
}

function withoutMenu({ menu: _, next: __, isLeaving: ___, ...view }: ViewState): ViewState {
  return view;
}

/** The row of the current step. */
export const rowAt = (view: ViewState): Row | undefined =>
  view.rows.find(({ id }) => id === view.step);

/** The changes of the current step, as far as they are known. */
export const changesAt = (view: ViewState): Change[] =>
  (view.doing?.step === view.step ? view.doing?.changes : undefined) ?? rowAt(view)?.changes ?? [];

/** Which one the current change is of the trips to a browser that the owner makes in this step. 0 of 0 if it is none. */
export function tripAt({ doing }: ViewState): { n: number; of: number } {
  const { changes = [], index = 0 } = doing ?? {};
  const isTrip = ({ kind }: Change) => kind === 'console' || kind === 'attest';
  return {
    n: changes.slice(0, index + 1).filter(isTrip).length,
    of: changes.filter(isTrip).length,
  };
}
