import { useAnimation } from 'ink';
import { useScreenContext } from './screen-context.ts';

const BRAILLE = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'];
const ASCII = ['|', '/', '-', '\\'];

/** Each turn draws the whole screen, so a fast spinner would keep a laptop's processor busy. */
const TURN_MS = 500;

/** The spinner's current letter. */
export function useSpinner(): string {
  const { unicode } = useScreenContext();
  const { frame } = useAnimation({ interval: TURN_MS });
  const frames = unicode ? BRAILLE : ASCII;
  return frames[frame % frames.length] ?? ' ';
}
