import { type Text, t } from '../../text/text.ts';
import type { Signal } from '../page.ts';
import { lets } from './acl.ts';
import { isDefault } from './analysis.ts';
import { isSure } from './everyone.ts';
import { namesText } from './network-words.ts';
import { ADMIN_PORTS } from './ports.ts';
import type { SeenNetwork } from './read-network.ts';
import type { Acl, List, Network } from './topology.ts';

/** One signal for all that are alike: AWS makes an ACL and a default group in every region, and both let through. */
export const signalsOfRules = (seen: SeenNetwork): Signal[] => [
  ...aclSignals(seen),
  ...defaultGroupSignals(seen),
];

function aclSignals(seen: SeenNetwork): Signal[] {
  const open = allIn(seen, ({ acls }) => acls).filter(letsAdminPorts);
  const say = (id: string, acls: Acl[], of: (acls: Text) => Text): Signal[] =>
    acls.length === 0
      ? []
      : [{ id, grade: 'watch', text: of(idsText(acls)), controls: ['network-acls'] }];
  return [
    ...say(
      'acl-open',
      open.filter((acl) => !acl.isDefault),
      (acls) =>
        t('network ACLs let the internet through to administration ports: {acls}', { acls }),
    ),
    ...say(
      'default-acl-open',
      open.filter((acl) => acl.isDefault),
      (acls) =>
        t('default network ACLs let the internet through, and security groups decide: {acls}', {
          acls,
        }),
    ),
    ...(open.length === 0 && isAllKnown(seen, ({ acls }) => acls)
      ? [
          {
            id: 'acls-closed',
            grade: 'fine' as const,
            text: t(
              'in {regions}, no network ACL lets the internet through to administration ports',
              {
                regions: regionsText(seen),
              },
            ),
            controls: ['network-acls' as const],
          },
        ]
      : []),
  ];
}

const letsAdminPorts = (acl: Acl): boolean =>
  ADMIN_PORTS.some(({ protocol, port }) => isSure({ who: lets(acl, protocol, port) }));

function defaultGroupSignals(seen: SeenNetwork): Signal[] {
  const controls: Signal['controls'] = ['default-group'];
  const open = allIn(seen, ({ groups }) => groups).filter(
    (group) => isDefault(group) && group.rules.length > 0,
  );
  if (open.length > 0) {
    const text = t('default security groups have rules that let traffic through: {groups}', {
      groups: idsText(open),
    });
    return [{ id: 'default-group-open', grade: 'watch', text, controls }];
  }
  if (!isAllKnown(seen, ({ groups }) => groups)) return [];
  const text = t('in {regions}, default security groups let nothing through', {
    regions: regionsText(seen),
  });
  return [{ id: 'default-groups-closed', grade: 'fine', text, controls }];
}

const allIn = <T>({ networks }: SeenNetwork, of: (network: Network) => List<T>): T[] =>
  networks.flatMap((network) => [...of(network).items.values()]);

/** All has come of every region that was asked for, and there is something. */
const isAllKnown = <T>(seen: SeenNetwork, of: (network: Network) => List<T>): boolean =>
  seen.closed.length === 0 &&
  seen.networks.every((network) => 'is' in of(network).whole) &&
  allIn(seen, of).length > 0;

const idsText = (all: { id: string }[]): Text => namesText(all.map(({ id }) => id));

const regionsText = ({ networks }: SeenNetwork): Text =>
  namesText(networks.map(({ region }) => region));
