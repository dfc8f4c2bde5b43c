import { keyFile, keyPlace } from '../auth/key-profile.ts';
import type { KeyPlace } from '../engine/key-place.ts';
import { practiceKeyFile } from '../practice/key-file.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { ownersFiles } from '../state/owners-files.ts';

type Parts = Omit<Parameters<typeof keyPlace>[0], 'file'>;

/** Where new access keys are kept: this computer's credentials file, or the one that goes with the practice account. */
export const keyPlaceOf =
  (practice: PracticeAccount | undefined, env: NodeJS.ProcessEnv) =>
  (parts: Parts): KeyPlace =>
    keyPlace({ ...parts, file: practice ? practiceKeyFile(practice) : keyFile(env, ownersFiles) });
