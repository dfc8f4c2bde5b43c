import { t } from '../text/text.ts';
import { askInStep } from './ask.ts';
import { leaving } from './errors.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/** Asks again before an enrolment is left: its secret is thrown away, and the owner may have added it to the app already. */
export async function askUntilLeft<T>(
  run: RunState,
  step: Step,
  ask: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { interactive, signal } = run.context;
      if (leaving(error) === undefined || !interactive || signal.aborted) throw error;
      const left = await askInStep(run, step, 'leave', {
        kind: 'confirm',
        role: 'leave',
        message: t(
          'Leave? The QR code and its key are discarded. If your app has added them already, delete that entry.',
        ),
        initial: false,
      }).catch((again: unknown) => {
        if (leaving(again) === 'quit') throw again;
        return false;
      });
      if (left) throw error;
    }
  }
}
