import type { Account, Request } from '../engine/step.ts';
import { optionWith } from '../text/command-words.ts';
import { NOWHERE } from '../text/placeholder.ts';
import { powershellLine } from '../text/powershell-quote.ts';
import { shellLine } from '../text/shell-quote.ts';
import { harmless, plain } from '../text/text.ts';
import { redactInput } from './redact.ts';

/** Services with another name in the AWS CLI. */
const CLI_NAMES: Record<string, string> = { s3: 's3api', 'access-analyzer': 'accessanalyzer' };

/** Flags that are not called after their member, since the CLI would take them for one of its own. */
const FLAG_NAMES: Record<string, string> = { 'Subscribe.Endpoint': 'notification-endpoint' };

/** Where a printed command leads. */
export interface CliTarget {
  /** The region of a call that names none itself. */
  region: string;
  /** Absent for AWS's own endpoints. */
  endpoint?: string;
}

/** The account's own endpoint. A command of a practice account leads nowhere: pasted, it would change another account. */
export function cliTarget({
  region,
  endpoint,
  practice,
}: Pick<Account, 'region' | 'endpoint' | 'practice'>): CliTarget {
  const leadsTo = practice ? `https://${NOWHERE}` : endpoint;
  return { region, ...(leadsTo !== undefined && { endpoint: leadsTo }) };
}

/**
 * A call as one line for the AWS CLI, version 1 or 2, in a POSIX shell. The line runs as it is, unless it contains
 * `[secret]` or a placeholder. It contains no control characters.
 */
export function cliCommand(request: Request, target: CliTarget): string {
  const input = redactInput(request);
  const isRisky = Object.values(input).some(isRiskyValue);
  return shellLine(
    argumentsOf(
      request,
      target,
      isRisky ? ['--cli-input-json', json(input)] : flags(request.operation, input),
    ),
  );
}

/**
 * The same for PowerShell, each line a statement of its own. A call with double quotes, an empty value or a backslash at the end of one
 * reads its input from a file: Windows PowerShell 5.1 loses these within an argument, and what would save them there would be too
 * much for 7.3 and later ("about_Parsing", "Passing arguments to native commands": `$PSNativeCommandArgumentPassing`).
 */
function powershellCommand(request: Request, target: CliTarget): string[] {
  const input = redactInput(request);
  const words = flags(request.operation, input);
  const isRisky =
    Object.values(input).some(isRiskyValue) || words.some((word) => /^$|"|\\$/.test(word));
  if (!isRisky) return [powershellLine(argumentsOf(request, target, words))];
  const call = argumentsOf(request, target, ['--cli-input-json', `file://${INPUT_FILE}`]);
  return [
    powershellLine(['Set-Content', '-Encoding', 'Ascii', INPUT_FILE, ascii(json(input))]),
    powershellLine(call),
  ];
}

const INPUT_FILE = 'rootlock.json';

/** A call as lines for the shell that people have before them. Each line is whole, however long it is. */
export const cliLines = (
  request: Request,
  target: CliTarget & { powershell: boolean },
): string[] =>
  target.powershell ? powershellCommand(request, target) : [cliCommand(request, target)];

function argumentsOf(request: Request, { region, endpoint }: CliTarget, input: string[]): string[] {
  const { service, operation } = request;
  return [
    'aws',
    CLI_NAMES[service] ?? service,
    kebab(operation),
    ...input,
    ...(REQUIRED[operation] ?? []),
    '--region',
    request.region ?? region,
    ...(endpoint === undefined ? [] : ['--endpoint-url', endpoint]),
  ];
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
const isRiskyValue = (value: unknown): boolean =>
  typeof value === 'string' && (/^(fileb?|https?):\/\//.test(value) || plain(value) !== value);

const flags = (operation: string, input: Record<string, unknown>): string[] =>
  Object.entries(input).flatMap(([name, value]) => {
    const flag = FLAG_NAMES[`${operation}.${name}`] ?? kebab(name);
    if (value === true) return [`--${flag}`];
    if (value === false) return [`--no-${flag}`];
    if (typeof value === 'object') return [`--${flag}`, json(value)];
    const text = String(value);
    return optionWith(flag, text);
  });

const json = (value: unknown): string => harmless(JSON.stringify(value));

/** The same JSON in letters that every encoding has. */
const ascii = (text: string): string =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
