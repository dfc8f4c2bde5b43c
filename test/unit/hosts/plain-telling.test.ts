import { describe, expect, it } from 'vitest';
import type { Account, ApiCall, Change, Row, Sent } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { CHAPTER } from '../../support/engine/in-one-chapter.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { length, name, visit } from '../../support/hosts/samples.ts';

const account: Account = {
  id: '123456789012',
  alias: 'acme',
  partition: 'aws',
  region: 'us-east-1',
  practice: false,
  identity: {
    arn: 'arn:aws:iam::123456789012:root',
    kind: 'root',
    isLongTerm: false,
    accessKeyId: 'ASIAEXAMPLE',
  },
};
const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  chapter: CHAPTER,
  title: t('Step {id}', { id }),
  why: t('Because of {id}', { id }),
  level: 'essential',
  state: 'pending',
  controls: [],
  status: t('nothing yet'),
  changes: [],
  ...more,
});
const policy: ApiCall = {
  kind: 'call',
  service: 'iam',
  operation: 'UpdateAccountPasswordPolicy',
  input: { MinimumPasswordLength: 14 },
  summary: t('Set the password policy'),
  diff: [[t('minimum length'), t('8'), t('14')]],
  undo: t('IAM console > Account settings'),
};
const console: Change = {
  kind: 'console',
  id: 'mfa',
  summary: t('Switch MFA on'),
  url: 'https://console.example/',
  page: t('the page'),
  instructions: [],
};
const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('the account in sentences', () => {
  const who = (arn: string, kind: Account['identity']['kind'], until?: Date): Account => ({
    ...account,
    identity: {
      arn,
      kind,
      isLongTerm: false,
      accessKeyId: 'ASIAEXAMPLE',
      ...(until && { expiresAt: until }),
    },
  });

  it.each<[string, Account]>([
    ['Account 1234-5678-9012 (acme), root user, us-east-1, session.\n', account],
    [
      'Account 1234-5678-9012 (acme), root user, us-east-1, access key.\n',
      { ...account, identity: { ...account.identity, isLongTerm: true } },
    ],
    [
      'Account 1234-5678-9012 (acme), user jun, us-east-1, session.\n',
      who('arn:aws:iam::123456789012:user/people/jun', 'user'),
    ],
    [
      'Account 1234-5678-9012 (acme), role Admin, us-east-1, session ends 09:05.\n',
      who('arn:aws:sts::123456789012:assumed-role/Admin/jun', 'role', new Date(2026, 10, 22, 9, 5)),
    ],
    [
      'Account 1234-5678-9012 (acme), root user, us-east-1, PRACTICE, nothing is real.\n',
      { ...account, practice: true },
    ],
    [
      'Account 1234-5678-9012 (acme), root user, us-east-1, at http://127.0.0.1:1, which is not AWS, session.\n',
      { ...account, endpoint: 'http://127.0.0.1:1' },
    ],
  ])('says %j', (sentence, signedIn) => {
    const { host, said } = converse();
    host.emit({ type: 'account', account: signedIn });
    expect(said()).toBe(sentence);
  });

  it('no control character of a name reaches the terminal', () => {
    const { host, raw } = converse();
    host.emit({ type: 'account', account: { ...account, alias: '\x1b[2Jacme' } });
    expect(raw()).toContain('([2Jacme)');
    expect(raw()).not.toContain('\x1b');
  });
});

describe('a step in sentences', () => {
  it('says once what it is for and what it costs, before its first question', async () => {
    const { host, replies, said } = converse();
    host.emit({ type: 'rows', rows: [row('a', { cost: 'free' })] });
    const first = host.ask('a.length', { ...length, step: 'a' });
    await replies('Step a.\nBecause of a.\nCost: free.\n', '');
    await first;
    const second = host.ask('a.name', { ...name, step: 'a' });
    await replies('Which name?', 'jun');
    await second;
    expect(said().split('Because of a.')).toHaveLength(2);
  });

  it('says again what has failed again, and no more than that', () => {
    const { host, said } = converse();
    const blocked = row('a', { state: 'blocked', message: t('AWS cannot be reached') });
    const rows = [blocked, row('b')];
    host.emit({ type: 'rows', rows });
    host.emit({ type: 'rows', rows, taken: 'b' });
    expect(said().split('AWS cannot be reached')).toHaveLength(2);
    host.emit({ type: 'rows', rows, taken: 'a' });
    expect(said().split('AWS cannot be reached')).toHaveLength(3);
    expect(said().split('Step b')).toHaveLength(2);
  });

  it('says that a step is optional before its first question', async () => {
    const { host, replies } = converse();
    host.emit({ type: 'rows', rows: [row('a', { level: 'optional' })] });
    const answer = host.ask('a.name', { ...name, step: 'a' });
    await replies('Step a (optional).\nBecause of a.\n', 'jun');
    await answer;
  });

  it('breaks no command that a sentence ends with, and adds nothing to it', () => {
    const { host, said } = converse({ columns: 30 });
    const summary = t('Teach it: {command}', { command: 'git secrets --register-aws --global' });
    const change: Change = { kind: 'local', id: 'x', summary, argv: ['git'] };
    host.emit({ type: 'doing', step: 'a', changes: [change] });
    expect(said()).toBe('Teach it:\ngit secrets --register-aws --global\n');
  });

  it('says what will change, before and after, and how to take it back', () => {
    const { host, said } = converse();
    host.emit({ type: 'doing', step: 'a', changes: [policy] });
    expect(lines(said())).toEqual([
      'Set the password policy.',
      'minimum length: 8, will be 14.',
      'To undo: IAM console > Account settings.',
    ]);
  });

  it('says what is dangerous, what has no way back, what only the owner can do, and what is on offer', () => {
    const { host, said } = converse();
    const { undo, diff, ...bare } = policy;
    const attest: Change = { ...console, kind: 'attest', summary: t('The phone is yours') };
    const changes: Change[] = [
      { ...bare, danger: true, confirmPhrase: 'WXYZ' },
      console,
      attest,
      { ...bare, offerId: 'x' },
    ];
    host.emit({ type: 'doing', step: 'a', changes });
    expect(lines(said())).toEqual([
      'Set the password policy.',
      'Careful: this changes access or existing settings.',
      'This cannot be undone.',
      'You do this in the AWS console: Switch MFA on.',
      "You do this and confirm it (AWS can't report it): The phone is yours.",
      'Optional: Set the password policy.',
    ]);
  });

  it('says which change begins, where the owner is not asked to make it', () => {
    const { host, said } = converse();
    host.emit({ type: 'doing', step: 'a', changes: [console, policy], index: 0 });
    host.emit({ type: 'doing', step: 'a', changes: [console, policy], index: 1 });
    expect(said()).toBe('Now: Set the password policy.\n');
  });

  it('plans changes that belong together in one sentence, but for one that is a danger, and says so again as the first of them begins', () => {
    const { host, said } = converse();
    const { diff, ...call } = policy;
    const one = { ...call, together: t('All of one kind') };
    const changes: Change[] = [one, one, { ...one, danger: true }, one, policy];
    host.emit({ type: 'doing', step: 'a', changes });
    for (const index of changes.keys()) {
      host.emit({ type: 'doing', step: 'a', changes, index });
    }
    const plan = lines(said()).filter((line) => !/^(To undo|Careful|minimum)/.test(line));
    const told = [
      'All of one kind.',
      'Set the password policy.',
      'All of one kind.',
      'Set the password policy.',
    ];
    expect(plan).toEqual([...told, ...told.map((line) => `Now: ${line}`)]);
  });

  it('says the first look for a console change after a minute, and then ever less often', () => {
    const { host, said } = converse();
    for (let looks = 1; looks <= 120; looks++) {
      host.emit({ type: 'doing', step: 'a', changes: [console], looks });
    }
    expect(lines(said())).toEqual([
      'Rootlock keeps checking, and goes on by itself once it is done.',
      'Not there yet (12 checks). Press Enter to check now.',
      'Not there yet (24 checks). Press Enter to check now.',
      'Not there yet (48 checks). Press Enter to check now.',
      'Not there yet (96 checks). Press Enter to check now.',
    ]);
  });

  it('a look that is said while a line is open stands on a line of its own', async () => {
    const { host, hears, input } = converse();
    const answer = host.ask('a.mfa', visit);
    await hears('>');
    host.emit({ type: 'doing', step: 'a', changes: [console], looks: 12 });
    await hears('\nNot there yet');
    input.write('\r');
    expect(await answer).toBe(true);
  });
});

describe('what is sent, in sentences', () => {
  const sent: Sent = { request: policy, write: true, ms: 212, requestId: 'abc-1' };

  it('is said with --verbose, a line for each', () => {
    const { host, said } = converse({ verbose: true });
    host.emit({ type: 'sent', sent });
    host.emit({ type: 'sent', sent: { ...sent, write: false, error: 'AccessDenied' } });
    expect(lines(said())).toEqual([
      'Sent: iam UpdateAccountPasswordPolicy, 212 ms, request abc-1.',
      'Read: iam UpdateAccountPasswordPolicy, 212 ms, request abc-1, refused: AccessDenied.',
    ]);
  });

  it('is not said otherwise', () => {
    const { host, said } = converse();
    host.emit({ type: 'sent', sent });
    expect(said()).toBe('');
  });
});
