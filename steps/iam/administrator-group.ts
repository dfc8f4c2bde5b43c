import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import type { Identities } from './administrators.ts';
import { createGroup } from './create-group.ts';
import { DEFAULT_GROUP, isNamed, nameBeside } from './names.ts';

/** The groups of administrators, and the one to make if there is none. */
export interface AdministratorGroups {
  groups: string[];
  initial: string;
  /** The owner's choice of a name, else the default. */
  wanted: string;
  /** A group of the wanted name that gives no such rights yet. */
  named: { name: string; members: string[] } | null;
  /** Groups that all rights would not help. */
  limited: string[];
}

/** Sorts the groups by whether they make administrators, and finds the name for one to make. */
export function administratorGroups(look: Look, all: Identities): AdministratorGroups {
  const limited = all.groups.filter((group) => group.limited);
  const initial = nameBeside(DEFAULT_GROUP, limited);
  const chosen = String(look.known('admin-group.name') ?? initial);
  const wanted = limited.some(isNamed(chosen)) ? initial : chosen;
  const named = all.groups.find(isNamed(wanted));
  return {
    groups: all.groups.filter((one) => one.administrator === 'yes').map(({ name }) => name),
    initial,
    wanted,
    named: named ? { name: named.name, members: named.members } : null,
    limited: limited.map(({ name }) => name),
  };
}

/** Makes the group, or gives all rights to the one of that name. */
export function makeGroup(
  found: Pick<AdministratorGroups, 'named'>,
  name: string,
  account: Account,
): ApiCall[] {
  // The look may have been for another name than the one that is being typed.
  const named = found.named && isNamed(name)(found.named) ? found.named : null;
  const GroupName = named?.name ?? name;
  const members = named?.members ?? [];
  const attach: ApiCall = {
    kind: 'call',
    summary: attachSummary(GroupName, members),
    ...(members.length > 0 && { danger: true }),
    // A new group needs no undo of its own here: deleting the group removes its rights too.
    ...(named && {
      undo: t('IAM console > User groups > {name} > Permissions > AdministratorAccess > Remove', {
        name: GroupName,
      }),
    }),
    service: 'iam',
    operation: 'AttachGroupPolicy',
    input: { GroupName, PolicyArn: managedPolicy(account, 'AdministratorAccess') },
  };
  return named ? [attach] : [createGroup(GroupName), attach];
}

function attachSummary(name: string, members: string[]): Text {
  return members.length === 0
    ? t('Give the group {name} full access (AdministratorAccess)', { name })
    : t('Give the group {name} and its members {members} full access (AdministratorAccess)', {
        name,
        members: members.join(', '),
      });
}
