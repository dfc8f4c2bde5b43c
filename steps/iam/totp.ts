import { generateSync } from 'otplib';
import type { Secret } from '../../src/engine/secret.ts';
import { type Text, t } from '../../src/text/text.ts';

/** Milliseconds. RFC 6238 with the values of AWS and the apps: six digits, 30 seconds, SHA-1. */
const PERIOD = 30_000;
/** Periods, a quarter of an hour each way. A code of a clock that is further off looks like a code of another key. */
const SEARCH_RANGE = 30;

interface Clocks {
  /** AWS's time in milliseconds. */
  aws(): number;
  /** This computer's time in milliseconds: an authenticator app on it uses it. */
  computer(): number;
}

type Codes = [string, string];

/** Apps show codes as `123 456`. */
export const withoutSpaces = (code: string): string => code.replace(/\s/g, '');

/**
 * Finds what is wrong with two codes before AWS is asked: each cause has its own sentence, and no attempt is used up.
 * The second code must be at most one period from AWS's time. AWS would accept older ones, and then refuse the drifting
 * device at its first sign-in. While the second code is '', only the first is checked.
 */
export function codeValidator(seed: Secret, clocks: Clocks): (codes: Codes) => Text | undefined {
  const counterOf = (code: string): number | undefined => {
    const now = Math.floor(clocks.aws() / PERIOD);
    const nearest = Array.from({ length: 2 * SEARCH_RANGE + 1 }, (_, i) => now + offsetAt(i));
    return nearest.find(
      (counter) => generateSync({ secret: seed.reveal(), epoch: counter * 30 }) === code,
    );
  };
  /** Drift of each code when it was first typed. A code only gets older afterwards. */
  const driftAtFirstSight = new Map<string, number>();
  const driftOf = (code: string, counter: number): number => {
    const drift = driftAtFirstSight.get(code) ?? counter - Math.floor(clocks.aws() / PERIOD);
    driftAtFirstSight.set(code, drift);
    return drift;
  };

  return ([first, second]) => {
    const [one, two] = [withoutSpaces(first), withoutSpaces(second)];
    if (!/^\d{6}$/.test(one) || (two !== '' && !/^\d{6}$/.test(two))) return t('6 digits, please.');
    const firstCounter = counterOf(one);
    if (firstCounter === undefined) {
      return t('That is not a code of this key. Is it the entry that you have just added?');
    }
    const drift = driftOf(one, firstCounter);
    if (Math.abs(drift) > 1) return clockProblem(drift, clocks);
    if (two === '') return undefined;
    if (two === one) {
      const seconds = Math.ceil((PERIOD - (clocks.aws() % PERIOD)) / 1000);
      return t('That is the same code again. Wait for a new one: {seconds} s.', { seconds });
    }
    if (counterOf(two) !== firstCounter + 1) {
      return t(
        'These two are not one after the other. Wait for the next code, then type two in a row.',
      );
    }
    const late = Math.floor(clocks.aws() / PERIOD) - (firstCounter + 1);
    if (late > 1)
      return t('These codes are too old by now. Two new ones, please, without a pause.');
    return late < -1 ? clockProblem(drift, clocks) : undefined;
  };
}

/** 0, 1, -1, 2, -2 ...: likely offsets first. */
const offsetAt = (i: number): number => (i % 2 ? (i + 1) / 2 : -i / 2);

/** `drift`: periods that the code was ahead of AWS's time when it was typed. */
function clockProblem(drift: number, { aws, computer }: Clocks): Text {
  const seconds = Math.abs(drift) * 30;
  const ahead = (computer() - aws()) / 1000;
  // If this computer's clock is off by the same amount, the app runs on this computer.
  if (Math.abs(ahead - drift * 30) <= 30 && Math.abs(ahead) > 30) {
    return drift < 0
      ? t(
          'The clock of this computer is about {seconds} s behind, and the code goes by it. Set it to automatic.',
          { seconds },
        )
      : t(
          'The clock of this computer is about {seconds} s ahead, and the code goes by it. Set it to automatic.',
          { seconds },
        );
  }
  return drift < 0
    ? t(
        "This code is about {seconds} s old. If it is the newest, set your phone's clock to automatic.",
        { seconds },
      )
    : t("Your phone's clock is about {seconds} s ahead. Set it to automatic, then try again.", {
        seconds,
      });
}

/** Checks the form only: nobody but AWS knows the key of a hardware token. */
export function problemWithCodeFormat([first, second]: Codes): Text | undefined {
  const [one, two] = [withoutSpaces(first), withoutSpaces(second)];
  if (!/^\d{6}$/.test(one) || (two !== '' && !/^\d{6}$/.test(two))) return t('6 digits, please.');
  return one === two ? t('That is the same code again. Wait for a new one.') : undefined;
}
