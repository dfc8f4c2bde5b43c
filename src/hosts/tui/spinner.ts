import { useAnimation } from 'ink';
import { useScreenContext } from './screen-context.ts';

const BRAILLE = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'];
const ASCII = ['|', '/', '-', '\\'];

/** Each turn draws the whole screen: often enough to be seen, seldom enough to leave a laptop's fan alone. */
const TURN_MS = 500;

/** One letter that turns while something is under way. */
export function useSpinner(): string {
  const { unicode } = useScreenContext();
  const { frame } = useAnimation({ interval: TURN_MS });
  const frames = unicode ? BRAILLE : ASCII;
  return frames[frame % frames.length] ?? ' ';
}
