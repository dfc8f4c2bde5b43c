import type { Question } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import {
  type Authorization,
  crossDevice,
  pastedFor,
  type Returned,
  sameDevice,
} from './authorization.ts';
import type { BrowserParts } from './browser-sign-in.ts';
import { listenForCallback } from './callback-listener.ts';
import type { SignInService } from './sign-in-service.ts';

const SIGN_IN_PAGE = t('the sign-in page of AWS');

interface Parts extends BrowserParts {
  /** Nobody but the root user will do. */
  asRoot?: boolean | undefined;
}

const whoSignsIn = (asRoot: boolean | undefined): Text =>
  asRoot
    ? t('Sign in there as the root user.')
    : t('Sign in there as you always do: as the root user, or as your administrator.');

interface Outcome {
  authorization: Authorization;
  returned: Returned;
}

/** The browser of this computer, which AWS sends back here. If none can be opened, and somebody is there, any other browser. */
export async function byCallback(service: SignInService, parts: Parts): Promise<Outcome> {
  const { host, quit, asRoot } = parts;
  const listener = await listenForCallback(quit);
  try {
    const authorization = sameDevice(service, listener.redirectUri);
    const { address, state } = authorization;
    const waiting = listener.wait(state);
    // Whatever ends the waiting meanwhile is thrown once it is awaited below.
    waiting.catch(() => undefined);
    const arrival = waiting.then(() => undefined);
    const why = await Promise.race([parts.openBrowser(address), arrival]);
    if (why && host) {
      listener.close();
      return await byPastedText(service, parts, why);
    }
    if (!host) parts.show(why ?? t('Sign in to AWS in the browser. The address is:'), address);
    const returned = await (host ? askedMeanwhile(host, waiting, address, asRoot) : waiting);
    return { authorization, returned };
  } finally {
    listener.close();
  }
}

/** The visit to AWS's page with the browser of this computer. */
export const browserQuestion = (url: string, asRoot?: boolean): Question<'visit'> => ({
  kind: 'visit',
  role: 'sign-in',
  message: t('Your browser opens: sign in to AWS there'),
  page: t('the sign-in page of AWS, if it is not open yet,'),
  url,
  instructions: [
    whoSignsIn(asRoot),
    t(
      'If the page lists several accounts, take the right one. Rootlock then goes on by itself, and shows it to you first.',
    ),
  ],
});

const NOT_BACK = t('Nothing has come back from the browser yet.');

/** The same visit after a key that was pressed too early. `why`: what is still missing. */
export const askedAgain = (visit: Question<'visit'>, why: Text): Question<'visit'> => ({
  ...visit,
  message: t('{why} {what}', { why, what: visit.message }),
});

/** Keeps the address in sight until the browser comes back. */
async function askedMeanwhile(
  host: NonNullable<BrowserParts['host']>,
  waiting: Promise<Returned>,
  url: string,
  asRoot: boolean | undefined,
): Promise<Returned> {
  const first = browserQuestion(url, asRoot);
  const withdrawal = new AbortController();
  const left = (async (): Promise<never> => {
    for (let question = first; ; question = askedAgain(first, NOT_BACK)) {
      await host.ask('sign-in.browser', question, withdrawal.signal);
    }
  })();
  left.catch(() => undefined);
  try {
    return await Promise.race([waiting, left]);
  } finally {
    withdrawal.abort();
  }
}

/** The visit with any other browser. `why`: no browser can be opened here. */
export function otherDeviceQuestion(
  url: string,
  { why, asRoot }: { why?: Text | undefined; asRoot?: boolean | undefined } = {},
): Question<'visit'> {
  const message = t('Sign in to AWS in any browser, on your phone for example');
  return {
    kind: 'visit',
    role: 'sign-in',
    message: why ? t('{why} {what}', { why, what: message }) : message,
    page: SIGN_IN_PAGE,
    url,
    elsewhere: true,
    instructions: [
      whoSignsIn(asRoot),
      t('The page then shows a long text: copy it, come back, and press Enter.'),
      t(
        'Only for yourself: never open such a link that somebody has sent you, and never give the text to anybody.',
      ),
    ],
  };
}

/**
 * Any browser, on a phone for example. AWS shows a text there that is pasted here.
 *
 * @param why no browser can be opened here
 */
export async function byPastedText(
  service: SignInService,
  { host, asRoot }: Parts,
  why?: Text,
): Promise<Outcome> {
  const authorization = crossDevice(service);
  const { address, state } = authorization;
  if (!host) throw new Error('nobody can paste a text');
  await host.ask('sign-in.other-device', otherDeviceQuestion(address, { why, asRoot }));
  const pasted = await host.ask('sign-in.pasted', {
    kind: 'secret',
    role: 'sign-in',
    message: t('Paste the text that the page shows.'),
    notPersisted: true,
    validate: (text) =>
      pastedFor(state, text.reveal())
        ? undefined
        : t('That is not the text of this sign-in. Copy all of it, from the page of this address.'),
  });
  const returned = pastedFor(state, pasted.reveal());
  if (!returned) throw new Error('a text was taken that does not fit');
  return { authorization, returned };
}
