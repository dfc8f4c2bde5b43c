import type { Account, Request, Sent } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { plain, say, t } from '../text/text.ts';
import { cliCommand, cliTarget } from './cli-command.ts';
import { withoutPersonalData } from './redact.ts';

/** One write that was sent, as plain JSON values without a credential. */
export interface ReceiptEntry {
  /** ISO 8601, UTC. */
  at: string;
  /** When the run began. ISO 8601, UTC. */
  run: string;
  /** The account's id. */
  account: string;
  /** Set if the call went somewhere else than to AWS. */
  endpoint?: string;
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

/** @param begun when the run began */
export function receipt(
  account: Pick<Account, 'id' | 'endpoint' | 'region' | 'practice'>,
  begun: Date,
): Receipt {
  const { id, endpoint, region } = account;
  const lines: ReceiptEntry[] = [];
  const entry = (request: Request, at: Date): ReceiptEntry => ({
    at: at.toISOString(),
    run: begun.toISOString(),
    account: id,
    ...(endpoint && { endpoint }),
    service: request.service,
    operation: request.operation,
    region: request.region ?? region,
    cli: cliCommand(withoutPersonalData(request), cliTarget(account)),
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

/** Each write with its time, and the request id by which AWS Support and CloudTrail know it, below the account's id. */
export function printReceipt(lines: ReceiptEntry[]): string {
  if (lines.length === 0) return say(t('No change was sent to AWS.'));
  const headings = lines.map(accountOf);
  return lines
    .flatMap((line, n) =>
      headings[n] === headings[n - 1] ? [block(line)] : [headings[n], block(line)],
    )
    .join('\n\n');
}

function accountOf({ account, endpoint }: ReceiptEntry): string {
  const number = accountNumber(account);
  return endpoint === undefined
    ? say(t('Account {account}', { account: number }))
    : say(t('Account {account} at {endpoint}', { account: number, endpoint }));
}

const block = ({ at, cli, requestId, error }: ReceiptEntry): string =>
  [
    plain(at),
    `  ${plain(cli)}`,
    ...(error ? [`  ${say(t('Error: {error}', { error }))}`] : []),
    ...(error || requestId ? [] : [`  ${say(t('The reply of AWS is unknown.'))}`]),
    ...(requestId ? [`  ${say(t('Request id: {requestId}', { requestId }))}`] : []),
  ].join('\n');
