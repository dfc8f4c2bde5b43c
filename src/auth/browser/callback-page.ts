import { say, t } from '../../text/text.ts';

/** No script, no frame, nothing from anywhere else, and nothing to keep. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  connection: 'close',
};

/** What the browser shows in the end. It repeats nothing of the request. */
export function callbackPage(isSignedIn: boolean): string {
  const [title, text] = isSignedIn
    ? [t('Back to the terminal'), t('Rootlock goes on there. You can close this page.')]
    : [t('Nothing here'), t('Rootlock waits for another page. Look at the terminal.')];
  const shown = [escaped(say(title)), escaped(say(text))];
  return `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${shown[0]} · Rootlock</title>
<h1>${shown[0]}</h1>
<p>${shown[1]}</p>
`;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
