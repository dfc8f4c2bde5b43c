import type { Look } from '../../src/engine/step.ts';
import { identities } from '../iam/administrators.ts';
import { isNamed } from '../iam/names.ts';
import { canDoWithout, isSignedInAs } from '../iam/ways-in.ts';

/** A group of the account, and what it gives. */
export interface GroupSeen {
  name: string;
  members: string[];
  /** ARNs. */
  attached: string[];
  /** Names of policies that only this group has. */
  inline: string[];
  /** Whoever is in it may do everything, or could come to, or perhaps could. */
  givesPower: boolean;
}

/** All groups, and those that the person must not be taken out of. */
export async function groupsFor(
  look: Look,
  person: string,
): Promise<{ groups: GroupSeen[]; kept: string[] }> {
  const [details, all] = await Promise.all([
    look.read('iam', 'GetAccountAuthorizationDetails', {}),
    identities(look),
  ]);
  const groups = (details.GroupDetailList ?? []).map((group): GroupSeen => {
    const { GroupName: name = '', AttachedManagedPolicies = [], GroupPolicyList = [] } = group;
    const judged = all.groups.find(isNamed(name));
    return {
      name,
      members: judged?.members ?? [],
      attached: AttachedManagedPolicies.map(({ PolicyArn = '' }) => PolicyArn),
      inline: GroupPolicyList.map(({ PolicyName = '' }) => PolicyName),
      givesPower: judged?.administrator !== 'no' || judged.powerful === 'yes',
    };
  });
  const self = all.users.find(isNamed(person));
  const isNeeded =
    isSignedInAs(look, all, person) ||
    (self !== undefined && !(await canDoWithout(look, all, self)));
  const kept = isNeeded ? groups.filter(({ givesPower }) => givesPower) : [];
  return { groups, kept: kept.map(({ name }) => name) };
}
