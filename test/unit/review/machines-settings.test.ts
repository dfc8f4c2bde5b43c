import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { REGION } from '../../../src/practice/busy/facts.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import { machines } from '../../../src/review/machines.ts';
import { shownMachines, WEDNESDAY } from '../../support/review/shown-machines.ts';

const [span, metric] = machines.settings ?? [];

describe('the settings of the page Machines', () => {
  it('take no other time than an hour, a day and a week', () => {
    const words = ['1h', '1d', '1w', '1y', 'toString', ''];
    const wrong = words.filter((word) => span?.problemWith?.(word));
    expect(wrong).toEqual(['1y', 'toString', '']);
    expect(span?.choices?.(undefined)).toEqual(['1h', '1d', '1w']);
  });

  it('complete the name of a metric from what the account measures', async () => {
    const { seen } = await shownMachines();
    const choices = metric?.choices?.(seen) ?? [];
    expect(choices).toEqual(expect.arrayContaining(['mem_used_percent', 'AWS/EBS', 'CWAgent']));
    expect(new Set(choices).size).toBe(choices.length);
    expect(metric?.choices?.(undefined)).toEqual([]);
  });

  it('list the metrics that have all the words, whatever their case', async () => {
    const { rows, signals, open, table } = await shownMachines({
      settings: { metric: `cpu ${INSTANCES.shop.id}` },
    });
    const keys = ['CPUCreditBalance', 'CPUUtilization'].map(
      (name) => `AWS/EC2:${name}:InstanceId=${INSTANCES.shop.id}`,
    );
    expect(Object.keys(rows)).toEqual(keys);
    expect(table.columns.map(({ id }) => id)).toEqual(['metric', 'namespace', 'dimensions']);
    expect(signals).toEqual([]);
    const { graphs, facts } = await open(keys[1] ?? '');
    expect(facts).toEqual({ namespace: 'AWS/EC2', InstanceId: INSTANCES.shop.id, region: REGION });
    expect(Object.keys(graphs)).toEqual(['Average', 'Sum']);
    expect(graphs.Average?.unit).toBe('Percent');
    expect(graphs.Average?.values.every((value) => Number(value) > 0)).toBe(true);
  });

  it('tell the same metric of two regions apart', async () => {
    const state = busyAccount(WEDNESDAY);
    state.ec2['us-east-1'] = structuredClone(state.ec2[REGION] ?? {});
    const { rows, open } = await shownMachines({
      state,
      regions: [REGION, 'us-east-1'],
      settings: { metric: 'mem_' },
    });
    const key = `CWAgent:mem_used_percent:InstanceId=${INSTANCES.shop.id}`;
    expect(Object.keys(rows)).toEqual([key, `us-east-1:${key}`]);
    expect((await open(`us-east-1:${key}`)).facts.region).toBe('us-east-1');
  });
});
