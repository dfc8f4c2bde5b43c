import { useAnimation } from 'ink';
import { useStage } from './stage.ts';

const BRAILLE = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'];
const ASCII = ['|', '/', '-', '\\'];

/** One letter that turns while something is under way. */
export function useSpinner(): string {
  const { unicode } = useStage();
  const { frame } = useAnimation({ interval: 200 });
  const frames = unicode ? BRAILLE : ASCII;
  return frames[frame % frames.length] ?? ' ';
}
