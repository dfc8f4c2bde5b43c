import { generateSync } from 'otplib';
import type { Secret } from '../../src/engine/secret.ts';
import { type Text, t } from '../../src/text/text.ts';

/** RFC 6238 with what AWS and the apps agree on: six digits, 30 seconds, SHA-1. */
const PERIOD = 30_000;
/** How far off a clock may be and still be told apart from a wrong key: 30 steps, a quarter of an hour. */
const SEARCH_RANGE = 30;

interface Clocks {
  /** AWS's time in milliseconds. */
  aws(): number;
  /** This computer's, which an authenticator app on it goes by. */
  computer(): number;
}

type Codes = [string, string];

/** `123 456` is how apps show it. */
export const withoutSpaces = (code: string): string => code.replace(/\s/g, '');

/**
 * Says what is wrong with two codes before AWS is asked: it has an own sentence for each cause, and no try is burnt.
 * Codes pass only while the second is at most one step from AWS's time; later, AWS would take a device that is out of
 * step, which fails at the first sign-in. While the second is '', the first is judged alone.
 */
export function codeValidator(seed: Secret, clocks: Clocks): (codes: Codes) => Text | undefined {
  const counterOf = (code: string): number | undefined => {
    const now = Math.floor(clocks.aws() / PERIOD);
    const nearest = Array.from({ length: 2 * SEARCH_RANGE + 1 }, (_, i) => now + offsetAt(i));
    return nearest.find(
      (counter) => generateSync({ secret: seed.reveal(), epoch: counter * 30 }) === code,
    );
  };
  /** How late or early each code was when it was first seen: from then on it only gets older. */
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

/** 0, 1, -1, 2, -2 ...: the likely ones first. */
const offsetAt = (i: number): number => (i % 2 ? (i + 1) / 2 : -i / 2);

/** `drift`: steps that the code was ahead of AWS's time when it was typed. */
function clockProblem(drift: number, { aws, computer }: Clocks): Text {
  const seconds = Math.abs(drift) * 30;
  const ahead = (computer() - aws()) / 1000;
  // The app may run on this computer: then its clock explains the code.
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

/** For a hardware token: nobody but AWS knows its key. */
export function problemWithCodeFormat([first, second]: Codes): Text | undefined {
  const [one, two] = [withoutSpaces(first), withoutSpaces(second)];
  if (!/^\d{6}$/.test(one) || (two !== '' && !/^\d{6}$/.test(two))) return t('6 digits, please.');
  return one === two ? t('That is the same code again. Wait for a new one.') : undefined;
}
