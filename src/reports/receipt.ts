import type { Sent, Text } from '../engine/contract.ts';
import { plain, t } from '../engine/text.ts';
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
  /** AWS's code, or that of the network. The write may have been made all the same: a reply can get lost. */
  error?: string;
}

/**
 * Hears what is sent and keeps the writes.
 *
 * @param region where a call goes that names no region itself
 */
export function receipt(region: string): { add(sent: Sent, at: Date): void; lines: Entry[] } {
  const lines: Entry[] = [];
  const add = ({ request, write, requestId, error }: Sent, at: Date) => {
    if (!write) return;
    lines.push({
      at: at.toISOString(),
      service: request.service,
      operation: request.operation,
      region: request.region ?? region,
      cli: cliCommand(request, region),
      ...(requestId && { requestId }),
      ...(error && { error }),
    });
  };
  return { add, lines };
}

/** For people: each call with its time, and with the id that AWS Support and CloudTrail know it by. */
export function printReceipt({ lines }: { lines: Entry[] }, say: (text: Text) => string): string {
  if (lines.length === 0) return say(t('No change was sent to AWS.'));
  const blocks = lines.map(({ at, cli, requestId, error }) =>
    [
      plain(at),
      `  ${plain(cli)}`,
      ...(error ? [`  ${say(t('Error: {error}', { error }))}`] : []),
      ...(requestId ? [`  ${say(t('Request id: {requestId}', { requestId }))}`] : []),
    ].join('\n'),
  );
  return blocks.join('\n\n');
}
