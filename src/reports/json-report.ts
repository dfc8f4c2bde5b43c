import type { AccountKind, AccountPlan, Membership } from '../engine/account-kind.ts';
import { requestsOf } from '../engine/change.ts';
import type { FileEdit } from '../engine/computer.ts';
import { isSecure } from '../engine/host.ts';
import type { Account, Change, Evidence, Level, Row, Step, StepState } from '../engine/step.ts';
import { say } from '../text/text.ts';
import { type CliTarget, cliCommand, cliTarget } from './cli-command.ts';
import { isComplete } from './exit-code.ts';
import { type FrameworkControl, frameworkControls } from './framework-controls.ts';
import { redactInput } from './redact.ts';

/** What `--json` prints. It is a stable interface, and `report.schema.json` describes it. */
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
    accountKind?: ReportedKind;
  };
  /** What the run is about, if not the account: then `secure` and `complete` speak of that alone. */
  playbook?: { command: string; subject: string };
  secure: boolean;
  complete: boolean;
  /** Ids of questions that an unattended run has no answer to. Nothing was sent. */
  missing?: string[];
  /** Ids of the chosen steps that do not apply to this kind of account. They count for nothing. */
  notApplicable?: string[];
  steps: ReportedStep[];
}

/** Whose account it is. `kind` is that of who is signed in. */
interface ReportedKind {
  membership: Membership;
  managementAccount?: string;
  activation: AccountKind['activation'];
  /** `credits`: US dollars. */
  plan: { type: AccountPlan['type']; hasEnded?: true; ends?: string; credits?: number };
}

interface ReportedStep {
  id: string;
  /** The id of the step's chapter. */
  chapter: string;
  title: string;
  state: StepState;
  optional: boolean;
  level: Level;
  now: string;
  controls: FrameworkControl[];
  /** `null` if the step could not be observed. */
  evidence: Evidence | null;
  /** Ids of questions: without an answer to them, an unattended run left the step out. */
  missing?: readonly string[];
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
  /** What runs on this computer: a program and its arguments. */
  command?: string[];
  /** What changes in a file of this computer, with secrets masked. */
  edit?: {
    file: string;
    target?: string;
    lines: { number: number; before: string; after?: string }[];
  };
  offer?: string;
  gated?: true;
  calls: { service: string; operation: string; region: string; input: unknown; cli: string }[];
}

interface Details {
  /** Ids of questions. */
  unanswered?: string[];
  notApplicable?: Pick<Step, 'id'>[];
  playbook?: Report['playbook'];
}

/** A whole run as plain JSON values without a credential. */
export function report(
  account: Account,
  rows: Row[],
  { unanswered = [], notApplicable = [], playbook }: Details = {},
): Report {
  return {
    account: reportedAccount(account),
    ...(playbook && { playbook }),
    secure: isSecure(rows),
    complete: isComplete(rows),
    ...(unanswered.length > 0 && { missing: unanswered }),
    ...(notApplicable.length > 0 && { notApplicable: notApplicable.map(({ id }) => id) }),
    steps: rows.map((row) => reportedStep(row, cliTarget(account))),
  };
}

/** The account, and who is signed in to it. */
export function reportedAccount(account: Account): Report['account'] {
  const { id, alias, identity, partition, region, practice, endpoint, kind } = account;
  return {
    id,
    ...(alias !== undefined && { alias }),
    identity: identity.arn,
    kind: identity.kind,
    partition,
    region,
    practice,
    ...(endpoint !== undefined && { endpoint }),
    ...(kind && { accountKind: reportedKind(kind) }),
  };
}

function reportedKind({ plan: { ends, ...plan }, ...kind }: AccountKind): ReportedKind {
  return { ...kind, plan: { ...plan, ...(ends && { ends: ends.toISOString() }) } };
}

function reportedStep(row: Row, target: CliTarget): ReportedStep {
  const {
    id,
    chapter,
    title,
    state,
    level,
    status,
    controls,
    evidence,
    unanswered,
    message,
    fix,
    changes,
  } = row;
  return {
    id,
    chapter: chapter.id,
    title: say(title),
    state,
    optional: level !== 'essential',
    level,
    now: say(status),
    controls: frameworkControls(controls),
    evidence: evidence ?? null,
    ...(unanswered && { missing: unanswered }),
    ...(message && { message: say(message) }),
    ...(fix && { fix: fix.map(say) }),
    changes: changes.map((change) => reportedChange(change, target)),
  };
}

const reportedEdit = ({ file, target, lines }: FileEdit): Required<ReportedChange>['edit'] => ({
  file,
  ...(target !== undefined && { target }),
  lines: lines.map(({ at, before, after }) => ({
    number: at + 1,
    before,
    ...(after !== undefined && { after }),
  })),
});

function reportedChange(change: Change, target: CliTarget): ReportedChange {
  const { kind, summary, diff, danger, confirmPhrase, undo, offerId, gated } = change;
  return {
    kind,
    summary: say(summary),
    ...(diff && { rows: diff.map(([label, now, then]) => [say(label), say(now), say(then)]) }),
    ...(danger && { danger }),
    ...(confirmPhrase !== undefined && { typed: confirmPhrase }),
    ...(undo && { undo: say(undo) }),
    ...('url' in change && { url: change.url }),
    ...(change.kind === 'local' && change.argv && { command: change.argv }),
    ...(change.kind === 'local' && change.edit && { edit: reportedEdit(change.edit) }),
    ...(offerId !== undefined && { offer: offerId }),
    ...(gated && { gated }),
    calls: requestsOf(change).map((request) => ({
      service: request.service,
      operation: request.operation,
      region: request.region ?? target.region,
      input: redactInput(request),
      cli: cliCommand(request, target),
    })),
  };
}
