import type { Request } from '../engine/step.ts';
import { shellWord } from '../text/shell-quote.ts';
import { harmless, plain } from '../text/text.ts';
import { redactInput } from './redact.ts';

/** Services with another name in the AWS CLI. */
const CLI_NAMES: Record<string, string> = { s3: 's3api' };

/**
 * A call as one line for the AWS CLI, version 1 or 2, in a POSIX shell. The line runs as it is, unless it contains
 * `[secret]` or a placeholder. It contains no control characters.
 *
 * @param region the region of a call that names none itself
 */
export function cliCommand(request: Request, region: string): string {
  const { service, operation } = request;
  const input = redactInput(request);
  return [
    'aws',
    CLI_NAMES[service] ?? service,
    kebab(operation),
    ...(Object.values(input).some(isRisky) ? ['--cli-input-json', json(input)] : flags(input)),
    ...(REQUIRED[operation] ?? []),
    '--region',
    shellWord(request.region ?? region),
  ].join(' ');
}

/** The AWS CLI's spelling of an operation or a member: `CreateVirtualMFADevice` is `create-virtual-mfa-device`. */
export const kebab = (name: string): string =>
  name
    .replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** Arguments that only the CLI has. It refuses to run without a file for the QR code. */
const REQUIRED: Record<string, string[]> = {
  CreateVirtualMFADevice: ['--outfile', 'qr.png', '--bootstrap-method', 'QRCodePNG'],
};

/**
 * In a flag of its own, `file://` would make the CLI read that file, and version 1 would fetch an http address. A control
 * character would break the line, or reach the terminal. In JSON, the former are plain text and the latter is escaped.
 */
const isRisky = (value: unknown): boolean =>
  typeof value === 'string' && (/^(fileb?|https?):\/\//.test(value) || plain(value) !== value);

const flags = (input: Record<string, unknown>): string[] =>
  Object.entries(input).map(([name, value]) => {
    const flag = kebab(name);
    if (value === true) return `--${flag}`;
    if (value === false) return `--no-${flag}`;
    if (typeof value === 'object') return `--${flag} ${json(value)}`;
    const text = String(value);
    // After a space, the CLI would read it as the next flag.
    return text.startsWith('-') ? `--${flag}=${shellWord(text)}` : `--${flag} ${shellWord(text)}`;
  });

const json = (value: unknown): string => shellWord(harmless(JSON.stringify(value)));
