/**
 * A set of addresses. Both families lie in one space, IPv4 where IPv6 maps it, so that no rule has to know of which it is. Sorted, and no
 * range touches the next.
 */
export type Ranges = readonly Range[];
type Range = readonly [first: bigint, last: bigint];

const V4_AT = 0xffffn << 32n;
const V4_BITS = 32;
const V6_BITS = 128;

export const NOWHERE: Ranges = [];
const LAST = (1n << 128n) - 1n;
const ALL_V4: Ranges = [[V4_AT, V4_AT + 0xffffffffn]];
/** Everything, both families. */
export const EVERYWHERE: Ranges = [[0n, LAST]];

const V4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
/** AWS writes neither zones nor IPv4 within IPv6. */
const V6 =
  /^(?=.*:)(?!.*::.*::)(?!.*:::)(([\da-f]{1,4}:){7}[\da-f]{1,4}|(?=.*::)(?!([^:]*:){9})[\da-f:]+)$/i;

/** The addresses of `10.0.0.0/8` or `2001:db8::/32`. A single address is a range of one. `undefined` if it is neither. */
export function rangesOf(cidr: string): Ranges | undefined {
  const [address = '', length] = cidr.split('/');
  const family = V4.test(address) ? 4 : V6.test(address) ? 6 : 0;
  if (family === 0) return undefined;
  if (length !== undefined && !/^\d+$/.test(length)) return undefined;
  const bits = family === 4 ? V4_BITS : V6_BITS;
  const rest = bits - (length === undefined ? bits : Number(length));
  if (rest < 0) return undefined;
  const host = (1n << BigInt(rest)) - 1n;
  // `::/0` is of IPv6 alone, though IPv4 is mapped into it: a rule for it lets in nobody who has no IPv6.
  const first = (family === 4 ? V4_AT + numberOfV4(address) : numberOfV6(address)) & ~host;
  const all: Ranges = [[first, first + host]];
  return family === 4 ? all : without(all, ALL_V4);
}

const numberOfV4 = (text: string): bigint =>
  text.split('.').reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function numberOfV6(text: string): bigint {
  const [head = '', tail = ''] = text.split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const words = [...(left ?? []), ...(right ?? [])];
  const gap = Array.from({ length: 8 - words.length }, () => '0');
  return [...(left ?? []), ...gap, ...(right ?? [])].reduce(
    (sum, word) => (sum << 16n) | BigInt(`0x${word}`),
    0n,
  );
}

/** The addresses that are in any of the sets. */
export function union(...sets: Ranges[]): Ranges {
  const [first = NOWHERE, ...more] = sets.filter((one) => one.length > 0);
  if (more.length === 0) return first;
  const sorted = [...first, ...more.flat()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const joined: [bigint, bigint][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (!last || from > last[1] + 1n) joined.push([from, to]);
    else if (to > last[1]) last[1] = to;
  }
  return joined;
}

/** `Math.max` takes no bigints. */
const later = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const earlier = (one: bigint, other: bigint): bigint => (one > other ? other : one);

/** The addresses that are in both sets. */
export function both(one: Ranges, other: Ranges): Ranges {
  if (one === EVERYWHERE) return other;
  if (other === EVERYWHERE) return one;
  const shared: Range[] = [];
  for (let a = 0, b = 0; ; ) {
    const [x, y] = [one[a], other[b]];
    if (!x || !y) return shared;
    const from = later(x[0], y[0]);
    const to = earlier(x[1], y[1]);
    if (from <= to) shared.push([from, to]);
    if (x[1] < y[1]) a++;
    else b++;
  }
}

/** The addresses of a set that are not in the other one. */
export function without(one: Ranges, taken: Ranges): Ranges {
  let next = 0n;
  const rest: Range[] = [];
  for (const [from, to] of taken) {
    if (from > next) rest.push([next, from - 1n]);
    next = to + 1n;
  }
  if (next <= LAST) rest.push([next, LAST]);
  return both(one, rest);
}

export const isSame = (one: Ranges, other: Ranges): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every(([from, to], at) => from === other[at]?.[0] && to === other[at]?.[1]));

const sizeOf = (set: Ranges): bigint => set.reduce((sum, [from, to]) => sum + to - from + 1n, 0n);

const unionOf = (...cidrs: string[]): Ranges =>
  union(...cidrs.flatMap((one) => [rangesOf(one) ?? NOWHERE]));

/**
 * The addresses of the internet: what is left of IPv4 without the private and other special ranges of RFC 6890, and all that is given out
 * of IPv6. The ranges for documentation stay: nobody has them.
 */
export const INTERNET_V4 = without(
  ALL_V4,
  unionOf(
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '224.0.0.0/3',
  ),
);
export const INTERNET_V6 = unionOf('2000::/3');
export const INTERNET = union(INTERNET_V4, INTERNET_V6);

/** Of whom something is open: nobody of the internet, some addresses, or so many that it is everyone. */
export type Level = 'nobody' | 'some' | 'everyone';

/** As many as a /8 of IPv4 has, or a /16 of IPv6: no company is that large. Halves of the world, and lists of its parts, count together. */
const EVERYONE_V4 = 1n << 24n;
const EVERYONE_V6 = 1n << 112n;

/** How many of the internet's addresses are in a set. */
export function levelOf(set: Ranges): Level {
  const v4 = both(set, INTERNET_V4);
  const v6 = both(set, INTERNET_V6);
  if (sizeOf(v4) >= EVERYONE_V4 || sizeOf(v6) >= EVERYONE_V6) return 'everyone';
  return v4.length + v6.length > 0 ? 'some' : 'nobody';
}

/** The families of a set, as they are called. */
export const familiesOf = (set: Ranges): ('IPv4' | 'IPv6')[] => [
  ...(both(set, INTERNET_V4).length > 0 ? (['IPv4'] as const) : []),
  ...(both(set, INTERNET_V6).length > 0 ? (['IPv6'] as const) : []),
];
