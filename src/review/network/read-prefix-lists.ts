import pMap from 'p-map';
import { Blocked } from '../../engine/errors.ts';
import type { Known } from '../known.ts';
import type { PageLook } from '../page.ts';
import { isGateway } from './route.ts';
import type { Network } from './topology.ts';

const AT_ONCE = 4;

/** Reads the prefix lists that decide something: those of rules that let in, and of routes to the internet. */
export async function readPrefixLists(
  look: PageLook,
  { region, groups, tables, prefixLists }: Network,
  deny: (call: string, error: Blocked) => void,
): Promise<void> {
  const ids = new Set<string>();
  for (const { rules } of groups.items.values()) {
    for (const { source, isEgress } of rules) {
      if (!isEgress && source.startsWith('pl-')) ids.add(source);
    }
  }
  for (const { routes } of tables.items.values()) {
    for (const route of routes) {
      if (route.to.startsWith('pl-') && isGateway(route)) ids.add(route.to);
    }
  }
  if (ids.size === 0) return;
  const attempt = async <T>(call: string, reading: Promise<T>): Promise<Known<T>> => {
    try {
      return { is: await reading };
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      deny(call, error);
      return { unknown: error.text };
    }
  };
  const listed = await attempt(
    'ec2:DescribeManagedPrefixLists',
    look.read('ec2', 'DescribeManagedPrefixLists', {}, region),
  );
  const names = new Map(
    ('is' in listed ? (listed.is.PrefixLists ?? []) : []).map((one) => [
      one.PrefixListId,
      one.PrefixListName,
    ]),
  );
  await pMap(
    ids,
    async (PrefixListId) => {
      const read = await attempt(
        'ec2:GetManagedPrefixListEntries',
        look.read('ec2', 'GetManagedPrefixListEntries', { PrefixListId }, region),
      );
      const name = names.get(PrefixListId);
      prefixLists.set(PrefixListId, {
        ...(name && { name }),
        entries:
          'is' in read ? { is: (read.is.Entries ?? []).flatMap(({ Cidr }) => Cidr ?? []) } : read,
      });
    },
    { concurrency: AT_ONCE },
  );
}
