import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { REGION } from '../../../src/practice/busy/facts.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { shownMachines, WEDNESDAY } from '../../support/review/shown-machines.ts';

const kindsIn = (rows: object) => [...new Set(Object.keys(rows).map((key) => key.split('-')[0]))];
const isFine = (one: string) => one.endsWith(' fine');

/** This region refuses these operations, as an organization does that closes it. */
const closing = (closed: string, operations: RegExp) => (look: PageLook) => {
  const { read } = look;
  look.read = (async (...[service, operation, input, region]: Parameters<typeof read>) => {
    if (region === closed && operations.test(operation)) {
      throw new Blocked({ en: 'closed' }, [], { deniedBy: 'organization' });
    }
    return read(service, operation, input, region);
  }) as typeof read;
};

describe('the page Machines, if a call is denied', () => {
  it.each([
    ['DescribeInstances', ['vol']],
    ['DescribeVolumes', ['i']],
    ['ListMetrics', ['i', 'vol']],
  ])('shows the rest without %s, and names it', async (call, kinds) => {
    const { rows, unseen, signals } = await shownMachines({ denies: (one) => one === call });
    expect(kindsIn(rows)).toEqual(kinds);
    expect(unseen.join('\n')).toContain(`:${call} in ${REGION}: ${call} is denied`);
    expect(signals.filter(isFine)).toEqual([]);
  });

  it('shows a machine without its graphs, and says why', async () => {
    const { open } = await shownMachines({ denies: (one) => one === 'GetMetricStatistics' });
    const { facts, graphs, lines } = await open(INSTANCES.shop.id);
    expect(facts.state).toBe('running');
    expect(graphs).toEqual({});
    expect(lines['CPU, average']).toEqual(['not known: GetMetricStatistics is denied']);
  });

  it('is blocked if neither instances nor volumes can be read, or no metric that is searched', async () => {
    await expect(shownMachines({ denies: (one) => /^Describe/.test(one) })).rejects.toThrow(
      'Neither instances nor volumes can be read.',
    );
    await expect(
      shownMachines({ denies: (one) => one === 'ListMetrics', settings: { metric: 'cpu' } }),
    ).rejects.toThrow(Blocked);
  });

  it('shows the other regions if one is closed', async () => {
    const regions = ['us-east-1', REGION];
    const { rows, unseen, signals } = await shownMachines({
      regions,
      change: closing('us-east-1', /^(Describe|List)/),
    });
    expect(kindsIn(rows)).toEqual(['i', 'vol']);
    expect(unseen).toContain('us-east-1: This account cannot use these regions.');
    expect(signals.filter(isFine)).toEqual([]);
  });

  it.each([
    ['Instances', 'all volumes-encrypted fine'],
    ['Volumes', 'all imdsv2-everywhere fine'],
    ['(Instances|Volumes)', undefined],
  ])('calls nothing fine of Describe%s that one region refuses', async (things, fine) => {
    const state = busyAccount(WEDNESDAY);
    for (const one of state.ec2[REGION]?.instances ?? []) one.tokens = 'required';
    for (const one of state.ec2[REGION]?.volumes ?? []) one.encrypted = true;
    const { signals } = await shownMachines({
      state,
      regions: ['us-east-1', REGION],
      change: closing('us-east-1', new RegExp(`Describe${things}`)),
    });
    expect(signals.filter(isFine)).toEqual(fine ? [fine] : []);
  });

  it('names a call that an organization denies alone, and not the region', async () => {
    const { rows, unseen } = await shownMachines({
      regions: [REGION],
      change: closing(REGION, /^DescribeVolumes$/),
    });
    expect(kindsIn(rows)).toEqual(['i']);
    expect(unseen).toContain(`ec2:DescribeVolumes in ${REGION}: closed`);
    expect(unseen.join()).not.toContain('cannot use');
  });
});
