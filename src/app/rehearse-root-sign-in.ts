import { askedAgain, browserQuestion } from '../auth/browser/browser-ways.ts';
import { menuQuestion } from '../auth/sign-in-menu-question.ts';
import { leaving } from '../engine/errors.ts';
import type { Host, Question } from '../engine/step.ts';
import { SIGN_IN_ADDRESS } from '../practice/owner/sign-in-page.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { type Text, t } from '../text/text.ts';

/** The visit to AWS's sign-in page. No browser opens by itself in practice. */
export const practiceBrowserQuestion = (asRoot?: boolean): Question<'visit'> => ({
  ...browserQuestion(SIGN_IN_ADDRESS, asRoot),
  message: t('Sign in to AWS in your browser'),
});

/** Asks for a visit until the practice owner has signed in. Enter alone does nothing, and the question says so. */
export async function askUntil(
  isSignedIn: () => boolean,
  host: Host,
  id: string,
  visit: Question<'visit'>,
  first = visit,
): Promise<void> {
  for (let question = first; !isSignedIn(); question = askedAgain(visit, NOT_SIGNED_IN)) {
    await host.ask(id, question);
  }
}

const NOT_SIGNED_IN = t('Not signed in yet: press p, and it is done for you.');

interface Asked {
  /** What needs root. */
  why: Text;
  accountId: string;
  /** The name of the user who is signed in. */
  insteadOf: string;
}

/**
 * Rehearses signing in as root for one thing, with the practice owner at the page.
 *
 * @returns the profile of root. `undefined` if whoever practices would rather stay that user
 */
export async function rehearseRootSignIn(
  host: Host,
  practice: PracticeAccount,
  { why: reason, accountId, insteadOf }: Asked,
): Promise<string | undefined> {
  const menu = menuQuestion({
    reason,
    usable: [],
    renewable: undefined,
    accountId,
    deadKeys: new Set(),
    asRoot: { insteadOf },
    returning: true,
  });
  const choices = menu.choices.filter(({ value }) => value === 'browser' || value === 'stay');
  const root = practice.state.id;
  let isSignedIn = false;
  const simulate = async () => {
    practice.signIn(root);
    isSignedIn = true;
    return true as const;
  };
  for (;;) {
    try {
      const way = await host.ask('sign-in.way', { ...menu, choices });
      if (way === 'stay') return undefined;
      const question = { ...practiceBrowserQuestion(true), simulate };
      await askUntil(() => isSignedIn, host, 'sign-in.browser', question);
      return root;
    } catch (error) {
      if (!['back', 'skip'].includes(leaving(error) ?? '')) throw error;
    }
  }
}
