import { relative, sep } from 'node:path';
import { shellWord } from '../text/shell-quote.ts';
import type { Options } from './options.ts';

/**
 * How this program is called again: where it is not installed, `rootlock` is no command.
 *
 * @param script absolute path of what Node was told to run
 */
export function programName(script: string, cwd: string): string {
  const parts = script.split(sep);
  if (parts.includes('_npx')) return 'npx ./rootlock-*.tgz';
  if (parts.includes('node_modules') || !script.endsWith('.js')) return 'rootlock';
  const near = relative(cwd, script);
  const path = near.startsWith('..') ? script : near;
  return `node ${word(path)}`;
}

/** The same account, looked at in the same way: these options, with another command. */
export function commandToRerun(
  program: string,
  command: '' | 'status' | 'receipt',
  { profile, region, endpointUrl }: Pick<Options, 'profile' | 'region' | 'endpointUrl'>,
  practice: boolean,
): string {
  const words = [program, command, ...(practice ? ['--practice'] : [])];
  const given = { profile, region, 'endpoint-url': endpointUrl };
  for (const [name, value] of Object.entries(given)) {
    // After a space, a dash would begin the next option.
    const equals = value?.startsWith('-') ? '=' : ' ';
    if (value !== undefined) words.push(`--${name}${equals}${word(value)}`);
  }
  return words.filter((one) => one !== '').join(' ');
}

/** The shells of Windows take a backslash as it is, and not all of them take single quotes. */
function word(text: string): string {
  const path = sep === '\\' ? text.replaceAll(sep, '/') : text;
  if (!/^[\w/:.,@%+ -]+$/.test(path)) return shellWord(text);
  return text.includes(' ') ? `"${text}"` : text;
}
