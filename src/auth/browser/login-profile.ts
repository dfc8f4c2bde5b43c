import { Blocked } from '../../engine/errors.ts';
import { sectionsOf, sharedFiles } from '../credentials-file.ts';
import type { OwnersFiles } from '../owners-files.ts';

/** The AWS CLI's shared config file. */
export const configFile = (env: NodeJS.ProcessEnv): string => sharedFiles(env).config;

/** The names that the SDK finds again. */
export const isProfileName = (name: string): boolean =>
  /^[\w@+.%:/-]+$/.test(name) && name !== '__proto__';

/** Marks a profile as made by Rootlock, so that it may be removed again. */
const MARK = '# made by: rootlock sign-in';

const SESSION = /^login_session\s*=/;
const REGION = /^region\s*=/;

/** Of several programs that edit the file at the same time, each has to try at most as often as there are others. */
const TRIES = 10;

/**
 * Edits the config file. If another program has changed it meanwhile, the edit is made again, of what that has written.
 *
 * @param edit takes and gives the text in latin1, where each byte is one character, so that bytes that are no UTF-8 survive
 * @throws Blocked if the disk refuses, or if the file never rests
 * @returns whether the file has changed
 */
export function editConfig(
  file: string,
  files: OwnersFiles,
  edit: (text: string) => string,
): boolean {
  for (let tries = 1; ; tries++) {
    const before = files.read(file);
    const text = before?.toString('latin1') ?? '';
    const after = edit(text);
    if (after === text) return false;
    try {
      files.write(file, Buffer.from(after, 'latin1'), before ?? 'nothing');
      return true;
    } catch (error) {
      const isChanged = error instanceof Blocked && error.code === 'Changed';
      if (!isChanged || tries === TRIES) throw error;
    }
  }
}

/**
 * The text of a config file in which a profile signs in with a session. Everything else stays as it is, byte for byte.
 *
 * @param text in latin1, where each byte is one character
 * @param region for a profile that names none
 */
export function withSession(text: string, name: string, arn: string, region: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const sections = sectionsOf(text);
  const readBy = sectionsRead(sections.filter((lines) => isSectionOf(lines, name)));
  const session = `login_session = ${arn}${eol}`;
  if (readBy.size === 0) {
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    const bytes = Buffer.from(name).toString('latin1');
    const header = name === 'default' ? '[default]' : `[profile ${bytes}]`;
    const between = text === '' ? '' : `${gap}${eol}`;
    return `${text}${between}${header}${eol}${MARK}${eol}${session}region = ${region}${eol}`;
  }
  for (const section of readBy) {
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
  }
  return sections.map((lines) => lines.join('')).join('');
}

/**
 * The sections of a profile that count, by those that the file has for it. If a profile stands in a file twice, the SDK takes each setting
 * where it stands last. Of `[default]` and `[profile default]`, the SDK reads the second, and the AWS CLI whichever stands last
 * (`@smithy/core`, `getConfigData`; botocore, `build_profile_map`).
 */
function sectionsRead(named: string[][]): Set<string[]> {
  const long = named.filter(([header = '']) => /^\s*\[\s*profile\s/.test(header));
  const bySdk = long.length > 0 ? long : named;
  const byCli = named.at(-1);
  const section =
    bySdk.findLast((lines) => lines.some((line) => SESSION.test(line))) ?? bySdk.at(-1);
  const isSplit = byCli && !bySdk.includes(byCli);
  return new Set([section, isSplit ? byCli : undefined].filter((one) => one !== undefined));
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
