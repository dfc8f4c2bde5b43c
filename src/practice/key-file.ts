import type { KeyPlace } from '../engine/key-place.ts';
import { Secret } from '../engine/secret.ts';
import type { PracticeAccount } from './practice-account.ts';

/** The credentials file of the computer that goes with a practice account: which profile has which key. */
export function practiceKeyFile(practice: PracticeAccount): Pick<
  KeyPlace,
  'file' | 'isOpenToOthers' | 'keyIn' | 'profileOf' | 'write'
> & {
  secretOf(id: string): Secret | undefined;
} {
  const { state } = practice;
  return {
    file: '~/.aws/credentials',
    isOpenToOthers: () => false,
    keyIn: (name) => state.profiles.find((profile) => profile.name === name)?.id,
    profileOf: (key) => state.profiles.find(({ id }) => id === key)?.name,
    // Signatures are not verified, so no secret is kept.
    secretOf: (key) =>
      state.profiles.some(({ id }) => id === key) ? new Secret('practice') : undefined,
    write(name, { id }) {
      practice.change(() => {
        state.profiles = [
          ...state.profiles.filter((profile) => profile.name !== name),
          { name, id },
        ];
      });
    },
  };
}
