import type { Account, Request } from '../engine/step.ts';
import { shellLine, shellWord } from '../text/shell-quote.ts';
import { plain, say, type Text, t } from '../text/text.ts';
import type { Command, Thing } from './inventory.ts';

export const SCRIPT_FILE = 'rootlock.sh';

/**
 * The calls that make all of it, for a POSIX shell and the AWS CLI. What is there already is refused by AWS, and the rest goes on.
 *
 * @param lineOf the line for the AWS CLI of one call
 */
export function scriptFile(
  things: Thing[],
  account: Account,
  comments: Text[],
  lineOf: (request: Request) => string,
): string {
  const lines = things.flatMap(({ commands }) => commands.map((one) => lineWith(one, lineOf)));
  const identity = lineOf({ service: 'sts', operation: 'GetCallerIdentity', input: {} });
  return `${[
    '#!/bin/sh',
    ...comments.map((text) => `# ${plain(say(text))}`),
    'set -u',
    `account=$(${identity} --query Account --output text) || exit 1`,
    `if [ "$account" != ${account.id} ]; then`,
    `  echo ${shellWord(say(t('These commands are for the account {account}.', { account: account.id })))} >&2`,
    '  exit 1',
    'fi',
    'failed=0',
    'run() { "$@" >/dev/null || failed=$((failed + 1)); }',
    '',
    ...lines.map((line) => `run ${line}`),
    '',
    `echo ${shellWord(say(t('Calls that failed:')))} "$failed"`,
    '[ "$failed" -eq 0 ]',
  ].join('\n')}\n`;
}

/** What only AWS knows is asked for when the line runs. It stands within single quotes, as JSON always does. */
function lineWith({ asks, ...request }: Command, lineOf: (request: Request) => string): string {
  const line = lineOf(request as Request);
  if (!asks) return line;
  const [target = ''] = / --region \S+( --endpoint-url \S+)?$/.exec(line) ?? [];
  const ask = shellLine(['aws', ...asks.argv]) + target;
  return line.replaceAll(asks.placeholder, () => `'"$(${ask})"'`);
}
