import * as v from 'valibot';
import { Blocked } from '../../engine/errors.ts';
import { shortened, type Text, t } from '../../text/text.ts';
import type { JsonReply } from './post-json.ts';

const AGAIN = t('Sign in again.');

/** Milliseconds. The proof of a call names the second in which it was made. */
const CLOCK_TOLERANCE = 60_000;

/** Characters of what AWS says. */
const SAID_MAX = 300;

const Refusal = v.object({ error: v.optional(v.string()), message: v.optional(v.string()) });

/** Says why AWS gives no session. By `error` in the reply: API Reference, CreateOAuth2Token. */
export function explainRefusal(reply: JsonReply): Blocked {
  const { status, body, errorType = '' } = reply;
  const parsed = v.safeParse(Refusal, body);
  if (!parsed.success || status < 400) return notAws(status);
  const { error, message = '' } = parsed.output;
  const code = shortened(error || errorType.replace(/[:,].*/, '') || String(status), 60);
  const details = { code, status };
  if (status === 429 || /TooManyRequests/.test(errorType)) {
    return new Blocked(
      t('AWS is throttling the calls.'),
      [t('Wait a minute, then sign in again.')],
      details,
    );
  }
  if (status >= 500 || code === 'server_error') {
    return new Blocked(
      t("AWS's sign-in service has a problem (HTTP {status}).", { status }),
      [t('Wait a few minutes, then sign in again. See https://health.aws.amazon.com')],
      details,
    );
  }
  const known = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (known) return new Blocked(known.text, known.fix, details);
  const clock = clockOff(reply);
  if (clock)
    return new Blocked(clock, [t('Set it to automatic time, then sign in again.')], details);
  return new Blocked(
    t('AWS refuses the sign-in: {code}. {message}', {
      code,
      message: shortened(message, SAID_MAX),
    }),
    [AGAIN],
    details,
  );
}

const KNOWN: Record<string, { text: Text; fix: Text[] }> = {
  AUTHCODE_EXPIRED: { text: t('AWS no longer takes the code of this sign-in.'), fix: [AGAIN] },
  TOKEN_EXPIRED: { text: t('This session has ended.'), fix: [AGAIN] },
  USER_CREDENTIALS_CHANGED: {
    text: t('The password was changed meanwhile.'),
    fix: [t('Sign in again, with the new password.')],
  },
  INSUFFICIENT_PERMISSIONS: {
    text: t('This user may not sign in from a terminal.'),
    fix: [
      t(
        'Have an administrator attach the policy SignInLocalDevelopmentAccess to the user, then sign in again.',
      ),
    ],
  },
};

function clockOff({ time }: JsonReply): Text | undefined {
  const ahead = time === undefined ? 0 : Date.now() - time;
  const minutes = Math.max(1, Math.round(Math.abs(ahead) / 60_000));
  if (Math.abs(ahead) < CLOCK_TOLERANCE) return undefined;
  return ahead > 0
    ? t("AWS refuses the sign-in: this computer's clock is {minutes} minutes ahead.", { minutes })
    : t("AWS refuses the sign-in: this computer's clock is {minutes} minutes behind.", { minutes });
}

/** Something else than AWS's sign-in service has answered. */
export const notAws = (status: number): Blocked =>
  new Blocked(
    t('Something other than AWS answered (HTTP {status}), perhaps a network sign-in page.', {
      status,
    }),
    [t('Sign in to the network, or turn off your proxy or VPN. Then sign in again.')],
    { code: 'Unreadable', status },
  );

/** AWS's page sent the browser back without a code. `error`: of the address, so whoever could open it may have written it. */
export const refusedInBrowser = (error: string): Blocked =>
  new Blocked(
    t('The sign-in was refused in the browser: {error}.', { error: shortened(error, 60) }),
    [AGAIN],
    { code: 'RefusedInBrowser' },
  );
