import { t } from '../text/text.ts';
import type { Cell } from './page.ts';
import { wordCell } from './word-cells.ts';

const INSTANCE_STATES: Record<string, Cell> = {
  pending: { text: t('pending'), value: 'pending' },
  running: { text: t('running'), value: 'running' },
  stopping: { text: t('stopping'), value: 'stopping' },
  stopped: { text: t('stopped'), value: 'stopped' },
  'shutting-down': { text: t('shutting down'), value: 'shutting-down' },
  terminated: { text: t('terminated'), value: 'terminated' },
};

/** The state of an instance, by AWS's name of it. */
export const runStateCell = (state: string | undefined): Cell =>
  INSTANCE_STATES[state ?? ''] ?? wordCell(state);
