import fc from 'fast-check';
import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import { say } from '../../../src/text/text.ts';
import { codeValidator, problemWithCodeFormat } from '../../../steps/iam/totp.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const START = Date.parse('2026-11-22T12:00:00Z');

/** The code on a phone whose clock is `drift` seconds ahead, at AWS's time `ms`. */
const codeAt = (ms: number, drift = 0): string =>
  generateSync({ secret: SEED, epoch: Math.floor(ms / 1000) + drift });

function validatorAtStart({ computer = 0 } = {}) {
  const time = { ms: START };
  const validate = codeValidator(new Secret(SEED), {
    aws: () => time.ms,
    computer: () => time.ms + computer * 1000,
  });
  const problemIn = (one: string, two = '') => {
    const text = validate([one, two]);
    return text && say(text);
  };
  return { time, said: problemIn };
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
      expect(validatorAtStart().said(code)).toBe('6 digits, please.');
    },
  );

  it('must differ, and the wait for the next one is given in seconds', () => {
    const { time, said } = validatorAtStart();
    time.ms += 18_000;
    const one = codeAt(time.ms);
    expect(said(one, one)).toBe('That is the same code again. Wait for a new one: 12 s.');
  });

  it('must follow each other', () => {
    const { time, said } = validatorAtStart();
    const one = codeAt(time.ms);
    said(one);
    time.ms += 60_000;
    expect(said(one, codeAt(time.ms))).toContain('not one after the other');
    expect(said(codeAt(time.ms), one)).toContain('not one after the other');
  });

  it('must belong to this key', () => {
    const other = generateSync({
      secret: SEED.toLowerCase().replaceAll('j', 'k').toUpperCase(),
      epoch: START / 1000,
    });
    expect(validatorAtStart().said(other)).toContain('not a code of this key');
  });

  it('expire while the owner looks away', () => {
    const { time, said } = validatorAtStart();
    const [one, two] = [codeAt(time.ms), codeAt(time.ms + 30_000)];
    expect(said(one)).toBeUndefined();
    time.ms += 90_000;
    expect(said(one, two)).toContain('too old by now');
  });

  it('reveal a phone whose clock is off', () => {
    const { time, said } = validatorAtStart();
    expect(said(codeAt(time.ms, 90))).toBe(
      "Your phone's clock is about 90 s ahead. Set it to automatic, then try again.",
    );
    expect(said(codeAt(time.ms, -60))).toContain('about 60 s old');
  });

  it('reveal a computer whose clock is off, if the app runs on it', () => {
    const { time, said } = validatorAtStart({ computer: 120 });
    expect(said(codeAt(time.ms, 120))).toContain('The clock of this computer is about 120 s ahead');
    expect(said(codeAt(time.ms, -90))).toContain('about 90 s old');
  });

  it('pass exactly if the second is at most one step from AWS’s time, at every drift and border', () => {
    const drift = fc.integer({ min: -120, max: 120 });
    const since = fc.integer({ min: 0, max: 59_999 });
    fc.assert(
      fc.property(drift, since, fc.integer({ min: 0, max: 29_999 }), (off, begin, pause) => {
        const { time, said } = validatorAtStart();
        const stepOf = (ms: number, seconds = 0) => Math.floor((ms / 1000 + seconds) / 30);
        time.ms += begin;
        const one = codeAt(time.ms, off);
        const first = stepOf(time.ms, off);
        const early = said(one);
        expect(early === undefined).toBe(Math.abs(first - stepOf(time.ms)) <= 1);
        if (early !== undefined) return;
        // The phone shows its next code, and the owner types it some time later.
        time.ms = (first + 1) * 30_000 - off * 1000 + pause;
        const two = codeAt(time.ms, off);
        const passes = Math.abs(first + 1 - stepOf(time.ms)) <= 1;
        expect(said(one, two) === undefined).toBe(passes);
      }),
    );
  });
});

describe('codes of a hardware token', () => {
  it('are checked by form only, because nobody but AWS knows the key', () => {
    expect(problemWithCodeFormat(['123 456', '654321'])).toBeUndefined();
    expect(problemWithCodeFormat(['123456', ''])).toBeUndefined();
    expect(problemWithCodeFormat(['123456', '123456'])).toBeDefined();
    expect(problemWithCodeFormat(['12345', '654321'])).toBeDefined();
  });
});
