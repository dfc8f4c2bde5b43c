import { relative, sep } from 'node:path';
import type { Options } from './options.ts';

/**
 * How this program is called again: where it is not installed, `rootlock` is no command.
 *
 * @param script absolute path of what Node was told to run
 */
export function calledAs(script: string, cwd: string): string {
  const parts = script.split(sep);
  if (parts.includes('_npx')) return 'npx ./rootlock-*.tgz';
  if (parts.includes('node_modules') || !script.endsWith('.js')) return 'rootlock';
  const near = relative(cwd, script);
  const path = near.startsWith('..') ? script : near;
  return `node ${/\s/.test(path) ? `"${path}"` : path}`;
}

/** The same account, looked at in the same way: these options, with another command. */
export function again(
  program: string,
  command: '' | 'status' | 'receipt',
  { profile, region, endpointUrl }: Pick<Options, 'profile' | 'region' | 'endpointUrl'>,
  practice: boolean,
): string {
  const words = [program, command, ...(practice ? ['--practice'] : [])];
  const given = { profile, region, 'endpoint-url': endpointUrl };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) words.push(`--${name} ${/\s/.test(value) ? `"${value}"` : value}`);
  }
  return words.filter((word) => word !== '').join(' ');
}
