import type { Options } from '../cli/options.ts';
import { runModeOf } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Look } from '../hosts/tui/ansi.ts';

/** For a screen reader, or a terminal that cannot move its cursor. */
export const wantsSentences = ({ plain }: Pick<Options, 'plain'>, { env }: Terminal): boolean =>
  plain || env.ACCESSIBLE === '1' || env.INK_SCREEN_READER === 'true' || env.TERM === 'dumb';

/** Whether what a survey has found is drawn as the wizard draws it, and not told in sentences while it comes in. */
export const drawsChecklist = (options: Options, terminal: Terminal): boolean =>
  runModeOf(options, terminal) === 'observe' &&
  Boolean(terminal.output.isTTY) &&
  !(options.json || options.verbose || wantsSentences(options, terminal));

/** What this terminal can show, by its variables. */
export const lookOf = ({ env, output }: Terminal): Look => ({
  colour: hasColour(env, output),
  unicode: hasUnicode(env),
  links: knowsLinks(env),
});

const hasColour = (env: NodeJS.ProcessEnv, { getColorDepth }: NodeJS.WriteStream): boolean =>
  !env.NO_COLOR && getColorDepth(env) > 1;

/** By the locale of the terminal. Windows Terminal sets a variable of its own instead. */
const hasUnicode = ({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: NodeJS.ProcessEnv): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || Boolean(WT_SESSION);

/**
 * Terminals that know OSC 8, or that drop it unseen: xterm and those that say they are like it, tmux, and those with a name of their
 * own. The others may show it as letters: a console of Linux or a serial line, Emacs, GNU screen, and the VTE before 0.50.1, which
 * crashed. Nobody clicks in a log.
 */
function knowsLinks(env: NodeJS.ProcessEnv): boolean {
  const { TERM = '', VTE_VERSION, STY, CI, TMUX, WT_SESSION } = env;
  if (CI || STY || (VTE_VERSION && Number(VTE_VERSION) < 5001)) return false;
  return (
    /^(xterm|tmux|alacritty|foot|kitty|wezterm|ghostty|contour|konsole|vte|st-|mintty)/.test(
      TERM,
    ) || Boolean(TMUX || WT_SESSION)
  );
}
