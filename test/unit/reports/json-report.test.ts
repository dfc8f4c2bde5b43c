import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Request } from '../../../src/aws/operations.ts';
import type { Change, Row, StepState } from '../../../src/engine/step.ts';
import { type Report, report } from '../../../src/reports/json-report.ts';
import schema from '../../../src/reports/report.schema.json' with { type: 'json' };
import { document, t } from '../../../src/text/text.ts';
import { ACCOUNT, CHANGES, HIDDEN, request, row } from '../../support/reports/sample-rows.ts';

const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** The document as a program reads it. It has to fit the schema. */
// biome-ignore lint/suspicious/noExplicitAny: such a program knows no types
function read(it: Report): any {
  const parsed = JSON.parse(document(it));
  expect(check(parsed), JSON.stringify(check.errors)).toBe(true);
  return parsed;
}

const STATES: StepState[] = ['secure', 'attested', 'blocked', 'skipped', 'waiting', 'pending'];

test('every state and every kind of change fits the schema', () => {
  const rows = STATES.map((state) => row(state, { changes: CHANGES }));
  const { steps } = read(report(ACCOUNT, rows));
  expect(steps.map((step: Row) => step.state)).toEqual(STATES);
  const kinds = steps[0].changes.map((change: Change) => change.kind);
  expect(kinds).toEqual(['call', 'call', 'exchange', 'console', 'attest', 'local', 'local']);
});

test('the account includes who is signed in, and where', () => {
  const { account } = read(
    report({ ...ACCOUNT, alias: 'acme', endpoint: 'http://127.0.0.1:5000', practice: true }, []),
  );
  expect(account).toEqual({
    id: '123456789012',
    alias: 'acme',
    identity: 'arn:aws:iam::123456789012:root',
    kind: 'root',
    partition: 'aws',
    region: 'us-east-1',
    practice: true,
    endpoint: 'http://127.0.0.1:5000',
  });
});

test('the kind of the account is told apart from who is signed in, with the plan that AWS bills by', () => {
  const kind = {
    membership: 'member',
    managementAccount: '999988887777',
    activation: 'active',
    plan: { type: 'free', ends: new Date('2027-05-20T10:00:00Z'), credits: 97.5 },
  } as const;
  const { account } = read(report({ ...ACCOUNT, kind }, []));
  expect([account.kind, account.accountKind]).toEqual([
    'root',
    { ...kind, plan: { ...kind.plan, ends: '2027-05-20T10:00:00.000Z' } },
  ]);
  const unknown = {
    membership: 'unknown',
    activation: 'unknown',
    plan: { type: 'unknown' },
  } as const;
  expect(read(report({ ...ACCOUNT, kind: unknown }, [])).account.accountKind).toEqual(unknown);
});

test('steps that do not apply to the account are named, and count for nothing', () => {
  const rows = [row('secure')];
  const left = { notApplicable: [{ id: 'root-mfa' }, { id: 'root-keys' }] };
  expect(read(report(ACCOUNT, rows, left))).toMatchObject({
    secure: true,
    complete: true,
    notApplicable: ['root-mfa', 'root-keys'],
  });
  expect(read(report(ACCOUNT, rows))).not.toHaveProperty('notApplicable');
});

test('unknown facts about the account are left out', () => {
  const { account } = read(report(ACCOUNT, []));
  expect(Object.keys(account)).not.toContain('alias');
  expect(Object.keys(account)).not.toContain('endpoint');
});

test('a step comes with its sentences, the reason why it is blocked, and what to do', () => {
  const [step] = read(
    report(ACCOUNT, [
      row('blocked', {
        level: 'optional',
        status: t('{n} users', { n: 3 }),
        message: t('AWS refused {action}.', { action: 'iam:CreateUser' }),
        fix: [t('Sign in as root.'), t('Run Rootlock again.')],
      }),
    ]),
  ).steps;
  expect(step).toEqual({
    id: 'some-step',
    chapter: 'some-chapter',
    title: 'Some step',
    state: 'blocked',
    optional: true,
    level: 'optional',
    now: '3 users',
    controls: [],
    evidence: {},
    message: 'AWS refused iam:CreateUser.',
    fix: ['Sign in as root.', 'Run Rootlock again.'],
    changes: [],
  });
});

test('a call comes with everything shown about it, its region and its CLI command', () => {
  const [step] = read(report(ACCOUNT, [row('pending', { changes: CHANGES })])).steps;
  expect(step.changes[0]).toEqual({
    kind: 'call',
    summary: 'Set a password for jun',
    rows: [['password', 'none', 'yours']],
    danger: true,
    typed: 'WXYZ',
    undo: 'Delete it in the IAM console.',
    calls: [
      {
        service: 'iam',
        operation: 'CreateLoginProfile',
        region: 'us-east-1',
        input: { UserName: 'jun', Password: '[secret]' },
        cli: "aws iam create-login-profile --user-name jun --password '[secret]' --region us-east-1",
      },
    ],
  });
  expect(step.changes[1]).toMatchObject({ offer: 'change', calls: [{ region: 'eu-west-1' }] });
});

test('an interactive change comes with all its calls and their placeholders', () => {
  const [step] = read(report(ACCOUNT, [row('pending', { changes: CHANGES })])).steps;
  expect(step.changes[2].calls.map((call: Request) => call.input)).toEqual([
    { VirtualMFADeviceName: '<admin-user.name>' },
    { AuthenticationCode1: '<first code>', AuthenticationCode2: '<second code>' },
    { AuthenticationCode1: '[secret]', AuthenticationCode2: '[secret]' },
  ]);
});

test('a change on this computer comes with its command and without calls', () => {
  const [step] = read(report(ACCOUNT, [row('pending', { changes: CHANGES })])).steps;
  expect(step.changes.find(({ command }: { command?: string }) => command)).toEqual({
    kind: 'local',
    summary: 'Install the hooks',
    command: ['git', 'secrets', '--install'],
    undo: 'Delete the hooks.',
    calls: [],
  });
});

test('an edit of a file comes with its lines, numbered as editors do', () => {
  const [step] = read(report(ACCOUNT, [row('pending', { changes: CHANGES })])).steps;
  expect(step.changes.at(-1)).toEqual({
    kind: 'local',
    summary: 'Take the key out',
    edit: {
      file: '/home/jun/.aws/credentials',
      target: '/mnt/credentials',
      lines: [
        { number: 2, before: 'aws_secret_access_key = [secret]' },
        { number: 5, before: 'old', after: 'new' },
      ],
    },
    calls: [],
  });
});

test('a console change comes with its link and without calls', () => {
  const [step] = read(report(ACCOUNT, [row('pending', { changes: CHANGES })])).steps;
  expect(step.changes[3]).toEqual({
    kind: 'console',
    summary: 'Switch on MFA',
    url: 'https://console.aws.amazon.com/',
    calls: [],
  });
});

test.each([
  [[row('secure'), row('attested'), row('pending', { level: 'optional' })], true, true],
  [[row('secure'), row('waiting', { level: 'recommended' })], true, false],
  [[row('secure'), row('blocked', { level: 'recommended' })], true, false],
  [[row('secure'), row('waiting')], false, false],
  [[row('secure'), row('skipped')], false, false],
])(
  'the account is secure if every essential step is, and complete if every recommended one is too',
  (rows, secure, complete) => {
    expect(read(report(ACCOUNT, rows))).toMatchObject({ secure, complete });
  },
);

test('a step that was left out for lack of an answer names the question', () => {
  const [step] = read(
    report(ACCOUNT, [row('skipped', { level: 'recommended', unanswered: ['some-step.name'] })]),
  ).steps;
  expect(step).toMatchObject({ level: 'recommended', optional: true, missing: ['some-step.name'] });
});

test('evidence is what the step shows, or null if nothing was seen', () => {
  const { evidence: _, ...unseen } = row('blocked');
  const { steps } = read(
    report(ACCOUNT, [
      row('pending', { evidence: { keys: [{ active: true }], absent: undefined } }),
      unseen,
    ]),
  );
  expect(steps[0].evidence).toEqual({ keys: [{ active: true }] });
  expect(steps[1].evidence).toBeNull();
});

test('no secret is printed, wherever it is', () => {
  const printed = document(report(ACCOUNT, [row('pending', { changes: CHANGES })]));
  expect(printed).toContain('[secret]');
  for (const hidden of HIDDEN) expect(printed).not.toContain(hidden);
});

test('names from the account are printed harmlessly, and read back unchanged', () => {
  const nasty =
    'a\u0000\n\u001b[2J\u007f\u009b2J\u061c\u200e\u202e\u2028\u2029\u2066\u200b\u{e0041}김😀';
  const changes = [
    {
      kind: 'call' as const,
      ...request('CreateUser', { UserName: nasty }),
      summary: t('{nasty}', { nasty }),
    },
  ];
  const it = report({ ...ACCOUNT, alias: nasty }, [
    row('pending', { evidence: { nasty }, changes }),
  ]);
  const printed = document(it);
  expect(printed.replaceAll('\n', '')).not.toMatch(
    /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u,
  );
  expect(printed).toContain('김😀');
  expect(read(it)).toEqual(it);
  expect(read(it).steps[0].evidence).toEqual({ nasty });
});

test('the schema refuses unknown members', () => {
  const it = report(ACCOUNT, [row('pending', { changes: CHANGES })]);
  const [step] = it.steps;
  expect(check({ ...it, more: 1 })).toBe(false);
  expect(check({ ...it, steps: [{ ...step, more: 1 }] })).toBe(false);
  expect(check({ ...it, steps: [{ ...step, changes: [{ ...step?.changes[0], more: 1 }] }] })).toBe(
    false,
  );
});
