import { generateSync } from 'otplib';
import type { Secret } from '../../src/engine/secret.ts';
import { type Text, t } from '../../src/text/text.ts';

/** Milliseconds. RFC 6238 with the values of AWS and the apps: six digits, 30 seconds, SHA-1. */
const PERIOD = 30_000;
/**
 * Periods each way that AWS looks for the first of two codes: from 998 before to 1000 after for the second. AWS keeps how
 * far the device is off and counts from it, and at sign-in takes codes that are up to two periods off from there.
 */
const SEARCH_RANGE = 999;

interface Clocks {
  /** AWS's time in milliseconds. */
  aws(): number;
  /** This computer's time in milliseconds: an authenticator app on it uses it. */
  computer(): number;
}

type Codes = [string, string];

/** Apps show codes as `123 456`. */
export const withoutSpaces = (code: string): string => code.replace(/\s/g, '');

/** Can codes be made of it? Then it is Base32 and has 16 bytes at least. */
export function isSeed(seed: Secret): boolean {
  try {
    generateSync({ secret: seed.reveal(), epoch: 0 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks two codes before AWS is asked: each cause has its own sentence, and no attempt is used up. While the second code
 * is '', only the first is checked.
 *
 * - `validate` refuses what AWS would refuse: codes that are not of this key, or not in a row. It also refuses a pair that
 *   has become old while it was typed, because AWS would take the delay for the drift of the device: also a first code whose
 *   next one would be too old by now.
 * - `remark` tells of a device whose clock is off. AWS takes its codes.
 */
export function codeChecks(seed: Secret, clocks: Clocks) {
  const now = () => Math.floor(clocks.aws() / PERIOD);
  const codes = new Map<number, string>();
  const codeAt = (counter: number): string => {
    const code = codes.get(counter) ?? generateSync({ secret: seed.reveal(), epoch: counter * 30 });
    codes.set(counter, code);
    return code;
  };
  /** The nearest period of a code, if `next` is '' or follows it. */
  const counterOf = (code: string, next = ''): number | undefined => {
    const here = now();
    for (let i = 0; i <= 2 * SEARCH_RANGE; i++) {
      const counter = here + offsetAt(i);
      if (codeAt(counter) !== code) continue;
      if (next === '' || codeAt(counter + 1) === next) return counter;
    }
    return undefined;
  };
  /** Periods that each code was ahead of AWS's time when it was first typed. A code only gets older afterwards. */
  const driftAtFirstSight = new Map<string, number>();
  const driftOf = (code: string, counter: number): number => {
    const drift = driftAtFirstSight.get(code) ?? counter - now();
    driftAtFirstSight.set(code, drift);
    return drift;
  };

  function validate([first, second]: Codes): Text | undefined {
    const [one, two] = [withoutSpaces(first), withoutSpaces(second)];
    if (!/^\d{6}$/.test(one) || (two !== '' && !/^\d{6}$/.test(two))) return t('Enter 6 digits.');
    const nearest = counterOf(one);
    if (nearest === undefined) {
      return t("That code doesn't match. Are you reading the entry you just added?");
    }
    const drift = driftOf(one, nearest);
    if (two === one) {
      const seconds = Math.ceil((PERIOD - (clocks.aws() % PERIOD)) / 1000);
      return t('That is the same code. Wait {seconds} s for a new one.', { seconds });
    }
    const counter = counterOf(one, two);
    if (counter === undefined) {
      return t(
        'These codes did not follow one another. Wait for the next code, then enter two in a row.',
      );
    }
    const late = now() + drift - (counter + 1);
    return counter === nearest && late > 1
      ? t('These codes are too old by now. Enter two new ones without a pause.')
      : undefined;
  }

  function remark([first]: Codes): Text | undefined {
    const one = withoutSpaces(first);
    const counter = counterOf(one);
    const drift = counter === undefined ? 0 : driftOf(one, counter);
    return Math.abs(drift) > 1 ? clockRemark(drift, clocks) : undefined;
  }

  return { validate, remark };
}

/** 0, 1, -1, 2, -2 ...: likely offsets first. */
const offsetAt = (i: number): number => (i % 2 ? (i + 1) / 2 : -i / 2);

/** `drift`: periods that the code was ahead of AWS's time when it was typed. */
function clockRemark(drift: number, { aws, computer }: Clocks): Text {
  const seconds = Math.abs(drift) * 30;
  const ahead = (computer() - aws()) / 1000;
  // If this computer's clock is off by the same amount, the app runs on this computer.
  const clock =
    Math.abs(ahead - drift * 30) <= 30 ? computerClock(drift, seconds) : phoneClock(drift, seconds);
  return t(
    '{clock} AWS accepts these codes, and expects the same difference from now on. Better set the clock to automatic first, then enter two new codes.',
    { clock },
  );
}

const computerClock = (drift: number, seconds: number): Text =>
  drift < 0
    ? t('The clock of this computer is about {seconds} s behind, and so is the code.', {
        seconds,
      })
    : t('The clock of this computer is about {seconds} s ahead, and so is the code.', {
        seconds,
      });

const phoneClock = (drift: number, seconds: number): Text =>
  drift < 0
    ? t("This code is about {seconds} s old. If it is the newest, your phone's clock is behind.", {
        seconds,
      })
    : t("Your phone's clock is about {seconds} s ahead.", { seconds });

/** Checks the form only: nobody but AWS knows the key of a hardware token. */
export function problemWithCodeFormat([first, second]: Codes): Text | undefined {
  const [one, two] = [withoutSpaces(first), withoutSpaces(second)];
  if (!/^\d{6}$/.test(one) || (two !== '' && !/^\d{6}$/.test(two))) return t('Enter 6 digits.');
  return one === two ? t('That is the same code. Wait for a new one.') : undefined;
}
