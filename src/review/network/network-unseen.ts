import { type Text, t } from '../../text/text.ts';
import { otherRegions } from '../other-regions.ts';
import type { Unseen } from '../page.ts';
import type { SeenNetwork } from './read-network.ts';

/** Where nothing was looked at, and what the page does not look at. */
export function unseenOf({ networks, denied, closed }: SeenNetwork): Unseen[] {
  const shut = new Set(closed.map(({ region }) => region));
  return [
    ...closed.map(({ region, why }) => ({ what: t('{region}', { region }), why })),
    ...denied
      .filter(({ region }) => !shut.has(region))
      .map(({ region, call, why }) => ({ what: t('{call} in {region}', { call, region }), why })),
    ...(networks.length === 1 ? [otherRegions(networks.map(({ region }) => region))] : []),
    ...ALWAYS,
  ];
}

const ALWAYS: { what: Text; why: Text }[] = [
  {
    what: t('what a load balancer, CloudFront or Global Accelerator passes on'),
    why: t('An instance behind them is reached through them, without an address of its own.'),
  },
  {
    what: t('who connects from other VPCs, by VPN or by peering'),
    why: t('They do not come from the internet.'),
  },
  {
    what: t('firewalls on the instances themselves'),
    why: t('AWS does not see them.'),
  },
  {
    what: t('security groups in launch templates and in settings of AWS services'),
    why: t('They count as unused until something runs with them.'),
  },
];
