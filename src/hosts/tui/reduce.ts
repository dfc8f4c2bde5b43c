import type { Account, Change, Event, Question, Row, Sent } from '../../engine/step.ts';

/** The question that is on the screen. */
export interface OpenQuestion {
  /** Counts the questions of a run: the same id may be asked twice. */
  n: number;
  id: string;
  question: Question;
}

/** All that the screen shows, but for what the owner is typing. */
export interface ViewState {
  account?: Account;
  rows: Row[];
  /** The step that the run is at. */
  step?: string;
  doing?: { step: string; changes: Change[]; index?: number; looks?: number };
  open?: OpenQuestion;
  /** The latest calls, oldest first. */
  sent: Sent[];
  /** Calls that changed the account. */
  writes: number;
  /** The owner asked to stop while nothing was being asked. */
  stopping: boolean;
}

export type ViewEvent =
  | Event
  | ({ type: 'asked' } & OpenQuestion)
  | { type: 'closed'; n: number }
  | { type: 'stopping' };

export const INITIAL_VIEW: ViewState = { rows: [], sent: [], writes: 0, stopping: false };
const CALLS_KEPT = 30;

/** What the screen shows after something has happened. */
export function reduce(view: ViewState, event: ViewEvent): ViewState {
  switch (event.type) {
    case 'account':
      return { ...view, account: event.account };
    case 'rows': {
      // A new list means that a step has ended, or that none has begun.
      const { step: _, doing: __, ...rest } = withoutQuestion(view);
      return { ...rest, rows: event.rows };
    }
    case 'doing': {
      const { type: _, ...doing } = event;
      const left = doing.index === undefined ? view : withoutQuestion(view);
      return { ...left, doing, step: doing.step };
    }
    case 'sent': {
      const { sent } = event;
      const changed = sent.write && !sent.error;
      return {
        ...view,
        sent: [...view.sent, sent].slice(-CALLS_KEPT),
        writes: view.writes + Number(changed),
      };
    }
    case 'asked': {
      const { type: _, ...open } = event;
      const { step } = open.question;
      return { ...view, open, ...(step !== undefined && { step }) };
    }
    case 'closed': {
      if (view.open?.n !== event.n) return view;
      // Rootlock looks, then mostly asks the same again: the screen stays as it is until something else comes.
      return view.open.question.kind === 'visit' ? view : withoutQuestion(view);
    }
    case 'stopping':
      return { ...view, stopping: true };
  }
}

function withoutQuestion({ open: _, ...view }: ViewState): ViewState {
  return view;
}

export const rowAt = (view: ViewState): Row | undefined =>
  view.rows.find(({ id }) => id === view.step);

/** The changes that the screen is about: those of the step that the run is at, as far as they are known. */
export const changesAt = (view: ViewState): Change[] =>
  (view.doing?.step === view.step ? view.doing?.changes : undefined) ?? rowAt(view)?.changes ?? [];
