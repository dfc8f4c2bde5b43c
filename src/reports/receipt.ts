import type { Request } from '../aws/operations.ts';
import type { Sent, Text } from '../engine/step.ts';
import { plain, t } from '../text/text.ts';
import { cliCommand } from './cli-command.ts';

/** One write that was sent, as plain JSON values: it can be kept in a file. Without a secret or a code. */
export interface Entry {
  /** ISO 8601, UTC. */
  at: string;
  service: string;
  operation: string;
  region: string;
  /** The same call as a line for the AWS CLI. */
  cli: string;
  requestId?: string;
  /** AWS's code, or that of the network. The write may have been made all the same: a reply can get lost. With neither, none came. */
  error?: string;
}

interface Receipt {
  /** Hears what was sent and keeps the writes. */
  add(sent: Sent, at: Date): void;
  lines: Entry[];
  /** The lines, and one for a call that is about to be sent. */
  linesWith(request: Request, at: Date): Entry[];
}

/** @param region where a call goes that names no region itself */
export function receipt(region: string): Receipt {
  const lines: Entry[] = [];
  const entry = (request: Request, at: Date): Entry => ({
    at: at.toISOString(),
    service: request.service,
    operation: request.operation,
    region: request.region ?? region,
    cli: cliCommand(request, region),
  });
  const add = ({ request, write, requestId, error }: Sent, at: Date) => {
    if (!write) return;
    lines.push({
      ...entry(request, at),
      ...(requestId && { requestId }),
      ...(error && { error }),
    });
  };
  return { add, lines, linesWith: (request, at) => [...lines, entry(request, at)] };
}

/** For people: each call with its time, and with the id that AWS Support and CloudTrail know it by. */
export function printReceipt({ lines }: { lines: Entry[] }, say: (text: Text) => string): string {
  if (lines.length === 0) return say(t('No change was sent to AWS.'));
  const blocks = lines.map(({ at, cli, requestId, error }) =>
    [
      plain(at),
      `  ${plain(cli)}`,
      ...(error ? [`  ${say(t('Error: {error}', { error }))}`] : []),
      ...(error || requestId ? [] : [`  ${say(t('What AWS answered is not known.'))}`]),
      ...(requestId ? [`  ${say(t('Request id: {requestId}', { requestId }))}`] : []),
    ].join('\n'),
  );
  return blocks.join('\n\n');
}
