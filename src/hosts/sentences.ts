import type { FileEdit } from '../engine/computer.ts';
import type { Account, Change, Cost, Row, StepState } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { commandAtEnd } from '../text/command-at-end.ts';
import { say, type Text, t } from '../text/text.ts';

/** The identity that is signed in: the root user, a user by name, or a role by name. */
function identity({ identity: { arn, kind } }: Account): Text {
  if (kind === 'root') return t('root user');
  const path = arn.split('/');
  // A user's ARN may have a path before the name. The ARN of a role's session ends with the name of the session.
  return kind === 'user'
    ? t('user {name}', { name: path.at(-1) ?? arn })
    : t('role {name}', { name: path.at(1) ?? arn });
}

/** The parts of the header, in order: id and alias, identity, region, practice or endpoint, key or session. */
export function accountParts(account: Account): Text[] {
  const { region, practice, endpoint, identity: who } = account;
  return [
    numberOf(account),
    identity(account),
    t('{region}', { region }),
    ...(practice ? [t('PRACTICE, nothing is real')] : []),
    ...(endpoint ? [t('at {endpoint}, which is not AWS', { endpoint })] : []),
    ...(practice ? [] : [credential(who)]),
  ];
}

/** The kind of credentials. A session that renews itself has no end to show. */
function credential({ isLongTerm, expiresAt }: Account['identity']): Text {
  if (isLongTerm) return t('access key');
  return expiresAt ? t('session ends {time}', { time: clockTime(expiresAt) }) : t('session');
}

/** An account's number, with its alias if it has one. */
export function numberOf({ id, alias }: Pick<Account, 'id' | 'alias'>): Text {
  const number = accountNumber(id);
  return alias ? t('{number} ({alias})', { number, alias }) : t('{number}', { number });
}

/** The header as one sentence. */
export const accountSentence = (account: Account): string =>
  say(t('Account {parts}.', { parts: accountParts(account).map(say).join(', ') }));

/** Local time as `HH:MM`. */
export const clockTime = (date: Date): string =>
  [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');

/** Terms that a new owner may not know yet. */
export const WORDS: Text[] = [
  t(
    'The root user owns the account. It signs in with the email address of the account, and no permission can limit it. Use it only for tasks that require it.',
  ),
  t(
    'An IAM user is a person or a program with its own name and permissions. You can limit it, or remove it without harm to the account.',
  ),
  t(
    'MFA asks for a second proof besides the password: a code from an app on your phone, or a passkey. Then nobody gets in with a leaked password alone.',
  ),
];

/** A state as one or two words. */
export function stateWords(state: StepState): Text {
  switch (state) {
    case 'secure':
      return t('secure');
    case 'attested':
      return t('confirmed by you');
    case 'blocked':
      return t('blocked');
    case 'skipped':
      return t('skipped');
    case 'waiting':
      return t('waiting');
    case 'pending':
      return t('to do');
    case 'unread':
      return t('not looked at yet');
  }
}

/** The cost of a step in words. */
export const costWords = (cost: Cost): Text => (cost === 'free' ? t('free') : cost);

/** The title of a step, which says so if the step is not essential. */
export function titleWithLevel({ title, level }: Pick<Row, 'title' | 'level'>): Text {
  switch (level) {
    case 'essential':
      return title;
    case 'recommended':
      return t('{title} (recommended)', { title });
    case 'optional':
      return t('{title} (optional)', { title });
  }
}

/** A step's line: its title, state and status, and what it waits for or is blocked by. */
export function rowSentence(row: Row): string {
  const { status, message } = row;
  const name = titleWithLevel(row);
  const state = stateWords(row.state);
  const why = message ? [message] : [];
  // What a waiting step waits for explains what is there so far.
  if (row.state === 'waiting') {
    return sentences(
      t('{name}: {state}', { name, state }),
      ...why,
      ...(row.fix ? [] : [t('So far: {now}', { now: status })]),
    );
  }
  // If a step was never observed, its message says why.
  const seen = row.state !== 'blocked' || row.evidence !== undefined;
  const line = seen
    ? t('{name}: {state}; {now}', { name, state, now: status })
    : t('{name}: {state}', { name, state });
  return sentences(line, ...why);
}

const sentences = (...texts: Text[]): string => texts.map((text) => ended(say(text))).join(' ');

/** How to fix a blocked step, one line for each thing to do. */
export const fixSentences = ({ fix = [] }: Row): string[] =>
  fix.map((text) => ended(say(t('What to do: {text}', { text }))));

/** Steps with their fixes. If several in a row have the same fix, it is said once, below the last. */
export const rowsSentences = (rows: Row[]): string[] => sentencesOfEach(rows).flat();

/** The sentences of each step: see `rowsSentences`. */
export function sentencesOfEach(rows: Row[]): string[][] {
  const fixes = rows.map((row) => fixSentences(row).join('\n'));
  return rows.map((row, index) => {
    const fix = fixes[index] ?? '';
    return fix === '' || fix === fixes[index + 1] ? [rowSentence(row)] : [rowSentence(row), fix];
  });
}

/** The changes, of which several in a row with the same undo say it once, below the last. */
export const withoutRepeatedUndo = (changes: Change[]): Change[] =>
  changes.map((change, index) => {
    const { undo, ...rest } = change;
    const next = changes[index + 1]?.undo;
    return undo && next && say(undo) === say(next) ? (rest as Change) : change;
  });

/** A change in words: its summary, before and after, warnings, the edit of a file unless it is drawn, and how to take it back. */
export function changeSentences(change: Change, { isEditDrawn = false } = {}): string[] {
  const { diff = [], danger, confirmPhrase, undo } = change;
  return [
    ended(say(lead(change))),
    ...diff.map(([label, now, then]) =>
      ended(say(t('{label}: {now}, will be {then}', { label, now, then }))),
    ),
    ...(danger ? [say(t('Careful: this changes access or existing settings.'))] : []),
    ...(confirmPhrase ? [say(t('This cannot be undone.'))] : []),
    ...(isEditDrawn ? [] : editSentences(change)),
    ...(undo ? [ended(say(t('To undo: {undo}', { undo })))] : []),
  ];
}

/** The edit of a file, if the change is one. */
export const editOf = (change: Change): FileEdit | undefined =>
  change.kind === 'local' ? change.edit : undefined;

/** What an edit does to a file, line by line. A line of a file gets no full stop of ours. */
function editSentences(change: Change): string[] {
  const edit = editOf(change);
  if (!edit) return [];
  return [
    ...edit.lines.flatMap(({ before, after }) => [
      say(t('Goes: {line}', { line: before })),
      ...(after === undefined ? [] : [say(t('Comes: {line}', { line: after }))]),
    ]),
    ...editNotes(edit).map(say),
  ];
}

/** What else the owner should know of an edit. */
export const editNotes = ({ file, target }: FileEdit): Text[] => [
  ...(target ? [t('{file} is a link: {target} changes.', { file, target })] : []),
  t('Nothing else in the file changes.'),
];

function lead(change: Change): Text {
  const { kind, summary, offerId, gated } = change;
  if (gated) return t('Later: {summary}', { summary });
  if (offerId) return t('Optional: {summary}', { summary });
  switch (kind) {
    case 'console':
      return change.first
        ? t('You do this: {summary}', { summary })
        : t('You do this in the AWS console: {summary}', { summary });
    case 'attest':
      return t("You do this and confirm it (AWS can't report it): {summary}", { summary });
    default:
      return summary;
  }
}

/** Ends a line with a full stop, unless it has a mark, a command or an address at its end: pasted, the full stop would be part of it. */
export const ended = (line: string): string =>
  /([.!?:…。]|https:\/\/\S+)$/.test(line) || commandAtEnd(line) !== undefined ? line : `${line}.`;

/** Only in practice: the practice owner did it in the console, or by a mail. */
export const DONE_FOR_YOU = t('Done for you. Waiting for AWS to show it…');

/** A look after a console change failed: nobody knows whether it is there. */
export const lookFailed = (why: Text): Text =>
  t('{why} Rootlock checks again.', { why: ended(say(why)) });

/** An authenticator's key in groups of four, for typing by hand. */
export const keyGroups = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? key;

/** Seconds until an authenticator shows its next code; `now` in milliseconds. */
export const secondsToNextCode = (now: number): number => 30 - (Math.floor(now / 1000) % 30);

/** The policy that a change gives somebody, as lines that a shell takes for comments. */
export const policyLines = ({ policyText }: Change): string[] =>
  (policyText?.split('\n') ?? []).map((text) => `# ${text}`);
