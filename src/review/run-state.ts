import { type Text, t } from '../text/text.ts';
import type { Cell } from './page.ts';
import { wordCell } from './word-cells.ts';

const INSTANCE_STATES: Record<string, Text> = {
  pending: t('pending'),
  running: t('running'),
  stopping: t('stopping'),
  stopped: t('stopped'),
  'shutting-down': t('shutting down'),
  terminated: t('terminated'),
};

/** The state of an instance, by AWS's name of it. */
export const runStateText = (state: string): Text =>
  INSTANCE_STATES[state] ?? t('{text}', { text: state });

/** The same as a cell. */
export const runStateCell = (state: string | undefined): Cell =>
  state ? { text: runStateText(state), value: state } : wordCell(state);
