import { describe, expect, it } from 'vitest';
import { reviewLines } from '../../../src/hosts/plain/review-sentences.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { REGION } from '../../../src/practice/busy/facts.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import { machines } from '../../../src/review/machines.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { HOSTILE } from '../../support/review/sample-page.ts';
import { shownMachines, WEDNESDAY } from '../../support/review/shown-machines.ts';

/** All that is printed of the page, with this row opened. */
async function printed({ seen, look }: Awaited<ReturnType<typeof shownMachines>>, key?: string) {
  const detail = key === undefined ? undefined : await machines.detail(seen, key, look);
  return reviewLines(
    {
      title: machines.title,
      table: machines.table(seen),
      signals: machines.signals(seen),
      unseen: machines.unseen(seen),
      ...(key !== undefined && detail && { opened: { key, detail } }),
    },
    { columns: 80, labelled: true, commandOf: (words) => words.join(' ') },
  ).join('\n');
}

/** What a terminal would obey or reorder. */
const COMMANDS = /(?!\n)[\p{Cc}\p{Cf}]/u;

describe('the page Machines, with what nobody expects', () => {
  it('shows names that command a terminal as harmless text', async () => {
    const state = busyAccount(WEDNESDAY);
    const [instance] = state.ec2[REGION]?.instances ?? [];
    const [volume] = state.ec2[REGION]?.volumes ?? [];
    if (instance) Object.assign(instance, { name: HOSTILE, type: HOSTILE, state: HOSTILE });
    if (volume) Object.assign(volume, { name: HOSTILE, type: HOSTILE, zone: HOSTILE });
    const shown = await shownMachines({ state });
    for (const key of [undefined, INSTANCES.shop.id, volume?.id]) {
      const lines = await printed(shown, key);
      expect(lines).toContain('e[2Jvilname');
      expect(lines).not.toMatch(COMMANDS);
    }
  });

  it('shows and completes metrics whose names and dimensions do so', async () => {
    const Dimensions = [{ Name: HOSTILE, Value: `${HOSTILE}=,: ` }];
    const metric = { Namespace: HOSTILE, MetricName: HOSTILE, Dimensions };
    const change = (look: PageLook) => {
      look.read = (async (_: string, operation: string) =>
        operation === 'ListMetrics'
          ? { Metrics: [metric, {}, { MetricName: 'two words' }] }
          : { Datapoints: [{ Timestamp: WEDNESDAY, Average: 1, Unit: HOSTILE }] }) as never;
    };
    const found = await shownMachines({ settings: { metric: 'E[2JVIL' }, change });
    const [key = ''] = Object.keys(found.rows);
    expect(Object.keys(found.rows)).toHaveLength(1);
    const lines = await printed(found, key);
    expect(lines).toContain('e[2Jvilname');
    expect(lines).not.toMatch(COMMANDS);
    const setting = machines.settings?.find(({ id }) => id === 'metric');
    const { seen } = await shownMachines({ change });
    expect(setting?.choices?.(seen)).toEqual(['e[2Jvilname']);
  });

  it('takes things without ids, states and anything else for unknown', async () => {
    const { rows, signals, open } = await shownMachines({
      change(look) {
        look.read = (async (_: string, operation: string) =>
          operation === 'DescribeInstances'
            ? { Reservations: [{}, { Instances: [{ InstanceId: 'i-1' }] }] }
            : operation === 'DescribeVolumes'
              ? { Volumes: [{ VolumeId: 'vol-1', Attachments: [{}] }] }
              : {}) as never;
      },
    });
    expect(rows).toMatchObject({
      'i-1': {
        state: '? AWS does not say',
        type: '? AWS does not say',
        imds: '? AWS does not say',
      },
      'vol-1': {
        state: '? AWS does not say',
        size: '? AWS does not say',
        encrypted: '? AWS does not say',
      },
    });
    // AWS leaves the profile out if there is none.
    expect(signals).toEqual(['i-1 no-profile watch']);
    const { graphs, facts } = await open('i-1');
    expect(facts['detailed monitoring']).toBe('? AWS does not say');
    expect(new Set(graphs['CPU, average']?.values)).toEqual(new Set([null]));
  });
});
