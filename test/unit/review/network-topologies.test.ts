import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/review/network/reach.ts';
import { topology, verdictOf } from '../../support/review/topology.ts';

/**
 * Written by hand: what is there, what of the internet comes in, and why. What is not said is as `topology` has it: a running instance
 * with a public IPv4 address, in a subnet that leads to the internet, with an ACL that lets all through, in a group that lets nobody in.
 * `v4` and `v6` are the families; `perhaps` is what nobody can tell.
 */
const TABLE = `
 GROUPS
 in tcp 22 0.0.0.0/0                                   | tcp 22 everyone v4      | the classic
                                                       | nothing: rules          | a group lets nobody in by itself
 out all all 0.0.0.0/0                                 | nothing: rules          | what goes out lets nobody in
 in tcp 443 0.0.0.0/0; in tcp 80 0.0.0.0/0             | tcp 80 everyone v4, tcp 443 everyone v4 | a web server
 in tcp 80 0.0.0.0/0; in tcp 81 0.0.0.0/0              | tcp 80 everyone v4, tcp 81 everyone v4 | two rules stay two openings
 in tcp 20-25 0.0.0.0/0                                | tcp 20-25 everyone v4   | a range has SSH in it
 in tcp 0-65535 0.0.0.0/0                              | tcp all everyone v4     | all ports of TCP
 in all all 0.0.0.0/0                                  | tcp all everyone v4, udp all everyone v4, icmp all everyone v4 | all protocols
 in udp 53 0.0.0.0/0                                   | udp 53 everyone v4      | UDP counts
 in icmp all 0.0.0.0/0                                 | icmp all everyone v4    | ping has no ports
 in 50 all 0.0.0.0/0                                   | 50 all everyone v4      | a protocol by its number: ESP
 in tcp 22 198.51.100.7/32                             | tcp 22 some v4          | one address is not everyone
 in tcp 22 10.0.0.0/8                                  | nothing: rules          | private addresses are not the internet
 in tcp 22 100.64.0.0/10                               | nothing: rules          | neither are those of carriers
 in tcp 22 sg-1                                        | nothing: rules          | members of a group are not the internet
 in tcp 22 sg-9                                        | nothing: rules          | nor those of a group of a peered VPC
 in tcp 22 nonsense                                    | tcp 22 perhaps everyone v4 | what cannot be read is not closed
 in tcp 22 10.0.0.0/8; in2 tcp 22 0.0.0.0/0            | tcp 22 everyone v4      | the second group opens it
 in tcp 22 0.0.0.0/0; in2 tcp 22 198.51.100.7/32       | tcp 22 everyone v4      | groups only add

 PARTS OF THE WORLD
 in tcp 22 0.0.0.0/1; in tcp 22 128.0.0.0/1            | tcp 22 everyone v4      | two halves are the world
 in tcp 22 0.0.0.0/1; in2 tcp 22 128.0.0.0/1           | tcp 22 everyone v4      | also in two groups
 in tcp 22 0.0.0.0/1                                   | tcp 22 everyone v4      | half of the world is everyone
 in tcp 22 64.0.0.0/8                                  | tcp 22 everyone v4      | a /8 belongs to many
 in tcp 22 64.0.0.0/9                                  | tcp 22 some v4          | smaller than a /8
 in tcp 22 64.0.0.0/9; in tcp 22 66.128.0.0/9          | tcp 22 everyone v4      | parts that are as large as a /8 together
 in tcp 22-30 0.0.0.0/1; in tcp 25-40 128.0.0.0/1      | tcp 22-24 everyone v4, tcp 25-30 everyone v4, tcp 31-40 everyone v4 | ports are counted one by one
 in tcp 22 64.0.0.0/9; in tcp 80 66.128.0.0/9          | tcp 22 some v4, tcp 80 some v4 | parts on different ports do not add up

 IPV6
 in tcp 22 ::/0                                        | nothing: rules          | a rule for IPv6, and no IPv6 address
 address 2001:db8::5; in tcp 22 ::/0                   | tcp 22 everyone v6      | IPv6 addresses are public
 address 2001:db8::5; in tcp 22 0.0.0.0/0              | nothing: rules          | a rule for IPv4, and no IPv4 address
 address 203.0.113.10 2001:db8::5; in tcp 22 0.0.0.0/0; in tcp 22 ::/0 | tcp 22 everyone v4+v6 | both
 address 203.0.113.10 2001:db8::5; in tcp 22 198.51.100.7/32; in tcp 22 ::/0 | tcp 22 everyone v4+v6 | closed by IPv4, forgotten in IPv6
 address fd00::5; in tcp 22 ::/0                       | nothing: address        | a private IPv6 address
 address 2001:db8::5; in tcp 22 ::/1; in tcp 22 8000::/1 | tcp 22 everyone v6    | halves of IPv6
 address 2001:db8::5; in tcp 22 2001:db8:9::/48        | tcp 22 some v6          | one company
 address 2001:db8::5; drops; in tcp 22 ::/0            | nothing: address        | AWS drops what comes from the internet
 address 2001:db8::5; main 0.0.0.0/0 igw-1; in tcp 22 ::/0 | nothing: route      | no route for IPv6
 address 2001:db8::5; main ::/0 eigw-1; in tcp 22 ::/0 | nothing: route          | an egress-only gateway lets only out
 address 2001:db8::5; acl in 100 allow all all 0.0.0.0/0; in tcp 22 ::/0 | nothing: rules | the ACL has no rule for IPv6

 ADDRESS AND USE
 address none; in tcp 22 0.0.0.0/0                     | nothing: address        | without a public address nobody comes
 address 10.0.1.9; in tcp 22 0.0.0.0/0                 | nothing: address        | a private address is none
 state stopped; in tcp 22 0.0.0.0/0                    | nothing: use            | it does not run
 state terminated; in tcp 22 0.0.0.0/0                 | nothing: use            | it is listed for an hour yet
 state pending; in tcp 22 0.0.0.0/0                    | tcp 22 everyone v4      | it will run in a moment
 detached; in tcp 22 0.0.0.0/0                         | nothing: use            | an interface that is attached to nothing
 type load_balancer; in tcp 443 0.0.0.0/0              | tcp 443 everyone v4     | a load balancer is reached
 type natGateway; in tcp 22 0.0.0.0/0                  | nothing: use            | a NAT gateway takes no connections
 type network_load_balancer; ungrouped                 | tcp all perhaps everyone v4, udp all perhaps everyone v4, icmp all perhaps everyone v4 | its listeners decide

 ROUTES
 main 0.0.0.0/0 nat-1; in tcp 22 0.0.0.0/0             | nothing: route          | behind a NAT gateway
 main; in tcp 22 0.0.0.0/0                             | nothing: route          | no route but the local one
 own; in tcp 22 0.0.0.0/0                              | nothing: route          | its own table counts, not the main one
 own 0.0.0.0/0 igw-1; main; in tcp 22 0.0.0.0/0        | tcp 22 everyone v4      | the same the other way round
 main 0.0.0.0/0 igw-1 gone; in tcp 22 0.0.0.0/0        | nothing: route          | the gateway is detached: a black hole
 main 0.0.0.0/0 tgw-1; in tcp 22 0.0.0.0/0             | nothing: route          | answers go to a transit gateway
 main 0.0.0.0/0 pcx-1; in tcp 22 0.0.0.0/0             | nothing: route          | answers go to a peered VPC
 main 0.0.0.0/0 vgw-1; in tcp 22 0.0.0.0/0             | nothing: route          | answers go by VPN
 main 198.51.100.0/24 igw-1; in tcp 22 0.0.0.0/0       | tcp 22 some v4          | only these addresses are answered
 main 0.0.0.0/0 nat-1; main 198.51.100.0/24 igw-1; in tcp 22 0.0.0.0/0 | tcp 22 some v4 | the more precise route counts
 main 0.0.0.0/0 igw-1; main 0.0.0.0/1 nat-1; main 128.0.0.0/1 nat-1; in tcp 22 0.0.0.0/0 | nothing: route | two more precise ones cover it
 main 0.0.0.0/0 vpce-1; in tcp 22 0.0.0.0/0            | tcp 22 perhaps everyone v4 | a firewall decides
 main 0.0.0.0/0 eni-9; in tcp 22 0.0.0.0/0             | tcp 22 perhaps everyone v4 | an instance that routes decides
 edge 10.0.1.0/24 vpce-1; in tcp 22 0.0.0.0/0          | tcp 22 perhaps everyone v4 | the internet gateway asks a firewall first
 edge 10.0.9.0/24 vpce-1; in tcp 22 0.0.0.0/0          | tcp 22 everyone v4      | that firewall is for another subnet
 edge 10.0.0.0/16 local; in tcp 22 0.0.0.0/0           | tcp 22 everyone v4      | the internet gateway asks nobody
 list pl-1 0.0.0.0/0; main pl-1 igw-1; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4  | a route to a prefix list
 list pl-1 denied; main pl-1 igw-1; in tcp 22 0.0.0.0/0 | tcp 22 perhaps everyone v4 | a list that cannot be read

 BLOCK PUBLIC ACCESS
 block vpc block-ingress; in tcp 22 0.0.0.0/0          | nothing: block          | nobody comes in
 block vpc block-bidirectional; in tcp 22 0.0.0.0/0    | nothing: block          | nobody comes in or out
 block vpc off; in tcp 22 0.0.0.0/0                    | tcp 22 everyone v4      | off
 block vpc block-ingress; block subnet off; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4 | the subnet is excluded
 block vpc off; block subnet block-ingress; in tcp 22 0.0.0.0/0 | nothing: block  | the subnet says so itself

 NETWORK ACLS
 acl in 100 deny all all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | nothing: rules         | the ACL lets nobody in
 acl in 100 deny tcp 22 0.0.0.0/0; acl in 200 allow all all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | nothing: rules | the lower number decides
 acl in 200 deny tcp 22 0.0.0.0/0; acl in 100 allow all all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4 | the same the other way round
 acl in 100 allow tcp 443 0.0.0.0/0; in tcp 22 0.0.0.0/0; in tcp 443 0.0.0.0/0 | tcp 443 everyone v4 | only what both let in
 acl in 100 deny all all 0.0.0.0/1; acl in 200 allow all all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4 | half of the world is left
 acl in 100 deny all all 0.0.0.0/1; acl in 200 allow all all 0.0.0.0/0; in tcp 22 0.0.0.0/1 | nothing: rules | the group lets in the half that the ACL stops
 acl in 100 allow tcp 1-100 0.0.0.0/0; in tcp 90-200 0.0.0.0/0 | tcp 90-100 everyone v4 | the ports that both let in
 acl in 100 allow udp all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | nothing: rules        | another protocol
 acl out 100 deny all all 0.0.0.0/0; in tcp 22 0.0.0.0/0 | nothing: rules        | no answer comes back
 acl out 100 allow tcp 1024-65535 0.0.0.0/0; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4 | answers go to high ports
 acl out 100 allow tcp 443 0.0.0.0/0; in tcp 22 0.0.0.0/0 | tcp 22 perhaps everyone v4 | only who asks from port 443 gets an answer
 acl out 100 allow tcp 1024-65535 198.51.100.0/24; in tcp 22 0.0.0.0/0 | tcp 22 some v4 | answers to few
 acl out 100 allow udp 1024-65535 0.0.0.0/0; in tcp 22 0.0.0.0/0 | nothing: rules | answers of another protocol
 acl in 100 deny icmp all 0.0.0.0/0 one-type; acl in 200 allow all all 0.0.0.0/0; in icmp all 0.0.0.0/0 | icmp all everyone v4 | one type of ICMP is stopped, others are not

 PREFIX LISTS
 list pl-1 0.0.0.0/0; in tcp 22 pl-1                   | tcp 22 everyone v4      | a list may be the world
 list pl-1 0.0.0.0/1,128.0.0.0/1; in tcp 22 pl-1       | tcp 22 everyone v4      | in halves, too
 list pl-1 198.51.100.0/24; in tcp 22 pl-1             | tcp 22 some v4          | the office
 list pl-1 10.0.0.0/8; in tcp 22 pl-1                  | nothing: rules          | private addresses
 list pl-1 denied; in tcp 22 pl-1                      | tcp 22 perhaps everyone v4 | a list that cannot be read
 in tcp 22 pl-9                                        | tcp 22 perhaps everyone v4 | a list that nobody has read
 list pl-1 denied; in tcp 22 pl-1; in tcp 22 0.0.0.0/0 | tcp 22 everyone v4      | another rule opens it anyway
 list pl-1 denied; in tcp 22 pl-1; in tcp 22 198.51.100.7/32 | tcp 22 some v4 perhaps everyone v4 | one for sure, and perhaps all

 WHAT IS NOT KNOWN
 denied acls; in tcp 22 0.0.0.0/0                      | tcp 22 perhaps everyone v4 | the ACL may stop it
 denied tables; in tcp 22 0.0.0.0/0                    | tcp 22 perhaps everyone v4 | the route may lead nowhere
 gone tables; in tcp 22 0.0.0.0/0                      | tcp 22 perhaps everyone v4 | AWS lists no table: it is another account's
 denied instances; in tcp 22 0.0.0.0/0                 | tcp 22 perhaps everyone v4 | it may be stopped
 denied groups                                         | tcp all perhaps everyone v4, udp all perhaps everyone v4, icmp all perhaps everyone v4 | the group may open all
 denied vpcs; denied subnets; in tcp 22 0.0.0.0/0      | tcp 22 perhaps everyone v4 | it may be blocked
 denied vpcs; block subnet block-ingress; in tcp 22 0.0.0.0/0 | nothing: block   | the subnet says enough
 denied groups; address none                           | nothing: address        | what is known is enough
`;

const rows = TABLE.split('\n').flatMap((line) => {
  const [words, verdict, why] = line.split('|').map((part) => part.trim());
  return verdict === undefined ? [] : [{ words: words ?? '', verdict, why: why ?? '' }];
});

describe('what of the internet reaches an instance', () => {
  it.each(rows)('$words: $verdict, $why', ({ words, verdict }) => {
    const { at, network } = topology(words);
    expect(verdictOf(reachOf(at, network))).toBe(verdict);
  });

  it('is told for sixty topologies', () => {
    expect(new Set(rows.map(({ words }) => words)).size).toBeGreaterThanOrEqual(60);
  });
});
