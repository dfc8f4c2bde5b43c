import { t } from '../../text/text.ts';
import type { Hint } from './footer.ts';
import { hasCalls } from './overlays.ts';
import { changesAt, type ViewState } from './reduce.ts';

const stop: Hint = ['Ctrl-C', t('stop after this call')];
const quit: Hint = ['q', t('quit')];

/** A step is under way. Its changes may be, and then the run stops only after the current one. */
export const isInStep = ({ doing }: ViewState): boolean => doing !== undefined;

/** The run has no account yet, or needs a new session. */
export const isSigningIn = ({ open }: ViewState): boolean =>
  ['sign-in-menu', 'sign-in'].includes(open?.question.role ?? '');

/** Signing in is not a step, but its questions can go back to the first one. */
export const canGoBack = ({ step, open }: ViewState): boolean =>
  step !== undefined || (open?.question.role === 'sign-in' && !open.question.isFirst);

/** The keys that work everywhere. `bare` lists fewer, because lines are scarce. */
export function commonKeys(view: ViewState, { bare = false, typing = false }): Hint[] {
  const { open, step } = view;
  const key = (letter: string, control: string) => (typing ? `Ctrl-${control}` : letter);
  const help: Hint = [key('?', 'G'), t('help')];
  if (!open) return [help, ...(view.stopping ? [] : [isInStep(view) ? stop : quit])];
  const leaving = open.question.role === 'leave';
  const shown = !bare && !leaving && hasCalls(changesAt(view));
  return [
    ...(open.question.simulate && !typing
      ? [['p', t('do it for me (practice)')] satisfies Hint]
      : []),
    ...(shown ? [[key('c', 'L'), t('commands')] satisfies Hint] : []),
    ...(step && !leaving ? [[key('s', 'S'), t('skip')] satisfies Hint] : []),
    ...(canGoBack(view) ? [['Esc', t('back')] satisfies Hint] : []),
    ...(leaving ? [] : [help, [key('q', 'C'), quit[1]] satisfies Hint]),
  ];
}
