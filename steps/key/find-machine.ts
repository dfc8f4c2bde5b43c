import type { Look } from '../../src/engine/step.ts';
import { isNamed } from '../iam/names.ts';
import { usersOf } from '../person/find-person.ts';

/** An access key of a program's user. Times are milliseconds. */
export interface MachineKey {
  id: string;
  isActive: boolean;
  created: number;
  /** What AWS shows of its last use, some hours late. Absent if there was none. */
  used?: { at: number; service: string; region: string };
  /** Somebody has its secret, as far as this computer knows: it is in a profile, or this run has handed it over. */
  isHeld: boolean;
  /** The profile on this computer that has it. */
  profile?: string;
  /** This run has made it. */
  isNew: boolean;
  /** It has signed a call. */
  isProven: boolean;
  /** This run has switched it off: whether something misses it, nobody knows yet. */
  isJustOff: boolean;
}

/** A program's user, and its keys. */
export interface Machine {
  /** As AWS spells it, or else as the owner does. */
  name: string;
  exists: boolean;
  groups: string[];
  /** Names of policies that the user has without a group. */
  policies: string[];
  /** The oldest first. */
  keys: MachineKey[];
  /** AWS's time. */
  now: number;
}

/** Finds the user by name, with its keys. IAM ignores the case of names. */
export async function findMachine(look: Look, wanted: string): Promise<Machine> {
  const users = await usersOf(look);
  const found = users.find(({ UserName = '' }) => isNamed(wanted)({ name: UserName }));
  const name = found?.UserName ?? wanted;
  return {
    name,
    exists: found !== undefined,
    groups: found?.GroupList ?? [],
    policies: [
      ...(found?.AttachedManagedPolicies ?? []).map(({ PolicyName = '' }) => PolicyName),
      ...(found?.UserPolicyList ?? []).map(({ PolicyName = '' }) => PolicyName),
    ],
    keys: found ? await keysOf(look, name) : [],
    now: look.clock(),
  };
}

async function keysOf(look: Look, UserName: string): Promise<MachineKey[]> {
  const { keyPlace } = look;
  const found = await look.find('iam', 'ListAccessKeys', { UserName });
  const keys = await Promise.all(
    (found?.AccessKeyMetadata ?? []).map(
      async ({ AccessKeyId: id = '', Status, CreateDate }): Promise<MachineKey> => {
        const last = await look.find('iam', 'GetAccessKeyLastUsed', { AccessKeyId: id });
        const {
          LastUsedDate,
          ServiceName: service = '',
          Region: region = '',
        } = last?.AccessKeyLastUsed ?? {};
        const profile = keyPlace?.profileOf(id);
        const isNew = keyPlace?.isHandedOver(id) ?? false;
        return {
          id,
          isActive: Status === 'Active',
          created: CreateDate?.getTime() ?? 0,
          ...(LastUsedDate && { used: { at: LastUsedDate.getTime(), service, region } }),
          ...(profile !== undefined && { profile }),
          isHeld: isNew || (keyPlace?.holds(id) ?? false),
          isNew,
          isJustOff: look.lastSent(switchOffId(id)) !== undefined,
          isProven: LastUsedDate !== undefined || (keyPlace?.isProven(id) ?? false),
        };
      },
    ),
  );
  return keys.sort((a, b) => a.created - b.created);
}

/** Under this id, the run remembers that it has switched a key off. */
export const switchOffId = (key: string): string => `key-old.${key}`;

/** The key that programs are to use: the newest that works. */
export const newestKey = ({ keys }: Pick<Machine, 'keys'>): MachineKey | undefined =>
  keys.findLast(({ isActive }) => isActive);

/** The day of a time, as `2026-11-29`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What documents show of a key. */
export const keyEvidence = ({ id, isActive, created, used }: MachineKey) => ({
  key: id,
  active: isActive,
  created: dayOf(created),
  lastUsed: used ? dayOf(used.at) : null,
});
