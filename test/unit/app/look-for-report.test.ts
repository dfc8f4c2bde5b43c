import { describe, expect, it } from 'vitest';
import { lookForReport } from '../../../src/app/look-for-report.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Chapter, Reads, RunContext } from '../../../src/engine/step.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { pages } from '../../../src/review/index.ts';
import { sayIn } from '../../../src/text/text.ts';
import { chapters, steps } from '../../../steps/index.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { fakeRun } from '../../support/engine/fake-run.ts';
import { sampleReport, schemaProblems } from '../../support/reports/controls-report.ts';
import { lookOn } from '../../support/review/page-look.ts';

type Answers = Record<string, string>;

/** The reads of an account, each answered once and then from memory. What is no read throws. */
function remembered(state: PracticeState) {
  const { look } = lookOn(state, { now: NOW });
  const answers = new Map<string, Promise<unknown>>();
  const operations = new Set<string>();
  const readsWithout = (denied?: string): Reads => {
    const answer = (send: (...request: never[]) => Promise<unknown>, kind: string) =>
      ((...request: [string, string, object, string?]) => {
        const operation = `${request[0]} ${request[1]}`;
        operations.add(operation);
        if (operation === denied) {
          const refusal = { code: 'AccessDenied', status: 403, deniedBy: 'others' as const };
          return Promise.reject(
            new Blocked({ en: '{operation} is denied.', with: { operation } }, [], refusal),
          );
        }
        const key = JSON.stringify([kind, ...request]);
        const known = answers.get(key) ?? send(...(request as unknown as never[]));
        answers.set(key, known);
        return known;
      }) as never;
    return {
      read: answer(look.read as never, 'read'),
      find: answer(look.find as never, 'find'),
      clock: () => NOW.getTime(),
    };
  };
  return { account: look.account, operations, readsWithout };
}

/** The report without this operation, from the steps of these chapters. */
async function reportOn(
  { account, readsWithout }: ReturnType<typeof remembered>,
  { denied, from = chapters }: { denied?: string; from?: Chapter[] } = {},
) {
  const { context } = fakeRun({ practice: true });
  const identity = { ...context.account.identity, arn: `arn:aws:iam::${account.id}:user/kim` };
  const run: RunContext = {
    ...context,
    account: { ...account, identity: { ...identity, kind: 'user' } },
    reads: () => readsWithout(denied),
    send: async ({ operation }) => {
      throw new Error(`${operation} was sent`);
    },
  };
  const looked = await lookForReport(from, pages, run);
  const report = sampleReport(looked, run.account);
  expect(schemaProblems(JSON.parse(JSON.stringify(report)))).toEqual([]);
  return { looked, report, answers: answersOf(report) };
}

const answersOf = ({ controls }: ReturnType<typeof sampleReport>): Answers =>
  Object.fromEntries(controls.map(({ id, answer }) => [id, answer]));

async function finished(): Promise<PracticeState> {
  const state = newAccount();
  await runSteps(state, steps);
  return state;
}

const accounts = {
  fresh: async () => newAccount(),
  busy: async () => busyAccount(NOW),
  finished,
};

describe.each(Object.entries(accounts))('the look at a %s account', (_, made) => {
  const opened = made().then(remembered);
  const whole = opened.then((account) => reportOn(account));

  it('agrees with each step, by state, status and evidence', async () => {
    const { looked, report } = await whole;
    for (const { step, row } of looked.steps) {
      for (const control of report.controls.filter(({ id }) => step.controls.includes(id))) {
        if (row?.state === 'secure' && control.findings.length === 0) {
          expect(control).toMatchObject({ answer: 'shown', value: sayIn(undefined, row.status) });
        }
        if (control.answer === 'shown')
          expect([control.id, row?.state]).toEqual([control.id, 'secure']);
        expect(control.evidence, control.id).toEqual(row?.evidence);
        expect(control.reads.length, control.id).toBeGreaterThan(0);
      }
    }
  });

  it('holds each signal of the pages against the control that it speaks of', async () => {
    const { looked, report } = await whole;
    for (const { id: page, signals, controls } of looked.pages) {
      for (const signal of signals) {
        expect(controls).toEqual(expect.arrayContaining(signal.controls));
        for (const id of signal.grade === 'do' ? signal.controls : []) {
          const control = report.controls.find((one) => one.id === id);
          const text = sayIn(undefined, signal.text);
          expect(control?.answer, id).toBe('not-done');
          expect(control?.findings).toContainEqual(expect.objectContaining({ page, text }));
        }
      }
    }
  });

  it('without the steps shows nothing but what pages show', async () => {
    const { looked } = await whole;
    const shownByPages = looked.pages
      .flatMap(({ signals }) => signals)
      .filter(({ grade }) => grade === 'fine')
      .flatMap(({ controls }) => controls);
    const from = chapters.map((chapter) => ({
      ...chapter,
      steps: chapter.steps.filter(({ controls }) => controls.length === 0),
    }));
    const { answers } = await reportOn(await opened, { from });
    const green = Object.keys(answers).filter((id) =>
      ['shown', 'confirmed'].includes(answers[id] ?? ''),
    );
    expect(shownByPages).toEqual(expect.arrayContaining(green));
  });

  it('says of nothing that it holds, or that it does not, because a call was denied', async () => {
    const account = await opened;
    const { answers } = await whole;
    let unknown = 0;
    for (const denied of [...account.operations]) {
      const part = await reportOn(account, { denied });
      for (const [id, answer] of Object.entries(part.answers)) {
        if (answer === 'not-looked-at') unknown += Number(answers[id] !== answer);
        else expect(`${id} ${answer}`, `without ${denied}`).toBe(`${id} ${answers[id]}`);
      }
    }
    expect(unknown).toBeGreaterThan(10);
  });
});
