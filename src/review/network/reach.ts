import { type Text, t } from '../../text/text.ts';
import type { Known } from '../known.ts';
import { runStateText } from '../run-state.ts';
import { ANYBODY, type Bounds, exactly, isEmpty, NOBODY, NOT_KNOWN, through } from './bounds.ts';
import { isForEveryone, mayBeForEveryone } from './everyone.ts';
import {
  both,
  INTERNET,
  INTERNET_V4,
  INTERNET_V6,
  type Ranges,
  rangesOf,
  union,
} from './ip-ranges.ts';
import { type Opening, type OwnedRule, openingsOf, type Way } from './openings.ts';
import { byRoute, inspectorOf, tableOf } from './route.ts';
import { type Acl, findIn, type Interface, inList, type Network } from './topology.ts';

/** One thing that stands between the internet and a network interface. */
export interface Step {
  id: 'address' | 'use' | 'block' | 'route';
  /** Does it let somebody through, of those who come this far? `undefined`: not known. */
  passes: boolean | undefined;
  text: Text;
}

/** What of the internet reaches a network interface. */
export interface Reach {
  steps: Step[];
  /** Of what the steps let through, what the security groups and the network ACL let in. */
  openings: Opening[];
  acl: Acl | null | undefined;
}

type Gate = Omit<Step, 'passes'> & { who: Bounds };

/** Follows the internet to a network interface: its address, whether it is in use, the block of the VPC, the route. */
function wayTo(one: Interface, network: Network): { steps: Step[]; way: Way | undefined } {
  let from = exactly(INTERNET);
  const steps: Step[] = [];
  for (const gate of [byAddress, byUse, byBlock, bySubnet]) {
    const { id, who, text } = gate(one, network, from.maybe);
    from = through(from, who);
    steps.push({ id, text, passes: isEmpty(from) ? false : from.sure.length > 0 || undefined });
    if (isEmpty(from)) return { steps, way: undefined };
  }
  return { steps, way: { from, acl: aclOf(network, one.subnet) } };
}

/** All that the groups and the ACL let in of what comes so far. */
export function reachOf(one: Interface, network: Network): Reach {
  const { steps, way } = wayTo(one, network);
  const openings = way ? openingsOf(rulesOf(one, network), network.prefixLists, way) : [];
  return { steps, openings, acl: way?.acl };
}

/** Only what is let in of everyone. Of thousands of rules, most are for few, and need not be gone through port by port. */
export function reachOfEveryone(one: Interface, network: Network): Reach {
  const rules = rulesOf(one, network);
  if (!mayBeForEveryone(rules)) return { ...wayTo(one, network), openings: [], acl: undefined };
  const reach = reachOf(one, network);
  return { ...reach, openings: reach.openings.filter(isForEveryone) };
}

/** Somebody of the internet gets in, for sure. */
export function isReached(one: Interface, network: Network): boolean {
  const { way } = wayTo(one, network);
  return (
    way !== undefined &&
    rulesOf(one, network).some((owned) =>
      openingsOf([owned], network.prefixLists, way).some(({ who }) => who.sure.length > 0),
    )
  );
}

function byAddress({ addresses, dropsInternet }: Interface): Gate {
  const own = (world: Ranges) =>
    addresses.filter((address) => both(rangesOf(address) ?? [], world).length > 0);
  const v4 = own(INTERNET_V4);
  const v6 = dropsInternet ? [] : own(INTERNET_V6);
  return {
    id: 'address',
    who: exactly(union(v4.length > 0 ? INTERNET_V4 : [], v6.length > 0 ? INTERNET_V6 : [])),
    text:
      v4.length + v6.length > 0
        ? t('public address {addresses}', { addresses: [...v4, ...v6].join(', ') })
        : dropsInternet
          ? t('AWS drops what comes from the internet to its IPv6 address')
          : t('no public address'),
  };
}

const RUNS = /^(running|pending)$/;

function byUse({ instance, isInUse, type }: Interface, { instances }: Network): Gate {
  const id = 'use';
  // It takes connections from within alone. VPC User Guide, "NAT gateways".
  if (/^nat_?gateway$/i.test(type)) {
    return { id, who: NOBODY, text: t('a NAT gateway takes no connections from the internet') };
  }
  if (!isInUse) return { id, who: NOBODY, text: t('the network interface is attached to nothing') };
  if (instance === undefined) {
    return { id, who: ANYBODY, text: t('an AWS service uses the network interface') };
  }
  const found = inList(instances, instance);
  if ('unknown' in found) {
    return {
      id,
      who: NOT_KNOWN,
      text: t('whether {instance} is running is not known', { instance }),
    };
  }
  // An instance that is not listed is one of another account.
  const state = found.is?.state ?? 'running';
  return {
    id,
    who: RUNS.test(state) ? ANYBODY : NOBODY,
    text: t('the instance {instance} is {state}', { instance, state: runStateText(state) }),
  };
}

function byBlock({ vpc, subnet }: Interface, { vpcs, subnets }: Network): Gate {
  const id = 'block';
  const within = inList(subnets, subnet);
  const around = inList(vpcs, vpc);
  // A subnet that is excluded from the block says so itself.
  const mode =
    ('is' in within ? within.is?.block : undefined) ??
    ('is' in around ? around.is?.block : undefined);
  if (mode === undefined && ('unknown' in within || 'unknown' in around)) {
    return { id, who: NOT_KNOWN, text: t('whether VPC Block Public Access is on is not known') };
  }
  return mode === undefined || mode === 'off'
    ? { id, who: ANYBODY, text: t('VPC Block Public Access is off here') }
    : { id, who: NOBODY, text: t('VPC Block Public Access stops it: {mode}', { mode }) };
}

function bySubnet(
  { vpc, subnet, privateAddress }: Interface,
  network: Network,
  came: Ranges,
): Gate {
  const id = 'route';
  const table = tableOf(network, subnet, vpc);
  if ('unknown' in table || table.is === null) {
    return { id, who: NOT_KNOWN, text: t('the route table of {subnet} is not known', { subnet }) };
  }
  const { who, text } = byRoute(table.is, network, came);
  const inspector = inspectorOf(network, vpc, [privateAddress]);
  if (!inspector || isEmpty(who)) return { id, who, text };
  return {
    id,
    who: { ...who, sure: [] },
    text: t('the internet gateway sends it to {target} first: what that lets in is not known', {
      target: inspector.target,
    }),
  };
}

/** `null` is never returned: each subnet has one. `undefined`: not known. */
function aclOf({ acls }: Network, subnet: string): Acl | undefined {
  const found: Known<Acl | null> = findIn(acls, ({ subnets }) => subnets.includes(subnet));
  return ('is' in found ? found.is : undefined) ?? undefined;
}

const ANYTHING = { isEgress: false, protocol: -1, from: 0, to: 65_535, source: '?' };

/** The rules of its groups. A group that is not known may let in anything from anybody. */
function rulesOf({ groups, type }: Interface, { groups: all }: Network): OwnedRule[] {
  // Its listeners decide, and those are not looked at.
  if (groups.length === 0 && /load_balancer/.test(type)) return [{ group: '', rule: ANYTHING }];
  return groups.flatMap((id) => {
    const group = inList(all, id);
    const rules = 'is' in group && group.is ? group.is.rules : [ANYTHING];
    return rules.map((rule) => ({ group: id, rule }));
  });
}
