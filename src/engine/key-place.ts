import type { Secret } from './secret.ts';

/** An access key whose secret AWS has shown this once. */
export interface NewKey {
  id: string;
  secret: Secret;
}

/** Where a new access key is kept on this computer: a profile of the AWS CLI's credentials file. */
export interface KeyPlace {
  /** The path of the file. */
  file: string;
  /** Others on this computer may read the file. */
  isOpenToOthers(): boolean;
  /** The id of the access key in a profile, `''` if the profile has none, `undefined` if no file knows such a profile. */
  keyIn(profile: string): string | undefined;
  /** The profile that holds the secret of this key. `undefined` if none does, or if the file cannot be read. */
  profileOf(id: string): string | undefined;
  /** Whether a profile holds the secret of this key. `false` if the file cannot be read. */
  holds(id: string): boolean;
  /**
   * Puts the key into a profile. Nothing else in the file changes.
   *
   * @param before what `keyIn` said when the owner agreed
   * @throws Blocked if the disk refuses, or if the profile is another by now
   */
  write(profile: string, key: NewKey, before: string | undefined): void;
  /** The key is with the owner: this run remembers it until it ends, so that it can prove it. */
  handedOver(key: NewKey): void;
  /** This run has handed the key over. */
  isHandedOver(id: string): boolean;
  /**
   * Signs a call with the key, which changes nothing. A new key takes some seconds to work.
   *
   * @returns the ARN of whose key it is
   * @throws Blocked if AWS does not accept it, or if nobody here has its secret
   */
  prove(id: string): Promise<string>;
  /** This run has signed a call with the key. */
  isProven(id: string): boolean;
}
