import { csvFormatRows } from 'd3-dsv';
import type { AccessKey, Certificate, PracticeState, User } from '../../state/account-state.ts';
import { iamArn, rootArn } from '../iam-arns.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { settledUses } from './key-use.ts';

/** Milliseconds, as recorded. */
const MADE_AFTER = 2000;
/** IAM User Guide: asked within four hours, AWS gives the same report again. */
const KEPT_FOR = 4 * 3_600_000;
const DAY = 86_400_000;

const KEY_COLUMNS = [1, 2].flatMap((n) =>
  ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map(
    (column) => `access_key_${n}_${column}`,
  ),
);
const COLUMNS = [
  ...['user', 'arn', 'user_creation_time', 'password_enabled', 'password_last_used'],
  ...['password_last_changed', 'password_next_rotation', 'mfa_active'],
  ...KEY_COLUMNS,
  ...['cert_1_active', 'cert_1_last_rotated', 'cert_2_active', 'cert_2_last_rotated'],
];

const NONE = 'N/A';
const NEVER = 'no_information';

const time = (at: string | number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

type Kept = NonNullable<PracticeState['credentialReport']>;

/** Where AWS stands with a report that was asked for. */
function stage({ asked }: Kept, now: Date): 'in progress' | 'there' | 'expired' {
  const age = now.getTime() - Date.parse(asked);
  if (age < MADE_AFTER) return 'in progress';
  return age < KEPT_FOR ? 'there' : 'expired';
}

export const credentialReport = {
  GenerateCredentialReport(_input, { state, now }) {
    const kept = state.credentialReport;
    const at = kept ? stage(kept, now) : 'expired';
    if (at === 'in progress') return { State: 'INPROGRESS' };
    if (at === 'there') return { State: 'COMPLETE' };
    state.credentialReport = { asked: now.toISOString(), content: reportOf(state, now) };
    return {
      State: 'STARTED',
      Description: 'No report exists. Starting a new report generation task',
    };
  },

  GetCredentialReport(_input, { state, now }) {
    const kept = state.credentialReport;
    if (!kept) throw new Refusal('ReportNotPresent', 410, 'Unknown');
    const at = stage(kept, now);
    if (at === 'in progress') throw new Refusal('ReportInProgress', 404, 'Unknown');
    if (at === 'expired') throw new Refusal('ReportExpired', 410, 'The report has expired.');
    return {
      Content: new TextEncoder().encode(kept.content ?? reportOf(state, now)),
      ReportFormat: 'text/csv',
      GeneratedTime: new Date(time(Date.parse(kept.asked) + MADE_AFTER)),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** Without a newline at its end. Recorded: root comes first, then the users, whatever the case of their names. */
function reportOf(state: PracticeState, now: Date): string {
  const users = [...state.users].sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  );
  return csvFormatRows([
    COLUMNS,
    rootRow(state, now),
    ...users.map((user) => userRow(state, user, now)),
  ]);
}

const hasMfa = ({ devices }: PracticeState, id: string): boolean =>
  devices.some(({ owner }) => owner?.id === id);

function rootRow(state: PracticeState, now: Date): string[] {
  const { root, created } = state;
  return [
    ...['<root_account>', rootArn(state), time(created), String(root.password)],
    ...(root.password ? [lastSignIn(state), time(created)] : [NONE, NONE]),
    ...['not_supported', String(hasMfa(state, state.id))],
    ...keyColumns(root.keys, state, now),
    ...certificateColumns(root.certificates),
  ];
}

/** Root's last one, as CloudTrail has it. */
function lastSignIn({ id, events }: PracticeState): string {
  const all = events.filter(({ user, name }) => user.id === id && name === 'ConsoleLogin');
  const [newest] = all
    .map(({ at }) => at)
    .sort()
    .reverse();
  return newest ? time(newest) : NEVER;
}

function userRow(state: PracticeState, user: User, now: Date): string[] {
  const { name, created, password, keys, certificates = [] } = user;
  const days = state.passwordPolicy?.MaxPasswordAge;
  const ends = password && days && Date.parse(password.created) + days * DAY;
  return [
    ...[name, iamArn(state, 'user', user), time(created), String(password !== undefined)],
    ...(password
      ? [password.lastUsed ? time(password.lastUsed) : NEVER, time(password.created)]
      : [NONE, NONE]),
    ...[ends ? time(ends) : NONE, String(hasMfa(state, user.id))],
    ...keyColumns(keys, state, now),
    ...certificateColumns(certificates),
  ];
}

/** Recorded: of two keys, the active one comes first; of two certificates, the inactive one. */
const byActive = <T extends { active: boolean }>(all: T[], isFirst: boolean): (T | undefined)[] => {
  const [first, second] = [
    ...all.filter(({ active }) => active === isFirst),
    ...all.filter(({ active }) => active !== isFirst),
  ];
  return [first, second];
};

const keyColumns = (keys: AccessKey[], state: PracticeState, now: Date): string[] =>
  byActive(keys, true).flatMap((key) => {
    if (!key) return ['false', NONE, NONE, NONE, NONE];
    const { lastUsed } = settledUses(key, state, now);
    return [
      ...[String(key.active), time(key.created)],
      ...(lastUsed ? [time(lastUsed.at), lastUsed.region, lastUsed.service] : [NONE, NONE, NONE]),
    ];
  });

const certificateColumns = (certificates: Certificate[]): string[] =>
  byActive(certificates, false).flatMap((certificate) =>
    certificate ? [String(certificate.active), time(certificate.created)] : ['false', NONE],
  );
