import { homedir } from 'node:os';
import { join } from 'node:path';
import { sectionsOf } from '../credentials-file.ts';

/** The AWS CLI's shared config file. */
export const configFile = (env: NodeJS.ProcessEnv): string =>
  env.AWS_CONFIG_FILE || join(env.HOME || homedir(), '.aws', 'config');

/** The names that the SDK finds again. */
export const isProfileName = (name: string): boolean =>
  /^[\w@+.%:/-]+$/.test(name) && name !== '__proto__';

/** Marks a profile as made by Rootlock, so that it may be removed again. */
const MARK = '# made by: rootlock sign-in';

const SESSION = /^login_session\s*=/;
const REGION = /^region\s*=/;

/**
 * The text of a config file in which a profile signs in with a session. Everything else stays as it is, byte for byte.
 *
 * @param text in latin1, where each byte is one character
 * @param region for a profile that names none
 */
export function withSession(text: string, name: string, arn: string, region: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const sections = sectionsOf(text);
  const named = sections.filter((lines) => isSectionOf(lines, name));
  // If a profile stands in a file twice, the SDK takes each setting where it stands last.
  const section =
    named.findLast((lines) => lines.some((line) => SESSION.test(line))) ?? named.at(-1);
  const session = `login_session = ${arn}${eol}`;
  if (!section) {
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    const bytes = Buffer.from(name).toString('latin1');
    const header = name === 'default' ? '[default]' : `[profile ${bytes}]`;
    const between = text === '' ? '' : `${gap}${eol}`;
    return `${text}${between}${header}${eol}${MARK}${eol}${session}region = ${region}${eol}`;
  }
  const at = section.findIndex((line) => SESSION.test(line));
  if (at > 0) section[at] = session;
  else {
    const last = section.length - 1;
    // The last line of a file may lack its end.
    section[last] = section[last]?.replace(/\n?$/, (end) => end || eol) ?? '';
    section.splice(1, 0, session);
    if (!section.some((line) => REGION.test(line)))
      section.splice(2, 0, `region = ${region}${eol}`);
  }
  return sections.map((lines) => lines.join('')).join('');
}

/** The text without a profile that Rootlock has made, if nothing else was put into it. Else the same text. */
export function withoutMadeProfile(text: string, name: string): string {
  const sections = sectionsOf(text);
  const kept = sections.filter((lines) => !(isSectionOf(lines, name) && isMadeAndEmpty(lines)));
  if (kept.length === sections.length) return text;
  return kept
    .map((lines) => lines.join(''))
    .join('')
    .replace(/(\r?\n)(\r?\n)+$/, '$1');
}

const isMadeAndEmpty = ([, ...lines]: string[]): boolean =>
  lines.some((line) => line.trim() === MARK) &&
  lines.every((line) => {
    const isOurs = SESSION.test(line) || REGION.test(line) || line.trim() === MARK;
    return isOurs || line.trim() === '';
  });

/** As the SDK reads a header, which is UTF-8: the name may be quoted, and a comment may follow. */
function isSectionOf([bytes = '']: string[], name: string): boolean {
  const header = Buffer.from(bytes, 'latin1').toString('utf8');
  const [, inside = ''] = /^\s*\[\s*(.*?)\s*\]/.exec(header) ?? [];
  const [, , found = ''] = /^profile\s+(["']?)(.+?)\1$/.exec(inside) ?? [];
  return found === name || (name === 'default' && inside === 'default');
}
