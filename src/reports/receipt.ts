import type { Request, Sent } from '../engine/step.ts';
import { plain, say, t } from '../text/text.ts';
import { cliCommand } from './cli-command.ts';

/** One write that was sent, as plain JSON values without a credential. */
export interface ReceiptEntry {
  /** ISO 8601, UTC. */
  at: string;
  service: string;
  operation: string;
  region: string;
  /** The same call as an AWS CLI command. */
  cli: string;
  requestId?: string;
  /**
   * AWS's error code, or Node's for a network error. AWS may have made the change all the same, if only its reply got
   * lost. An entry with neither error nor request id has had no reply yet.
   */
  error?: string;
}

interface Receipt {
  /** Adds a call that came back, if it is a write. */
  add(sent: Sent, at: Date): void;
  lines: ReceiptEntry[];
  /** The lines so far, and one more for a write that is about to be sent. */
  linesWith(request: Request, at: Date): ReceiptEntry[];
}

/** @param region the region of calls that name none themselves */
export function receipt(region: string): Receipt {
  const lines: ReceiptEntry[] = [];
  const entry = (request: Request, at: Date): ReceiptEntry => ({
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

/** Each write with its time, and the request id by which AWS Support and CloudTrail know it. */
export function printReceipt(lines: ReceiptEntry[]): string {
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
