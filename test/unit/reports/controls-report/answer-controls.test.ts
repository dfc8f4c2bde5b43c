import { describe, expect, it } from 'vitest';
import type { ControlId, Row } from '../../../../src/engine/step.ts';
import { SECTION_OF } from '../../../../src/reports/control-sections.ts';
import { CONTROLS } from '../../../../src/reports/controls.ts';
import type { LookedPage, LookedStep } from '../../../../src/reports/controls-report/answer.ts';
import type { Signal } from '../../../../src/review/page.ts';
import { t } from '../../../../src/text/text.ts';
import { sampleReport, schemaProblems } from '../../../support/reports/controls-report.ts';
import { row } from '../../../support/reports/sample-rows.ts';

const AT = Date.UTC(2026, 10, 30);
const READ = { service: 'iam', operation: 'GetAccountSummary', times: 1, regions: [] };

const step = (state: Row['state'], more: Partial<Row> = {}, confirmed?: string): LookedStep => ({
  step: { id: 'root-mfa', title: t('Root user MFA'), controls: ['root-mfa'] },
  row: row(state, { status: t('on'), evidence: { mfa: true }, ...more }),
  looked: { reads: [READ], at: AT },
  ...(confirmed && { confirmed }),
});

const page = (signals: Partial<Signal>[], more: Partial<LookedPage> = {}): LookedPage => ({
  id: 'people',
  title: t('People'),
  controls: ['root-mfa', 'key-age'],
  signals: signals.map((signal) => ({
    id: 'a-signal',
    grade: 'do',
    text: t('no MFA'),
    controls: ['root-mfa'],
    ...signal,
  })),
  looked: { reads: [READ], at: AT },
  ...more,
});

function answerTo(control: ControlId, steps: LookedStep[], pages: LookedPage[] = []) {
  const report = sampleReport({ steps, pages });
  expect(schemaProblems(JSON.parse(JSON.stringify(report)))).toEqual([]);
  return report.controls.find(({ id }) => id === control);
}

describe('each control', () => {
  it('has one answer, in one section, whatever was looked at', () => {
    for (const looked of [
      { steps: [], pages: [] },
      { steps: [step('secure')], pages: [page([{}])] },
    ]) {
      const { controls, counts } = sampleReport(looked);
      expect(controls.map(({ id }) => id)).toEqual(Object.keys(CONTROLS));
      expect(Object.keys(SECTION_OF).sort()).toEqual(Object.keys(CONTROLS).sort());
      expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(controls.length);
    }
  });

  it('is not looked at, with the reason, if nothing speaks of it', () => {
    const { controls } = sampleReport({ steps: [], pages: [] });
    expect(controls.filter(({ answer, why }) => answer !== 'not-looked-at' || !why)).toEqual([]);
  });
});

describe('a step', () => {
  it('that is secure is shown by AWS: value, calls and time', () => {
    expect(answerTo('root-mfa', [step('secure')])).toMatchObject({
      answer: 'shown',
      value: 'on',
      at: '2026-11-30T00:00:00.000Z',
      reads: [{ service: 'iam', operation: 'GetAccountSummary', times: 1 }],
      evidence: { mfa: true },
      source: { step: 'root-mfa' },
    });
  });

  it('that the owner has confirmed is that, with the day', () => {
    expect(answerTo('root-mfa', [step('attested', {}, '2026-11-22T12:00:00.000Z')])).toMatchObject({
      answer: 'confirmed',
      confirmed: '2026-11-22',
    });
  });

  it.each(['pending', 'skipped'] as const)('that is %s is not done, with its command', (state) => {
    expect(answerTo('root-mfa', [step(state)])).toMatchObject({
      answer: 'not-done',
      mend: 'rootlock --only root-mfa',
    });
  });

  it('that waits for another one is not done, and the walk takes both', () => {
    const waiting = step('waiting', { message: t('After the other.') });
    expect(answerTo('root-mfa', [waiting])).toMatchObject({
      answer: 'not-done',
      why: 'After the other.',
      mend: 'rootlock',
    });
  });

  it.each(['blocked', 'waiting'] as const)(
    'that could not be read and is %s is not looked at',
    (state) => {
      const failed = step(state, { message: t('AWS denied it.'), fix: [t('Sign in as root.')] });
      expect(answerTo('root-mfa', [failed])).toMatchObject({
        answer: 'not-looked-at',
        why: 'AWS denied it.',
        fix: ['Sign in as root.'],
      });
    },
  );

  it('that misses what a thing may be that nobody may read is not looked at', () => {
    const evidence = { trail: null, unreadable: ['old'] };
    const status = t('old: the settings cannot be read from here');
    expect(answerTo('root-mfa', [step('pending', { evidence, status })])).toMatchObject({
      answer: 'not-looked-at',
      why: 'old: the settings cannot be read from here',
    });
    expect(answerTo('root-mfa', [step('secure', { evidence })])?.answer).toBe('shown');
  });

  it('that is left out in this kind of account is not looked at', () => {
    const { row: _, looked: __, ...left } = step('secure');
    expect(answerTo('root-mfa', [left])?.answer).toBe('not-looked-at');
  });

  it('is answered by the worst of two that speak of the same control', () => {
    const other = { ...step('pending'), step: { ...step('pending').step, id: 'other' } };
    expect(answerTo('root-mfa', [step('secure'), other])?.answer).toBe('not-done');
  });
});

describe('a page of the review', () => {
  const command = ['--only', 'root-mfa'];

  it('makes a control of a secure step worse by what is to do', () => {
    expect(answerTo('root-mfa', [step('secure')], [page([{ mend: command }])])).toMatchObject({
      answer: 'not-done',
      mend: 'rootlock --only root-mfa',
      findings: [{ page: 'people', id: 'a-signal', text: 'no MFA' }],
    });
  });

  it('shows what is to do although the step could not be read', () => {
    const blocked = step('blocked', { message: t('AWS denied it.') });
    const answer = answerTo('root-mfa', [blocked], [page([{}])]);
    expect(answer).toMatchObject({ answer: 'not-done', see: 'rootlock review people' });
    expect(answer?.why).toBeUndefined();
  });

  it('never makes a step greener', () => {
    const fine = page([{ grade: 'fine' }]);
    expect(answerTo('root-mfa', [step('pending')], [fine])?.answer).toBe('not-done');
    const blocked = step('blocked', { message: t('AWS denied it.') });
    expect(answerTo('root-mfa', [blocked], [fine])?.answer).toBe('not-looked-at');
  });

  it.each([
    ['tells only what to know', undefined, 'shown'],
    ['names what mends it', command, 'not-done'],
  ] as const)('beside a secure step, if it %s', (_, mend, answer) => {
    const known = page([{ grade: 'watch', ...(mend && { mend: [...mend] }) }]);
    expect(answerTo('root-mfa', [step('secure')], [known])?.answer).toBe(answer);
  });

  it.each([
    ['fine', 'shown'],
    ['watch', 'not-done'],
    ['do', 'not-done'],
  ] as const)('without a step, %s is %s', (grade, answer) => {
    const pages = [page([{ grade, controls: ['key-age'], row: 'kim' }])];
    expect(answerTo('key-age', [], pages)?.answer).toBe(answer);
  });

  it('that looked at the home region alone shows nothing of all regions', () => {
    const fine = page([{ grade: 'fine' }], { partial: t('Regions are not known.') });
    expect(answerTo('root-mfa', [], [fine])).toMatchObject({
      answer: 'not-looked-at',
      why: 'Regions are not known.',
    });
  });

  it('that failed, or whose calls failed, says why', () => {
    const failed = page([], { failure: t('Nothing can be read.') });
    expect(answerTo('key-age', [], [failed])?.why).toBe('Nothing can be read.');
    const reads = [{ ...READ, failure: t('AWS denied ListUsers.') }];
    const denied = page([], { looked: { reads, at: AT } });
    expect(answerTo('key-age', [], [denied])?.why).toBe('AWS denied ListUsers.');
  });
});

describe('the evidence of a step that does not make sure of a control', () => {
  const seen = (id: string, evidence: Row['evidence'], state: Row['state'] = 'secure') => [
    {
      step: { id, title: t('Some'), controls: [] },
      row: row(state, { ...(evidence && { evidence }), message: t('Denied.') }),
      looked: { reads: [READ], at: AT },
    },
  ];

  it.each([
    ['root-hardware-mfa', 'root-mfa', { mfa: true, password: true, virtualDevices: 0 }, 'shown'],
    ['root-hardware-mfa', 'root-mfa', { mfa: true, password: true, virtualDevices: 1 }, 'not-done'],
    [
      'root-hardware-mfa',
      'root-mfa',
      { mfa: false, password: true, virtualDevices: 0 },
      'not-done',
    ],
    ['root-hardware-mfa', 'root-mfa', { mfa: true, password: true }, 'not-looked-at'],
    ['log-bucket-access-log', 'cloudtrail', { trail: {}, accessLog: 's3://logs/' }, 'shown'],
    ['log-bucket-access-log', 'cloudtrail', { trail: {}, accessLog: 'off' }, 'not-done'],
    ['log-bucket-access-log', 'cloudtrail', { trail: {}, accessLog: 'unknown' }, 'not-looked-at'],
    ['log-bucket-access-log', 'cloudtrail', { trail: null, accessLog: 'unknown' }, 'not-done'],
    ['no-full-rights', 'admin-group', { groups: [], users: ['kim'], roles: [] }, 'not-done'],
    ['no-full-rights', 'admin-group', { groups: [], users: [], roles: [] }, 'not-looked-at'],
  ] as const)('%s by %s %j is %s', (control, id, evidence, answer) => {
    expect(answerTo(control, seen(id, evidence as Row['evidence']))?.answer).toBe(answer);
  });

  it('explains what is so by design only where no command mends it', () => {
    const app = seen('root-mfa', { mfa: true, password: true, virtualDevices: 1 });
    expect(answerTo('root-hardware-mfa', app)?.byDesign).toMatch('not hardware');
    const none = seen('root-mfa', { mfa: false, password: true, virtualDevices: 0 });
    expect(answerTo('root-hardware-mfa', none)?.byDesign).toBeUndefined();
  });

  it('counts for nothing if the look has failed', () => {
    const blocked = seen('root-mfa', { mfa: true, password: true, virtualDevices: 0 }, 'blocked');
    expect(answerTo('root-hardware-mfa', blocked)).toMatchObject({
      answer: 'not-looked-at',
      why: 'Denied.',
    });
  });
});
