import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { practiceCredentials } from '../../../src/app/practice-credentials.ts';
import { openRunContext } from '../../../src/app/run-context.ts';
import { isDone } from '../../../src/engine/host.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Change, Event, Host, Question } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { owner, withPhone } from '../../../src/practice/owner/practice-owner.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { t } from '../../../src/text/text.ts';
import { chapters } from '../../../steps/index.ts';
import { REGIONS } from '../../support/accounts/new-account.ts';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const message = t('A question');

let { iam, state, practice, time } = frozenAccount();
let seen: Event[] = [];
let asked: [string, Question][] = [];
/** A host without a person. It records its events and questions. */
const recordingHost: Host = {
  emit: (event) => void seen.push(event),
  ask: async (id, question) => {
    asked.push([id, question as Question]);
    return undefined as never;
  },
};
beforeEach(async () => {
  ({ iam, state, practice, time } = frozenAccount());
  [seen, asked] = [[], []];
  await iam.createUser({ UserName: 'jun' });
});

const console = (kind: 'console' | 'attest', id: string): Change => ({
  kind,
  id,
  summary: message,
  url: 'https://console.aws.amazon.com/',
  page: message,
  instructions: [],
});

const visit: Question<'visit'> = {
  kind: 'visit',
  message,
  url: '',
  page: message,
  instructions: [],
};

async function enrolled() {
  const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun' });
  const { SerialNumber = '', Base32StringSeed = [] } = VirtualMFADevice ?? {};
  const seed = new Secret(Buffer.from(Base32StringSeed).toString('ascii'));
  return { seed, target: { UserName: 'jun', SerialNumber } };
}

const question = (seed?: Secret): Question<'codes'> => ({
  kind: 'codes',
  message,
  label: 'AWS:jun',
  ...(seed && { seed }),
  clock: () => practice.now().getTime(),
});

describe('the pretend phone', () => {
  test('is offered for codes and visits, and for nothing else', async () => {
    const host = withPhone(recordingHost, practice);
    await host.ask('admin-mfa.codes', question());
    await host.ask('root-mfa.assign', visit);
    await host.ask('admin-user.name', { kind: 'text', message, initial: 'jun' });
    expect(asked.map(([id, { simulate }]) => [id, simulate !== undefined])).toEqual([
      ['admin-mfa.codes', true],
      ['root-mfa.assign', true],
      ['admin-user.name', false],
    ]);
  });

  test('shows two codes that the account accepts without waiting', async () => {
    const { seed, target } = await enrolled();
    const [one, two] = await owner(recordingHost, practice).ask('admin-mfa.codes', question(seed));
    await iam.enableMFADevice({ ...target, AuthenticationCode1: one, AuthenticationCode2: two });
    expect(state.devices[0]?.owner).toBeDefined();
  });

  test('shows unused codes, even if no seed is shown', async () => {
    const { seed, target } = await enrolled();
    const host = owner(recordingHost, practice);
    const [one, two] = await host.ask('admin-mfa.codes', question(seed));
    await iam.enableMFADevice({ ...target, AuthenticationCode1: one, AuthenticationCode2: two });
    const input = { ...target, AuthenticationCode1: '<one>', AuthenticationCode2: '<two>' };
    const exchange = {
      kind: 'exchange',
      summary: message,
      calls: [{ service: 'iam', operation: 'ResyncMFADevice', input }],
      run: async () => undefined,
    } as unknown as Change;
    const [three, four] = await host.ask('admin-mfa.codes', { ...question(), change: exchange });
    const again = { ...target, AuthenticationCode1: three, AuthenticationCode2: four };
    expect(await refusalOf(iam.resyncMFADevice(again))).toBe('not refused');
  });

  test('is also a hardware token', async () => {
    const target = { UserName: 'jun', SerialNumber: 'ABCD12345678' };
    const host = owner(recordingHost, practice);
    const input = { ...target, AuthenticationCode1: '<one>', AuthenticationCode2: '<two>' };
    const exchange = {
      kind: 'exchange',
      summary: message,
      calls: [{ service: 'iam', operation: 'EnableMFADevice', input }],
      run: async () => undefined,
    } as unknown as Change;
    time.ms += 30_000;
    const [one, two] = await host.ask('admin-mfa.codes', { ...question(), change: exchange });
    await iam.enableMFADevice({ ...target, AuthenticationCode1: one, AuthenticationCode2: two });
    expect(state.devices).toMatchObject([{ serial: 'ABCD12345678' }]);
  });
});

describe('the pretend browser', () => {
  test('switches root MFA on, once', async () => {
    const host = owner(recordingHost, practice);
    const asked = { ...visit, step: 'root-mfa', change: console('console', 'assign') };
    expect(await host.ask('root-mfa.assign', asked)).toBe(true);
    expect(await host.ask('root-mfa.assign', asked)).toBe(true);
    const { SummaryMap } = await iam.getAccountSummary();
    expect(SummaryMap).toMatchObject({ AccountMFAEnabled: 1, MFADevices: 1 });
  });

  test('gives MFA to the user whom the change names', async () => {
    const host = owner(recordingHost, practice);
    await iam.createUser({ UserName: 'kim.lee' });
    const change = { ...console('console', 'enrol'), user: 'kim.lee' };
    await host.ask('admin-mfa.enrol-kim.lee', { ...visit, step: 'admin-mfa', change });
    const { MFADevices } = await iam.listMFADevices({ UserName: 'kim.lee' });
    expect(MFADevices).toHaveLength(1);
    expect(state.devices).toHaveLength(1);
  });

  test('gives the owner’s word, and says if a task is missing', async () => {
    const host = owner(recordingHost, practice);
    const asked = (change: Change) => ({ ...visit, step: 'a-step', change });
    expect(await host.ask('a-step.mailbox', asked(console('attest', 'mailbox')))).toBe(true);
    const unheard = asked(console('console', 'unheard-of'));
    await expect(host.ask('a-step.unheard-of', unheard)).rejects.toThrow(
      'nobody knows what to do in the console for "a-step.unheard-of": say so in src/practice/owner/console-tasks.ts',
    );
  });
});

describe('the practice owner', () => {
  const confirm = (more: object): Question<'confirm'> => ({
    kind: 'confirm',
    message,
    initial: false,
    ...more,
  });

  test('confirms everything, dangers too, but takes no offer', async () => {
    const host = owner(recordingHost, practice);
    expect(await host.ask('a-step.apply', confirm({ initial: true }))).toBe(true);
    expect(await host.ask('a-step.apply', confirm({ danger: true }))).toBe(true);
    expect(await host.ask('a-step.extra', confirm({}))).toBe(false);
    const offer = confirm({ danger: true, role: 'offer' });
    expect(await host.ask('a-step.extra', offer)).toBe(false);
  });

  test('takes the default, else the example, and says if an example is missing', async () => {
    const host = owner(recordingHost, practice);
    const number: Question = { kind: 'number', message, initial: 14, min: 6, max: 128 };
    expect(await host.ask('a-step.length', number)).toBe(14);
    const text: Question<'text'> = {
      kind: 'text',
      step: 'a-step',
      message,
      example: 'kim',
    };
    expect(await host.ask('a-step.name', text)).toBe('kim');
    expect(await host.ask('a-step.name', { ...text, initial: 'min' })).toBe('min');
    const bad = { kind: 'text', step: 'a-step', message } as Question<'text'>;
    await expect(host.ask('a-step.name', bad)).rejects.toThrow(
      'nobody answered "a-step.name": give it an example in steps/a-step.ts',
    );
  });

  test('takes the generated password', async () => {
    const made = new Secret('Correct-horse-1');
    const password: Question<'password'> = { kind: 'password', message, generate: () => made };
    expect(await owner(recordingHost, practice).ask('admin-password.password', password)).toBe(
      made,
    );
  });

  test('secures a fresh account, in sight of the host', async () => {
    const path = mkdtempSync(join(tmpdir(), 'rootlock-owner-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    const fresh = frozenAccount().practice;
    // The account's clock stands still, so evidence must not be delayed. Each region more costs a run some forty calls.
    Object.assign(fresh.state, { evidenceDelay: 0, regions: [...REGIONS] });
    const host = owner(recordingHost, fresh);
    const context = await openRunContext({
      host,
      source: practiceCredentials(fresh, 'us-east-1', host),
      practice: fresh,
      folder: folderAt(path),
      answers: {},
      quit: new AbortController().signal,
      interactive: true,
      skip: [],
      only: [],
    });
    const rows = await walk(await survey(chapters, context));
    const open = rows.filter((row) => row.level === 'essential' && !isDone(row));
    expect(open).toEqual([]);
    expect(asked).toEqual([]);
    expect(new Set(seen.map(({ type }) => type))).toEqual(
      new Set(['account', 'looking', 'rows', 'doing', 'sent']),
    );
  });
});
