// Every name leads to this computer, as if a hosts file said so.
import dns from 'node:dns';

const { lookup } = dns;
dns.lookup = (_host, ...rest) => lookup('127.0.0.1', ...rest);
