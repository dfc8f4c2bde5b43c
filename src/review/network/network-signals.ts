import type { ControlId } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import type { Grade, Signal } from '../page.ts';
import { analysisOf, type GroupFacts, isDefault, isMeantForAll, type Reached } from './analysis.ts';
import { isSure } from './everyone.ts';
import { familiesOf } from './ip-ranges.ts';
import { named, nameOf, namesText, portsText } from './network-words.ts';
import type { Opening } from './openings.ts';
import { kindsOf, namesOf } from './ports.ts';
import type { SeenNetwork } from './read-network.ts';
import { signalsOfRules } from './rules-signals.ts';
import type { Network } from './topology.ts';

const told = new WeakMap<SeenNetwork, Signal[]>();

/** What to do and what to know of each security group, and what is fine. What is not known raises nothing but its own signal. */
export function signalsOf(seen: SeenNetwork): Signal[] {
  const before = told.get(seen);
  if (before) return before;
  const isRow = seen.show === 'groups';
  const found = seen.networks.flatMap((network) =>
    [...analysisOf(network).groups.values()].flatMap((facts) => signalsOfGroup(facts, network)),
  );
  const signals = [
    ...found.map(({ row, ...signal }) => ({
      ...signal,
      ...(isRow && row !== undefined && { row }),
    })),
    ...nothingOpen(seen, found),
    ...signalsOfRules(seen),
  ];
  told.set(seen, signals);
  return signals;
}

function signalsOfGroup(facts: GroupFacts, network: Network): Signal[] {
  const { group, users, open, reached, isNamed } = facts;
  const name = named(group.id, group.name);
  const say = (id: string, grade: Grade, text: Text, controls: ControlId[]): Signal => ({
    id,
    grade,
    text,
    row: group.id,
    controls,
  });
  const isEveryInterfaceKnown = 'is' in network.interfaces.whole;
  return [
    ...openSignals(facts, network, say),
    ...(isDefault(group) && users.length > 0
      ? [
          say(
            'default-group-in-use',
            'watch',
            t('the default security group {group} is in use: {users}', {
              users: namesText(users.map((one) => nameOf(one, network))),
              group: group.id,
            }),
            group.rules.length > 0 ? ['default-group'] : [],
          ),
        ]
      : []),
    ...(!isDefault(group) &&
    isEveryInterfaceKnown &&
    'is' in network.groups.whole &&
    users.length === 0 &&
    !isNamed &&
    open.length + reached.length === 0
      ? [say('unused-group', 'watch', t('nothing uses the security group {name}', { name }), [])]
      : []),
  ];
}

type Say = (id: string, grade: Grade, text: Text, controls: ControlId[]) => Signal;

function openSignals(facts: GroupFacts, network: Network, say: Say): Signal[] {
  const { group, open, reached, users } = facts;
  const name = named(group.id, group.name);
  const sure = reached.filter(({ opening }) => isSure(opening));
  const of = (kind: 'admin' | 'data') =>
    sure.filter(({ opening }) => kindsOf(opening).includes(kind));
  const reachedBy = (all: Reached[], ports: string[]) => ({
    ports: [...new Set(ports)].join(', '),
    users: namesText([...new Set(all.map(({ at }) => nameOf(at, network)))]),
    name,
  });
  const signals = (['admin', 'data'] as const).flatMap((kind) => {
    const all = of(kind);
    if (all.length === 0) return [];
    const names = reachedBy(
      all,
      all.flatMap(({ opening }) => namesOf(opening, kind)),
    );
    return kind === 'admin'
      ? [
          say(
            'open-admin-port',
            'do',
            t('the internet reaches {ports} of {users}, by the security group {name}', names),
            ['remote-ports'],
          ),
        ]
      : [
          say(
            'open-database-port',
            'do',
            t('the internet reaches {ports} of {users}, by the security group {name}', names),
            [],
          ),
        ];
  });
  const others = sure.filter(
    ({ opening }) => !isMeantForAll(opening) && kindsOf(opening).includes('other'),
  );
  if (signals.length === 0 && others.length > 0) {
    signals.push(
      say(
        'open-port',
        'watch',
        t('the internet reaches {ports} of {users}, by the security group {name}', {
          ...reachedBy(others, []),
          ports: portsText(others.map(({ opening }) => opening)),
        }),
        [],
      ),
    );
  }
  if (signals.length > 0) return withIpv6(signals, sure, say, name);
  const unmeant = open.filter((opening) => !isMeantForAll(opening));
  const perhaps = reached.filter(({ opening }) => !isMeantForAll(opening));
  if (unmeant.length === 0 && perhaps.length === 0) return [];
  const ports = portsText([...unmeant, ...perhaps.map(({ opening }) => opening)]);
  const controls = controlsOf(unmeant);
  if (perhaps.length > 0 || 'unknown' in network.interfaces.whole || !unmeant.every(isSure)) {
    return [
      say(
        'open-perhaps-reached',
        'watch',
        t('whether the internet reaches {ports} by the security group {name} is not known', {
          ports,
          name,
        }),
        controls,
      ),
    ];
  }
  return [
    say(
      'open-not-reached',
      'watch',
      users.length === 0
        ? t('the security group {name} opens {ports} to the internet, and nothing uses it', {
            ports,
            name,
          })
        : t('the security group {name} opens {ports} to the internet, and nobody gets there', {
            ports,
            name,
          }),
      controls,
    ),
  ];
}

/** Somebody who closed IPv4 alone thinks that it is closed. */
function withIpv6(signals: Signal[], sure: Reached[], say: Say, name: string): Signal[] {
  const bad = sure.map(({ opening }) => opening).filter((one) => !isMeantForAll(one));
  const families = new Set(bad.flatMap(({ who }) => familiesOf(who.sure)));
  return families.has('IPv4') || !families.has('IPv6')
    ? signals
    : [
        ...signals,
        say(
          'open-by-ipv6-alone',
          'watch',
          t('{name} is open to the internet by IPv6 alone', { name }),
          [],
        ),
      ];
}

const controlsOf = (open: Opening[]): ControlId[] =>
  open.some((one) => kindsOf(one).includes('admin')) ? ['remote-ports'] : [];

/** Only if every region that was looked at told everything. */
function nothingOpen({ networks, closed, denied }: SeenNetwork, found: Signal[]): Signal[] {
  const isWhole =
    closed.length + denied.length === 0 &&
    networks.every(
      ({ groups, interfaces, tables, acls }) =>
        [groups, interfaces, tables, acls].every(({ whole }) => 'is' in whole) &&
        groups.items.size > 0,
    );
  if (
    !isWhole ||
    found.some(({ controls, id }) => controls.includes('remote-ports') || id.startsWith('open-'))
  )
    return [];
  return [
    {
      id: 'nothing-open',
      grade: 'fine',
      text: t('in {regions}, no security group opens more to the internet than web pages', {
        regions: namesText(networks.map(({ region }) => region)),
      }),
      controls: ['remote-ports'],
    },
  ];
}
