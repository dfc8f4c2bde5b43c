import { t } from '../text/text.ts';
import { machinesDetail } from './machines/machines-detail.ts';
import { machinesSignals, machinesUnseen } from './machines/machines-signals.ts';
import { machinesTable } from './machines/machines-table.ts';
import { readMachines } from './machines/read-machines.ts';
import { completionsOf } from './machines/read-metrics.ts';
import type { Seen } from './machines/seen.ts';
import { problemWithSpan, SPANS } from './machines/spans.ts';
import { page } from './page.ts';

/** Instances and volumes: what they are, and how they are doing. See docs/review/machines.md. */
export const machines = page<Seen>({
  id: 'machines',
  title: t('Machines'),
  isRegional: true,
  controls: ['imdsv2', 'instance-roles', 'ebs-encryption'],
  settings: [
    {
      id: 'span',
      title: t('Time of graphs'),
      hint: t('1d: one day'),
      choices: () => Object.keys(SPANS),
      problemWith: problemWithSpan,
    },
    {
      id: 'metric',
      title: t('Metrics with'),
      hint: t('instances and volumes are listed'),
      choices: (seen) => completionsOf((seen?.metrics ?? []).map(({ is }) => is)),
    },
  ],
  observe: readMachines,
  table: machinesTable,
  detail: machinesDetail,
  signals: machinesSignals,
  unseen: machinesUnseen,
});
