/** IANA's numbers. */
export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;
export const ALL_PROTOCOLS = -1;

export const LAST_PORT = 65_535;

export const hasPorts = (protocol: number): boolean => protocol === TCP || protocol === UDP;

const NAMES: Record<string, number> = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 };

/** The number of `tcp`, `6` or `-1`. What AWS does not say is all. */
export const protocolOf = (name = '-1'): number => NAMES[name] ?? Number(name);
