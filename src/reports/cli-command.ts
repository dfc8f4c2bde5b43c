import type { Request } from '../engine/step.ts';
import { shellWord } from '../text/shell-quote.ts';
import { harmless, plain } from '../text/text.ts';
import { redact } from './redact.ts';

/** Services that the AWS CLI calls by another name. */
const CLI_NAMES: Record<string, string> = { s3: 's3api' };

/**
 * A call as a line for the AWS CLI, versions 1 and 2, in a POSIX shell. It runs as it stands, except that secrets are
 * `[secret]` and what is not known yet is a placeholder. One line, without control characters.
 *
 * @param region where the call goes if it names no region itself
 */
export function cliCommand(request: Request, region: string): string {
  const { service, operation } = request;
  const input = redact(request.input) as Record<string, unknown>;
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

/** Spells the name of an operation or of a member as the AWS CLI does: `CreateVirtualMFADevice`, `create-virtual-mfa-device`. */
export const kebab = (name: string): string =>
  name
    .replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** The CLI has arguments here that the API does not: it refuses to run without a file to put the QR code into. */
const REQUIRED: Record<string, string[]> = {
  CreateVirtualMFADevice: ['--outfile', 'qr.png', '--bootstrap-method', 'QRCodePNG'],
};

/**
 * As a flag of its own, the CLI would take a path for the file and version 1 would fetch an address; neither happens
 * within JSON. A control character would break the line, or reach the terminal that it is shown on; JSON escapes it.
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
    // After a space it would be read as the next flag.
    return text.startsWith('-') ? `--${flag}=${shellWord(text)}` : `--${flag} ${shellWord(text)}`;
  });

const json = (value: unknown): string => shellWord(harmless(JSON.stringify(value)));
