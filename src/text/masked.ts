/**
 * Personal data as documents show it: people who know it recognise it, and others do not learn it. An e-mail address keeps
 * its first character and its domain, anything else, a phone number for instance, its last two characters.
 */
export function masked(text: string): string {
  const at = text.lastIndexOf('@');
  const [first = ''] = text;
  // Whole code points: half of one is no text.
  const end = [...text].slice(-2).join('');
  return at > 0 ? `${first}…${text.slice(at)}` : `…${text.length > 4 ? end : ''}`;
}
