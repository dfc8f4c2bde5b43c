import type { Look } from '../../src/engine/step.ts';
import { mfaDevicesOf } from '../iam/mfa-devices.ts';

/** A user who signs in to the console. */
export interface Person {
  name: string;
  arn: string;
  /** Serial numbers of MFA devices. */
  devices: string[];
  /** ARNs of the policies that are attached to them, and to no group of theirs. */
  attached: string[];
}

/** Everybody who has a password, by fresh reads: the credential report is up to four hours old. */
export async function readPeople(look: Look): Promise<Person[]> {
  const { UserDetailList = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const people = await Promise.all(
    UserDetailList.map(async ({ UserName: name = '', Arn: arn = '', AttachedManagedPolicies }) => {
      const profile = await look.find('iam', 'GetLoginProfile', { UserName: name });
      const attached = (AttachedManagedPolicies ?? []).map(({ PolicyArn = '' }) => PolicyArn);
      return profile ? [{ name, arn, devices: await mfaDevicesOf(look, name), attached }] : [];
    }),
  );
  return people.flat();
}

/** The names of those who have no device yet. */
export const withoutMfa = (people: Person[]): string[] =>
  people.filter(({ devices }) => devices.length === 0).map(({ name }) => name);
