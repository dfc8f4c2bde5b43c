import { isProject } from '../../src/engine/applicable.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';

/**
 * The regions that are on in this account, by name. `undefined` if these credentials may not list them, or if the list is
 * empty, which no account's is: which regions there are is unknown then, and never "none".
 */
export async function enabledRegions(look: Pick<Look, 'read'>): Promise<string[] | undefined> {
  const listed = await unlessDenied(
    look.read('account', 'ListRegions', {
      RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
    }),
  );
  const names = (listed?.Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
  return names.length > 0 ? names : undefined;
}

/**
 * The same for a step that has to know all of them. A project has one: AWS's policies close the others.
 *
 * @throws Blocked if nobody may say which regions are on
 */
export async function everyRegion(look: Pick<Look, 'read' | 'account'>): Promise<string[]> {
  if (isProject(look.account)) return [look.account.region];
  const regions = await enabledRegions(look);
  if (regions) return regions;
  throw new Blocked(t('AWS does not say which regions are on.'), [
    t('Sign in as the root user or as an administrator.'),
  ]);
}

/** `undefined` if AWS refuses because of a policy: what is there is unknown then. */
export async function unlessDenied<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

/** AWS refuses because of a policy: not because of the network, and not because something is missing. */
export const isDenied = (error: unknown): boolean =>
  error instanceof Blocked && error.deniedBy !== undefined;
