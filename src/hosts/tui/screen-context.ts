import { createContext, useContext, useRef, useState } from 'react';
import type { Leave } from '../../engine/errors.ts';
import type { Secret } from '../../engine/secret.ts';
import type { Change, Request } from '../../engine/step.ts';
import type { Text } from '../../text/text.ts';
import type { Look } from './ansi.ts';
import type { InputEvent } from './input-events.ts';

/** What every part of the screen may use. */
export interface ScreenContext extends Look {
  /** Commands are pasted into PowerShell, not into a POSIX shell. */
  powershell: boolean;
  verbose: boolean;
  /** A call as lines for the AWS CLI. */
  cli(request: Request): string[];
  /** What is handed over: `composed` was given to Ink, `drawn` is on the screen. */
  handedOver: { composed?: Secret | undefined; drawn?: Secret | undefined };
  /** The plan that Enter makes, in the same way: nobody agrees to changes that are not on the screen yet. */
  plan: { composed?: Change[] | undefined; drawn?: Change[] | undefined };
  /** What was typed and not answered yet, by question id. It is there again when the owner comes back. */
  drafts: Map<string, string>;
  /** Receives the keys. The frame on the screen sets it. */
  onInput: { current: (input: InputEvent) => void };
  /** Answers the question `n`. Does nothing once that question is closed. */
  answer(n: number, value: unknown): void;
  leave(n: number, to: Leave['to']): void;
  /** Leaves the open question, or stops the run at the next safe point. */
  interrupt(): void;
  /** Runs the program that the question `n` names in the terminal, and answers with its exit status. */
  runInTerminal(n: number, suspend: (work: () => Promise<void>) => Promise<void>): void;
  /** Opens the owner's browser. Resolves with the reason if it cannot. */
  openBrowser(address: string): Promise<Text | undefined>;
  /** Sends it to the clipboard. A secret is taken out again after a minute, and when the screen closes. */
  copy(what: string | Secret): void;
  /** Lets the practice owner answer the question `n`. */
  simulate(n: number): void;
}

const Context = createContext<ScreenContext | undefined>(undefined);
export const ScreenContextProvider = Context.Provider;

export function useScreenContext(): ScreenContext {
  const screen = useContext(Context);
  if (!screen) throw new Error('There is no screen around this component');
  return screen;
}

/** State that is current within one event: several keys may arrive in one. */
export function useSyncState<T>(initial: T | (() => T)): [() => T, (next: T) => void] {
  const [first, redraw] = useState(initial);
  const live = useRef(first);
  const set = (next: T) => {
    live.current = next;
    redraw(() => next);
  };
  return [() => live.current, set];
}
