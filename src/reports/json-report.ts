import { requestsOf } from '../engine/requests.ts';
import type { Account, Change, Row, State } from '../engine/step.ts';
import { say } from '../text/text.ts';
import { cliCommand } from './cli-command.ts';
import { isSecure } from './exit-code.ts';
import { redact } from './redact.ts';

/** What `--json` prints: a stable interface, described by `report.schema.json`. */
export interface Report {
  account: {
    id: string;
    alias?: string;
    identity: string;
    kind: 'root' | 'user' | 'role';
    partition: string;
    region: string;
    practice: boolean;
    endpoint?: string;
  };
  secure: boolean;
  /** What an unattended run has no answers to: nothing was sent. */
  missing?: string[];
  steps: ReportedStep[];
}

interface ReportedStep {
  id: string;
  title: string;
  state: State;
  optional: boolean;
  now: string;
  /** `null` where the step could not be looked at. */
  evidence: unknown;
  message?: string;
  fix?: string[];
  changes: ReportedChange[];
}

interface ReportedChange {
  kind: Change['kind'];
  summary: string;
  rows?: [label: string, now: string, then: string][];
  danger?: true;
  typed?: string;
  undo?: string;
  url?: string;
  offer?: string;
  calls: { service: string; operation: string; region: string; input: unknown; cli: string }[];
}

/** The whole run as plain JSON values, without a secret. */
export function report(
  { identity, ...account }: Account,
  rows: Row[],
  missing: string[] = [],
): Report {
  const { id, alias, partition, region, practice, endpoint } = account;
  return {
    account: {
      id,
      ...(alias !== undefined && { alias }),
      identity: identity.arn,
      kind: identity.kind,
      partition,
      region,
      practice,
      ...(endpoint !== undefined && { endpoint }),
    },
    secure: isSecure(rows),
    ...(missing.length > 0 && { missing }),
    steps: rows.map((row) => reportedStep(row, region)),
  };
}

function reportedStep(row: Row, region: string): ReportedStep {
  const { id, title, state, optional, status, evidence, message, fix, changes } = row;
  return {
    id,
    title: say(title),
    state,
    optional,
    now: say(status),
    evidence: redact(evidence),
    ...(message && { message: say(message) }),
    ...(fix && { fix: fix.map(say) }),
    changes: changes.map((change) => reportedChange(change, region)),
  };
}

function reportedChange(change: Change, region: string): ReportedChange {
  const { kind, summary, diff, danger, confirmPhrase, undo, offerId } = change;
  return {
    kind,
    summary: say(summary),
    ...(diff && { rows: diff.map(([label, now, then]) => [say(label), say(now), say(then)]) }),
    ...(danger && { danger }),
    ...(confirmPhrase !== undefined && { typed: confirmPhrase }),
    ...(undo && { undo: say(undo) }),
    ...('url' in change && { url: change.url }),
    ...(offerId !== undefined && { offer: offerId }),
    calls: requestsOf(change).map((request) => ({
      service: request.service,
      operation: request.operation,
      region: request.region ?? region,
      input: redact(request.input),
      cli: cliCommand(request, region),
    })),
  };
}
