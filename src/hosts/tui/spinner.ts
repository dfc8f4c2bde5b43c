import { useAnimation } from 'ink';
import { useScreenContext } from './screen-context.ts';

const BRAILLE = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'];
const ASCII = ['|', '/', '-', '\\'];

/** Each turn draws the whole screen, so a fast spinner would keep a laptop's processor busy. */
const TURN_MS = 500;

/** The spinner's current letter. */
export const useSpinner = (): string => useTurning(useScreenContext().unicode, true);

/** The same outside the wizard's screen. It stands still while nothing is under way. */
export function useTurning(unicode: boolean, isActive: boolean): string {
  const { frame } = useAnimation({ interval: TURN_MS, isActive });
  const frames = unicode ? BRAILLE : ASCII;
  return frames[frame % frames.length] ?? ' ';
}
