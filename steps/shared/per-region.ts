import pMap, { pMapSkip } from 'p-map';
import { Blocked, inRegion } from '../../src/engine/errors.ts';
import type { Look, Reads } from '../../src/engine/step.ts';
import { byLetters } from '../../src/text/by-letters.ts';
import { type Text, t } from '../../src/text/text.ts';
import { readRegion } from './closed-region.ts';
import { everyRegion } from './enabled-regions.ts';

/** Each region has a connection of its own, and AWS limits the rate in each region, not over all of them. */
const AT_ONCE = 6;

export interface PerRegion<T> {
  /** What was read, in the order of the regions. */
  found: T[];
  /** AWS's refusals, by the region that is closed to this account. */
  outOfScope: Map<string, Blocked>;
}

/**
 * Reads these regions, six at a time. A region that is closed to this account is out of scope: a policy of its organization
 * forbids each read there, or the region is off. `enabledRegions` says which regions are on.
 *
 * @param read gets the look to read with
 * @param onFailure gets each other failure, with the region's name in its text. If it returns, that region is missing in
 *   `found`. By default it throws, and no further region is read
 */
export async function perRegion<T, L extends Pick<Reads, 'read' | 'find'>>(
  look: L,
  regions: Iterable<string>,
  read: (look: L, region: string) => Promise<T>,
  onFailure: (failure: unknown, region: string) => void = raise,
): Promise<PerRegion<T>> {
  const outOfScope = new Map<string, Blocked>();
  const found = await pMap(
    regions,
    async (region) => {
      try {
        const result = await readRegion(look, (noting) => read(noting, region));
        if ('found' in result) return result.found;
        outOfScope.set(region, result.closed);
      } catch (error) {
        onFailure(error instanceof Blocked ? inRegion(region, error) : error, region);
      }
      return pMapSkip;
    },
    { concurrency: AT_ONCE },
  );
  return { found, outOfScope: new Map([...outOfScope].sort(([a], [b]) => byLetters(a, b))) };
}

/**
 * Reads every region of the account.
 *
 * @throws Blocked if none of them can be read: what is there is unknown then, and never "nothing"
 */
export async function readEveryRegion<T>(
  look: Look,
  read: (look: Look, region: string) => Promise<T>,
): Promise<{ found: T[]; outOfScope: string[] }> {
  const { found, outOfScope } = await perRegion(look, await everyRegion(look), read);
  const [refusal] = outOfScope.values();
  if (found.length === 0 && refusal) throw refusal;
  return { found, outOfScope: [...outOfScope.keys()] };
}

function raise(failure: unknown): never {
  throw failure;
}

/** Names the regions that a step leaves out. */
export const sayOutOfScope = (regions: string[]): Text =>
  t('Not checked, because this account cannot use them: {regions}', {
    regions: regions.join(', '),
  });

/** What is done in these regions, which may be all that there are. */
export const sayInRegions = (regions: string[], all: number, what: Text): Text =>
  regions.length === all && all > 1
    ? t('In all {n} regions: {what}', { n: all, what })
    : t('In {regions}: {what}', { regions: regions.join(', '), what });

/** The status of a step that looks at every region, with the regions that it leaves out. */
export const withOutOfScope = (status: Text, outOfScope: string[]): Text =>
  outOfScope.length === 0
    ? status
    : t('{status}. {leftOut}', { status, leftOut: sayOutOfScope(outOfScope) });

/** In how many regions a service is on. */
export function sayOn(n: number, all: number): Text {
  if (n === 0) return t('off');
  return n === all
    ? t('on in all {n} regions', { n })
    : t('on in {n} of {all} regions', { n, all });
}
