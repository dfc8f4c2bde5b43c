import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { REGION } from '../../../src/practice/busy/facts.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import { machines } from '../../../src/review/machines.ts';
import { say, t } from '../../../src/text/text.ts';
import { shownMachines, WEDNESDAY } from '../../support/review/shown-machines.ts';

const SHOP = INSTANCES.shop.id;
const DATA = 'vol-0b5e5a0c0ffee0003';
const UNUSED = 'vol-0b5e5a0c0ffee0006';
const busy = await shownMachines();

describe('the page Machines', () => {
  it('lists instances, and then volumes', () => {
    expect(Object.keys(busy.rows).map((key) => key.split('-')[0])).toEqual([
      ...Array.from({ length: 5 }, () => 'i'),
      ...Array.from({ length: 7 }, () => 'vol'),
    ]);
    expect(busy.rows[SHOP]).toEqual({
      machine: SHOP,
      name: 'shop',
      state: 'running',
      type: 't3.small',
      imds: 'optional',
      'public-address': '203.0.113.10',
      profile: 'shop-server',
    });
    expect(busy.rows[UNUSED]).toEqual({
      machine: UNUSED,
      name: 'none',
      state: 'available',
      type: 'gp2',
      size: '50 GiB',
      encrypted: 'yes',
      'attached-to': 'none',
    });
  });

  it('says what to do and what to know, and nothing fine of what is not', () => {
    expect(busy.signals).toEqual([
      `${SHOP} imdsv1 do`,
      `${SHOP} public-address watch`,
      `${INSTANCES.database.id} no-profile watch`,
      `${INSTANCES.database.id} public-address watch`,
      ...[INSTANCES.reports.id, INSTANCES.builds.id].map((id) => `${id} no-profile watch`),
      `${INSTANCES.accounting.id} no-profile watch`,
      `${INSTANCES.accounting.id} public-address watch`,
      `${DATA} volume-not-encrypted do`,
      `${UNUSED} volume-not-attached watch`,
    ]);
  });

  it('says what is fine if all of it is', async () => {
    const state = busyAccount(WEDNESDAY);
    const ec2 = state.ec2[REGION] ?? {};
    const [shop] = ec2.instances ?? [];
    for (const one of ec2.instances ?? [])
      Object.assign(one, { tokens: 'required', profile: shop?.profile });
    for (const one of ec2.volumes ?? []) one.encrypted = true;
    const { signals } = await shownMachines({ state });
    expect(signals).toContain('all imdsv2-everywhere fine');
    expect(signals).toContain('all volumes-encrypted fine');
    expect(signals).toContain('all profiles-everywhere fine');
    const none = await shownMachines({ state, regions: ['eu-west-1'] });
    expect(none.signals).toEqual([]);
    expect(Object.keys(none.rows)).toEqual([]);
  });

  it('says nothing of an instance that is over, and of what AWS does not say', async () => {
    const state = busyAccount(WEDNESDAY);
    const [shop, database] = state.ec2[REGION]?.instances ?? [];
    if (shop) shop.state = 'terminated';
    if (database) database.tokens = '';
    const { signals, rows } = await shownMachines({ state });
    expect(signals.filter((one) => one.includes('imds'))).toEqual([]);
    expect(rows[INSTANCES.database.id]?.imds).toBe('? AWS does not say');
  });

  it('reads graphs only of the row that is opened, and never from what costs money', async () => {
    expect(busy.sent.sort()).toEqual(['DescribeInstances', 'DescribeVolumes', 'ListMetrics']);
    const one = await shownMachines();
    await one.open(DATA);
    const read = one.sent.filter((operation) => operation.startsWith('GetMetric'));
    // Reads and writes are parts of the latency, too: equal reads are sent once.
    expect(new Set(read)).toEqual(new Set(['GetMetricStatistics']));
  });
});

describe('a row of the page Machines', () => {
  it('opens by a name that one machine alone has', async () => {
    const { seen, look } = await shownMachines();
    const named = await machines.detail(seen, 'shop', look);
    expect([named?.key, say(named?.title ?? t('none'))]).toEqual([SHOP, `shop (${SHOP})`]);
    const twice = { ...seen, instances: [...seen.instances, ...seen.instances] };
    expect(await machines.detail(twice, 'shop', look)).toBeUndefined();
  });

  it('has the facts of an instance', async () => {
    const { facts, title } = await busy.open(SHOP);
    expect(title).toBe(`shop (${SHOP})`);
    expect(facts).toMatchObject({
      zone: `${REGION}a`,
      'private address': '10.0.1.10',
      volumes: 'vol-0b5e5a0c0ffee0001 /dev/xvda',
      'detailed monitoring': 'no',
      tags: 'Name=shop',
    });
  });

  it.each([
    ['1h', 12, 60],
    ['1d', 96, 96],
    ['1w', 168, 168],
  ])('shows %s as %d values, and %d of what is measured each minute', async (span, n, fine) => {
    const { open } = await shownMachines({ settings: { span } });
    const { graphs } = await open(SHOP);
    const counts = Object.entries(graphs).map(([title, { values }]) => [title, values.length]);
    expect(counts).toEqual([
      ['CPU, average', n],
      ['Network in', n],
      ['Network out', n],
      ['Failed status checks', fine],
      ['CPU credits, average', n],
    ]);
    const cpu = graphs['CPU, average'];
    const end = (cpu?.from ?? 0) + (cpu?.every ?? 0) * n;
    expect(new Date(end).toISOString()).toBe('2026-11-25T12:00:00.000Z');
  });

  it('shows a rate as what there was a second, and latency as milliseconds of an operation', async () => {
    const { graphs } = await (await shownMachines({ settings: { span: '1h' } })).open(DATA);
    expect(Object.keys(graphs)).toEqual([
      'Reads',
      'Writes',
      'Latency of reads and writes',
      'Queue, average',
      'Burst balance, average',
    ]);
    // The practice account reads some 900 times a minute, and takes 2.6 seconds for 3,000 operations.
    for (const value of graphs.Reads?.values ?? []) expect(value).toBeCloseTo(15, -1.5);
    for (const value of graphs['Latency of reads and writes']?.values ?? []) {
      expect(value).toBeCloseTo(0.87, 1);
    }
  });

  it('leaves the hours of Sunday empty, in which the machine was off', async () => {
    const { graphs } = await (await shownMachines({ settings: { span: '1w' } })).open(SHOP);
    const { values = [], from = 0 } = graphs['CPU, average'] ?? {};
    const gaps = values.flatMap((value, at) => (value === null ? from + at * 3_600_000 : []));
    expect(gaps.map((at) => new Date(at).toISOString())).toEqual([
      '2026-11-22T18:00:00.000Z',
      '2026-11-22T19:00:00.000Z',
    ]);
  });

  it.each([INSTANCES.reports.id, UNUSED])('has no data of %s, and no 0', async (key) => {
    const { graphs } = await busy.open(key);
    const all = Object.values(graphs).flatMap(({ values }) => values);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([null]));
  });

  it('has no latency without operations, and nothing of what is no number', async () => {
    const { open } = await shownMachines({
      settings: { span: '1h' },
      change(look) {
        const { read } = look;
        look.read = (async (...[service, operation, input, region]: Parameters<typeof read>) => {
          if (operation !== 'GetMetricStatistics') return read(service, operation, input, region);
          const { MetricName = '', StartTime } = input as { MetricName?: string; StartTime: Date };
          const Sum = MetricName.endsWith('Ops') ? 0 : Number.NaN;
          const times = [StartTime, new Date(Number.NaN), undefined];
          return { Datapoints: times.map((Timestamp) => ({ Timestamp, Sum, Average: Sum })) };
        }) as typeof read;
      },
    });
    const { graphs } = await open(DATA);
    expect(graphs.Reads?.values).toEqual([0, ...Array.from({ length: 59 }, () => null)]);
    const others = ['Latency of reads and writes', 'Queue, average'];
    for (const title of others) expect(new Set(graphs[title]?.values)).toEqual(new Set([null]));
  });

  it('has no latency if one of its parts is not there', async () => {
    const { open } = await shownMachines({
      change(look) {
        const { read } = look;
        look.read = (async (...[service, operation, input, region]: Parameters<typeof read>) =>
          (input as { MetricName?: string }).MetricName === 'VolumeTotalReadTime'
            ? { Datapoints: [] }
            : read(service, operation, input, region)) as typeof read;
      },
    });
    const { graphs } = await open(DATA);
    expect(new Set(graphs['Latency of reads and writes']?.values)).toEqual(new Set([null]));
    expect(graphs.Reads?.values).not.toContain(null);
  });

  it('does not exist for another key', async () => {
    expect(await machines.detail(busy.seen, 'i-none', busy.look)).toBeUndefined();
  });
});
