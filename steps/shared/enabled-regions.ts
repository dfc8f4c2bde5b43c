import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';

/** The regions that are on in this account, by name. `undefined` if these credentials may not list them. */
export async function enabledRegions(look: Look): Promise<string[] | undefined> {
  const listed = await unlessDenied(
    look.read('account', 'ListRegions', {
      RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
    }),
  );
  return listed && (listed.Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
}

/** An organization may close regions: what a region hides is unknown, and the others are looked at all the same. */
export async function unlessDenied<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

/** AWS refused because of a policy: not because of the network, and not because something is missing. */
export const isDenied = (error: unknown): boolean =>
  error instanceof Blocked && /^AccessDenied/.test(error.code ?? '');
