import { createContext, useContext, useRef, useState } from 'react';
import type { Leave } from '../../engine/errors.ts';
import type { Request } from '../../engine/step.ts';
import type { Press } from './key-presses.ts';

/** What every part of the screen may use. */
export interface ScreenContext {
  colour: boolean;
  unicode: boolean;
  verbose: boolean;
  /** A call as a line for the AWS CLI. */
  cli(request: Request): string;
  /** Takes the keys; set by what is on the screen. */
  onPress: { current: (press: Press) => void };
  /** To the question `n`; too late, once it is closed. */
  answer(n: number, value: unknown): void;
  leave(n: number, to: Leave['to']): void;
  /** Lends the terminal to the program that the question `n` names, and answers with its exit status. */
  runInTerminal(n: number, suspend: (work: () => Promise<void>) => Promise<void>): void;
  /** Has the practice owner answer. */
  simulate(n: number): void;
}

const Context = createContext<ScreenContext | undefined>(undefined);
export const ScreenContextProvider = Context.Provider;

export function useScreenContext(): ScreenContext {
  const screen = useContext(Context);
  if (!screen) throw new Error('There is no stage around this component');
  return screen;
}

/** State that is up to date within one event too: several keys may arrive in one. */
export function useSyncState<T>(initial: T | (() => T)): [() => T, (next: T) => void] {
  const [first, redraw] = useState(initial);
  const live = useRef(first);
  const set = (next: T) => {
    live.current = next;
    redraw(() => next);
  };
  return [() => live.current, set];
}
