import { REHEARSE_SIGN_IN } from '../text/program.ts';
import { type Text, t } from '../text/text.ts';
import { isProject } from './applicable.ts';
import type { Menu, Welcome } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Account } from './step.ts';
import { isChosen, isKnown, stateOf } from './step-state.ts';

/** What the menu says before the first step, by what was looked at so far. */
export const firstMenu = (run: RunState): Menu => ({
  message: t('Where would you like to start?'),
  welcome: welcomeTo(run),
});

function welcomeTo(run: RunState): Welcome {
  const { words } = run.context;
  if (words) {
    return {
      greeting: words.greeting,
      text: t('Nothing is changed before you say so. Leave and come back at any time.'),
    };
  }
  const isFirst = run.context.answerStore.isEmpty();
  const { isBlocked, ...time } = estimate(run);
  const isWhole = !run.context.only && isFirst && !isProject(run.context.account) && !isBlocked;
  return {
    greeting: isFirst ? t('Welcome.') : t('Welcome back.'),
    text: t('{time} Nothing is changed before you say so. Leave and come back at any time.', {
      time: isWhole ? timeToTheEnd(time) : timeLeft(time),
    }),
    ...(run.context.account.practice && { hint: REHEARSAL }),
  };
}

interface Estimate {
  minutes: number;
  /** No step may turn out to be done, or take less. */
  isKnown: boolean;
  account: Text;
}

function timeToTheEnd({ isKnown, ...parts }: Estimate): Text {
  return isKnown
    ? t('In about {minutes} minutes this {account} is locked down.', parts)
    : t('This {account} is locked down in {minutes} minutes or less.', parts);
}

function timeLeft({ isKnown, ...parts }: Estimate): Text {
  return isKnown
    ? t('About {minutes} minutes of work are left for this {account}.', parts)
    : t('Up to {minutes} minutes of work are left for this {account}.', parts);
}

/**
 * A step that is left counts as one minute: some take seconds, some three minutes. So does one that nobody has looked at yet, or
 * could look at, though it may be done.
 */
function estimate(run: RunState): Estimate & { isBlocked: boolean } {
  const chosen = run.steps.filter((step) => isChosen(run, step));
  const known = chosen.filter((step) => isKnown(run, step));
  const states = known.map((step) => stateOf(run, step));
  const open = states.filter((state) => state === 'pending' || state === 'waiting').length;
  const blocked = states.filter((state) => state === 'blocked').length;
  const unknown = chosen.length - known.length + blocked;
  return {
    minutes: 5 * Math.ceil((open + unknown) / 5),
    isKnown: unknown === 0,
    isBlocked: blocked > 0,
    account: kindWords(run.context.account),
  };
}

/** The usual kinds of account. What is unusual has a notice of its own. */
const kindWords = ({ kind }: Account): Text =>
  kind?.plan.type === 'paid' ? t('account on the paid plan') : t('account');

const REHEARSAL = t('To rehearse signing in too: {command}', { command: REHEARSE_SIGN_IN });
