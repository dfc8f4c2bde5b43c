import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { ownerRequests } from './administrator-rights.ts';
import { identities, principalOf } from './administrators.ts';
import { reachOf } from './principal-verdicts.ts';
import { decideByAws } from './simulation.ts';
import { allOf, type Verdict, verdict } from './verdict.ts';

/**
 * Does AWS's own policy simulator let the administrator do what an owner needs? It knows what no list of the account
 * shows: the policies of an organization.
 *
 * @throws Blocked if it does not, or cannot tell: an administrator on paper is no way back in
 */
export async function assertHasOwnerRights(look: Look, name: string): Promise<void> {
  const { answer, because } = await hasOwnerRights(look, name);
  if (answer === 'yes') return;
  throw new Blocked(
    answer === 'no'
      ? t('{name} is an administrator, but is denied: {denied}.', {
          name,
          denied: because.join(', '),
        })
      : t('{name} is an administrator, but how far depends on: {keys}.', {
          name,
          keys: because.join(', '),
        }),
    [
      t(
        'Check the policies and the permissions boundary of this user, and the policies of the organization.',
      ),
      t('Allow it, or make another user the administrator, then run Rootlock again.'),
    ],
  );
}

/** By the account's policies, and by AWS's word: one call, since the owner is looked at every few seconds. */
async function hasOwnerRights(look: Look, name: string): Promise<Verdict> {
  const { users } = await identities(look);
  const user = users.find((one) => one.name === name);
  const principal = await principalOf(look, name);
  if (!user || !principal) return verdict('unknown', name);
  if (user.administrator !== 'yes') return verdict(user.administrator, ...user.because);
  const requests = ownerRequests(reachOf(look, principal)).filter(
    ({ resource }) => resource !== '*',
  );
  return allOf(await decideByAws(look, principal, requests));
}
