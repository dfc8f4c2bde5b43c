import { describe, expect, it } from 'vitest';
import type { Row, StepState } from '../../../src/engine/step.ts';
import { listSentences } from '../../../src/hosts/chapters.ts';
import { t } from '../../../src/text/text.ts';
import { chapters, steps } from '../../../steps/index.ts';
import { emptyFolder, run } from '../../support/program/program.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';

/** How many lines a text takes in a terminal of 80 columns. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0);

/** 24 lines without the shell's prompt. */
const SCREEN = 23;
/** The lines around the checklist: the account, a blank line, the counts, and how to go on. */
const OTHER_LINES = 4;
/** A step may say what it saw, and what it waits for or is blocked by. */
const STEP_LINES = 2;

describe('the checklist is short enough to be read on a screen of 80 by 24', () => {
  const rowOf: Record<Exclude<StepState, 'unread'>, Partial<Row>> = {
    secure: { status: t('on, with an authenticator app') },
    attested: {
      status: t('three switches'),
      message: t('Confirmed by you on {day}.', { day: '2026-11-22' }),
    },
    pending: { status: t('none, so you do everything as root') },
    skipped: { status: t('none: sign in with the account ID') },
    waiting: {
      status: t('none for admin'),
      message: t('After {step}.', { step: t('Administrator password') }),
    },
    blocked: {
      status: t('unknown'),
      message: t('These credentials are not allowed to call {action}.', {
        action: 'iam:GetAccountSummary',
      }),
      fix: [
        t('Sign in as the root user or as an administrator.'),
        t('Or give them the permissions that "rootlock permissions" prints.'),
      ],
    },
  };

  it.each(Object.entries(rowOf) as [StepState, Partial<Row>][])(
    'chapter by chapter if every step is %s',
    (state, given) => {
      for (const { steps, ...chapter } of chapters) {
        const rows = steps.map(
          ({ id, title, why }) =>
            ({ id, chapter, title, why, level: 'essential', state, changes: [], ...given }) as Row,
        );
        expect(linesOf(listSentences(rows).join('\n')) + OTHER_LINES).toBeLessThanOrEqual(SCREEN);
      }
    },
  );

  it('step by step for a fresh account, and for a secured one', async () => {
    const home = emptyFolder();
    freshAccount(home);
    for (const args of [['--practice'], ['--practice', '--yes'], ['--practice']]) {
      const { out } = await run(args.includes('--yes') ? args : ['status', ...args], { home });
      if (args.includes('--yes')) continue;
      const lines = out.trimEnd().split('\n');
      for (const line of lines) expect(linesOf(line)).toBeLessThanOrEqual(STEP_LINES);
      expect(lines.length).toBeLessThanOrEqual(OTHER_LINES + chapters.length + steps.length);
    }
  });
});
