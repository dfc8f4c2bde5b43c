import { administrator } from '../../../steps/iam/administrator-rights.ts';
import { ownPowerOf, spread } from '../../../steps/iam/power.ts';
import { reachOf } from '../../../steps/iam/principal-verdicts.ts';
import { anybodyIn, findPrincipals } from '../../../steps/iam/principals.ts';
import { anyOf, type Verdict, verdict } from '../../../steps/iam/verdict.ts';
import type { Account } from '../../engine/step.ts';
import { breather, inPieces } from '../../text/breather.ts';
import { withoutDamage } from './damaged-policies.ts';
import type { Power } from './seen.ts';
import type { Pages } from './sources.ts';

/** Who could become whom takes time by the square of this: some tenths of a second here, half a minute for 5,000 users. */
const MOST_COMPARED = 500;

/**
 * Which users are administrators, or could make themselves one, by ARN. By the policies alone: AWS's simulator is not asked.
 * `isPartial`: of so many, only what each may do by their own rights and groups.
 */
export async function couldBecomeAdministrator(
  details: Pages,
  account: Account,
): Promise<{ powers: Map<string, Power>; isPartial: boolean }> {
  const any = anybodyIn(account);
  const sound = await inPieces(withoutDamage(details));
  const all = await inPieces(findPrincipals({ $metadata: {}, ...sound }, account));
  const breathe = breather();
  const everybody = [...all.users, ...all.groups, ...all.roles];
  const isPartial = everybody.length > MOST_COMPARED;
  const own = new Map<(typeof everybody)[number]['principal'], Verdict>();
  for (const { principal } of isPartial ? all.users : everybody) {
    await breathe();
    const { levers, others } = ownPowerOf(principal, all, any);
    own.set(principal, anyOf([...levers.map((lever) => lever.verdict), others]));
  }
  const found = isPartial ? own : spread(own, all);
  const powers = new Map<string, Power>();
  for (const { principal } of all.users) {
    await breathe();
    const { answer, because } = found.get(principal) ?? verdict('no');
    const full = administrator(
      principal.rights,
      reachOf({ account }, principal),
      principal.ways[0],
    );
    powers.set(
      principal.arn,
      full.answer === 'yes'
        ? { answer: 'administrator', because: [] }
        : { answer, because: answer === 'no' ? [] : because },
    );
  }
  return { powers, isPartial };
}
