import fc from 'fast-check';
import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import { say } from '../../../src/text/text.ts';
import { codeChecks, isSeed, problemWithCodeFormat } from '../../../steps/iam/totp.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const START = Date.parse('2026-11-22T12:00:00Z');

/** The code on a phone whose clock is `drift` seconds ahead, at AWS's time `ms`. */
const codeAt = (ms: number, drift = 0): string =>
  generateSync({ secret: SEED, epoch: Math.floor(ms / 1000) + drift });

function validatorAtStart({ computer = 0 } = {}) {
  const time = { ms: START };
  const { validate, remark } = codeChecks(new Secret(SEED), {
    aws: () => time.ms,
    computer: () => time.ms + computer * 1000,
  });
  const problemIn = (one: string, two = '') => {
    const text = validate([one, two]);
    return text && say(text);
  };
  const remarkOn = (one: string) => {
    const text = remark([one, '']);
    return text && say(text);
  };
  return { time, said: problemIn, remarkOn };
}

describe('two codes', () => {
  it('pass if they are typed one after the other, with or without blanks', () => {
    const { time, said } = validatorAtStart();
    const one = codeAt(time.ms);
    expect(said(one)).toBeUndefined();
    time.ms += 30_000;
    const two = codeAt(time.ms);
    expect(said(one, `${two.slice(0, 3)} ${two.slice(3)}`)).toBeUndefined();
  });

  it.each(['12345', '1234567', 'abcdef', '12 34', '', '１２３４５６'])(
    'must be six digits, unlike "%s"',
    (code) => {
      expect(validatorAtStart().said(code)).toBe('Enter 6 digits.');
    },
  );

  it.each(['12', '1234567', 'x123456', '123456x'])(
    'must be six digits both, unlike the second "%s"',
    (code) => {
      const { time, said } = validatorAtStart();
      expect(said(codeAt(time.ms), code)).toBe('Enter 6 digits.');
    },
  );

  it('must differ, and the wait for the next one is given in seconds', () => {
    const { time, said } = validatorAtStart();
    time.ms += 18_000;
    const one = codeAt(time.ms);
    expect(said(one, one)).toBe('That is the same code. Wait 12 s for a new one.');
  });

  it('must follow each other', () => {
    const { time, said } = validatorAtStart();
    const one = codeAt(time.ms);
    said(one);
    time.ms += 60_000;
    expect(said(one, codeAt(time.ms))).toContain('did not follow one another');
    expect(said(codeAt(time.ms), one)).toContain('did not follow one another');
  });

  it('must belong to this key', () => {
    const other = generateSync({
      secret: SEED.toLowerCase().replaceAll('j', 'k').toUpperCase(),
      epoch: START / 1000,
    });
    expect(validatorAtStart().said(other)).toContain("doesn't match");
  });

  it('expire while the owner looks away', () => {
    const { time, said } = validatorAtStart();
    const [one, two] = [codeAt(time.ms), codeAt(time.ms + 30_000)];
    expect(said(one)).toBeUndefined();
    time.ms += 60_000;
    expect([said(one), said(one, two)]).toEqual([undefined, undefined]);
    time.ms += 30_000;
    expect(said(one, two)).toContain('too old by now');
    // No other code follows it, so whoever is asked again has to begin with another first.
    expect(said(one)).toContain('too old by now');
  });

  // Drifts in seconds, as AWS takes them: the second code is 998 steps behind AWS's time at most, or 1000 ahead.
  it.each([90, -60, 3000, 999 * 30, -998 * 30])(
    'pass from a phone whose clock is off by %s s, and its drift is told',
    (drift) => {
      const { time, said, remarkOn } = validatorAtStart();
      const one = codeAt(time.ms, drift);
      expect(said(one)).toBeUndefined();
      expect(remarkOn(one)).toContain(`about ${Math.abs(drift)} s ${drift > 0 ? 'ahead' : 'old'}`);
      time.ms += 30_000;
      expect(said(one, codeAt(time.ms, drift))).toBeUndefined();
    },
  );

  it.each([1000 * 30, -1000 * 30])('do not pass from a clock that is off by %s s', (drift) => {
    const { time, said } = validatorAtStart();
    expect(said(codeAt(time.ms, drift))).toContain("doesn't match");
  });

  it('call for no remark if the clock is right', () => {
    const { time, remarkOn } = validatorAtStart();
    expect([-30, 0, 30].map((drift) => remarkOn(codeAt(time.ms, drift)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reveal a computer whose clock is off, if the app runs on it', () => {
    const { time, remarkOn } = validatorAtStart({ computer: 120 });
    expect(remarkOn(codeAt(time.ms, 120))).toContain(
      'The clock of this computer is about 120 s ahead',
    );
    expect(remarkOn(codeAt(time.ms, -90))).toContain('about 90 s old');
    const behind = validatorAtStart({ computer: -90 });
    expect(behind.remarkOn(codeAt(behind.time.ms, -120))).toContain(
      'The clock of this computer is about 120 s behind, and so is the code.',
    );
  });

  it('pass at every drift, unless they became old while they were typed', () => {
    const drift = fc.integer({ min: -600, max: 600 });
    const since = fc.integer({ min: 0, max: 29_999 });
    const pause = fc.integer({ min: 0, max: 119_999 });
    fc.assert(
      fc.property(drift, since, pause, (off, begin, waited) => {
        const { time, said } = validatorAtStart();
        const stepOf = (ms: number, seconds = 0) => Math.floor((ms / 1000 + seconds) / 30);
        time.ms += begin;
        const one = codeAt(time.ms, off);
        const first = stepOf(time.ms, off);
        const seen = first - stepOf(time.ms);
        expect(said(one)).toBeUndefined();
        // The phone shows its next code, and the owner types it some time later.
        const shown = (first + 1) * 30_000 - off * 1000;
        const two = codeAt(shown, off);
        time.ms = shown + waited;
        const late = stepOf(time.ms) + seen - (first + 1);
        expect(said(one, two) === undefined).toBe(late <= 1);
      }),
    );
  });
});

describe('the key of a device', () => {
  it.each([SEED, SEED.slice(0, 32)])('is Base32, like %s', (seed) => {
    expect(isSeed(new Secret(seed))).toBe(true);
  });

  it.each(['', 'not base32!', '0189'.repeat(16), SEED.slice(0, 16)])('is not "%s"', (seed) => {
    expect(isSeed(new Secret(seed))).toBe(false);
  });
});

describe('codes of a hardware token', () => {
  it('are checked by form only, because nobody but AWS knows the key', () => {
    expect(problemWithCodeFormat(['123 456', '654321'])).toBeUndefined();
    expect(problemWithCodeFormat(['123456', ''])).toBeUndefined();
  });

  it.each([
    ['123456', '123456', 'That is the same code. Wait for a new one.'],
    ...['12345', '1234567', 'x123456', ''].map((one) => [one, '654321', 'Enter 6 digits.']),
    ...['65432', '6543210', 'x654321'].map((two) => ['123456', two, 'Enter 6 digits.']),
  ])('are not "%s" and "%s"', (one = '', two = '', sentence = '') => {
    const problem = problemWithCodeFormat([one, two]);
    expect(problem && say(problem)).toBe(sentence);
  });
});
