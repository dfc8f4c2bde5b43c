import { describe, expect, it } from 'vitest';
import type { SeenNetwork } from '../../../src/review/network/read-network.ts';
import { signalsOfRules } from '../../../src/review/network/rules-signals.ts';
import { topology } from '../../support/review/topology.ts';

/** Of a topology whose groups are default groups. */
function signalsOf(words: string, { isDefaultAcl = true, closed = [] as string[] } = {}) {
  const { network } = topology(words);
  for (const acl of network.acls.items.values()) acl.isDefault = isDefaultAcl;
  for (const group of network.groups.items.values()) group.name = 'default';
  const seen: SeenNetwork = {
    show: 'groups',
    networks: [network],
    denied: [],
    closed: closed.map((region) => ({ region, why: { en: 'denied' } })),
  };
  return signalsOfRules(seen).map(({ id, grade, controls }) => `${id} ${grade} ${controls}`);
}

describe('the signals of network ACLs', () => {
  it.each([
    ['', 'default-acl-open watch network-acls'],
    ['acl in 100 allow tcp 20-25 0.0.0.0/0', 'default-acl-open watch network-acls'],
    ['acl in 100 allow udp 3389 0.0.0.0/0', 'default-acl-open watch network-acls'],
    ['acl in 100 allow tcp 22 ::/0', 'default-acl-open watch network-acls'],
    [
      'acl in 90 deny tcp 22 0.0.0.0/0; acl in 100 allow tcp all 0.0.0.0/0',
      'default-acl-open watch network-acls',
    ],
    ['acl in 100 allow tcp 443 0.0.0.0/0', 'acls-closed fine network-acls'],
    ['acl in 100 allow tcp 22 198.51.100.0/24', 'acls-closed fine network-acls'],
    [
      'acl in 90 deny tcp 22 0.0.0.0/0; acl in 100 allow tcp 22 0.0.0.0/0',
      'acls-closed fine network-acls',
    ],
  ])('%s: %s', (words, signal) => {
    expect(signalsOf(words)).toContain(signal);
  });

  it('tell those of the owner apart from the default ones', () => {
    expect(signalsOf('', { isDefaultAcl: false })).toContain('acl-open watch network-acls');
  });
});

describe('the signals of default groups', () => {
  it('say whether any has rules, in or out', () => {
    expect(signalsOf('in tcp 22 sg-1')).toContain('default-group-open watch default-group');
    expect(signalsOf('out all all 0.0.0.0/0')).toContain('default-group-open watch default-group');
    expect(signalsOf('')).toContain('default-groups-closed fine default-group');
  });
});

it.each([
  ['denied acls; denied groups', []],
  ['gone acls; gone groups', []],
  ['acl in 100 allow tcp 443 0.0.0.0/0', ['eu-west-1']],
])('nothing is fine of what nobody saw: %s, closed %j', (words, closed) => {
  expect(signalsOf(words, { closed })).toEqual([]);
});
