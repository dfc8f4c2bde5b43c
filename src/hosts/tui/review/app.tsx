import { useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { useInsertionEffect } from 'react';
import type { Look } from '../ansi.ts';
import { DrawnLines } from '../draw.tsx';
import { type InputEvent, inputEvents } from '../input-events.ts';
import { useTurning } from '../spinner.ts';
import { type Composing, compose } from './compose.ts';
import type { Sight } from './review-view.ts';

interface Props {
  shown: Omit<Composing, 'turning'>;
  look: Look;
  /** Gets what is on the screen, before it is drawn. */
  onSight(sight: Sight): void;
  onInput(input: InputEvent): void;
}

export function ReviewApp({ shown, look, onSight, onInput }: Props) {
  const { columns, rows } = useWindowSize();
  const { setCursorPosition } = useCursor();
  const turning = useTurning(
    look.unicode,
    shown.tabs.some(({ id, isLooking }) => id === shown.view.tab && isLooking),
  );
  const { lines, cursor, sight } = compose({ ...shown, turning }, columns, rows);
  setCursorPosition(cursor);
  useInput((input, key) => inputEvents(input, key).forEach(onInput));
  usePaste((paste) => onInput({ paste }));
  useInsertionEffect(() => onSight(sight));
  return <DrawnLines lines={lines} look={look} />;
}
