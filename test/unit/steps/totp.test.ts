import fc from 'fast-check';
import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import { say } from '../../../src/text/text.ts';
import { codeValidator, problemWithCodeFormat } from '../../../steps/iam/totp.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const START = Date.parse('2026-11-22T12:00:00Z');

/** What a phone whose clock is `drift` seconds ahead shows at AWS's time `ms`. */
const shown = (ms: number, drift = 0): string =>
  generateSync({ secret: SEED, epoch: Math.floor(ms / 1000) + drift });

function checking({ computer = 0 } = {}) {
  const time = { ms: START };
  const check = codeValidator(new Secret(SEED), {
    aws: () => time.ms,
    computer: () => time.ms + computer * 1000,
  });
  const said = (one: string, two = '') => {
    const text = check([one, two]);
    return text && say(text);
  };
  return { time, said };
}

describe('two codes', () => {
  it('pass when they are typed one after the other, with a blank or without', () => {
    const { time, said } = checking();
    const one = shown(time.ms);
    expect(said(one)).toBeUndefined();
    time.ms += 30_000;
    const two = shown(time.ms);
    expect(said(one, `${two.slice(0, 3)} ${two.slice(3)}`)).toBeUndefined();
  });

  it.each(['12345', '1234567', 'abcdef', '12 34', '', '１２３４５６'])(
    'must be six digits, which "%s" is not',
    (code) => {
      expect(checking().said(code)).toBe('6 digits, please.');
    },
  );

  it('must not be the same, and the wait for the next is said in seconds', () => {
    const { time, said } = checking();
    time.ms += 18_000;
    const one = shown(time.ms);
    expect(said(one, one)).toBe('That is the same code again. Wait for a new one: 12 s.');
  });

  it('must follow each other', () => {
    const { time, said } = checking();
    const one = shown(time.ms);
    said(one);
    time.ms += 60_000;
    expect(said(one, shown(time.ms))).toContain('not one after the other');
    expect(said(shown(time.ms), one)).toContain('not one after the other');
  });

  it('must be of this key', () => {
    const other = generateSync({
      secret: SEED.toLowerCase().replaceAll('j', 'k').toUpperCase(),
      epoch: START / 1000,
    });
    expect(checking().said(other)).toContain('not a code of this key');
  });

  it('grow too old while the owner looks away', () => {
    const { time, said } = checking();
    const [one, two] = [shown(time.ms), shown(time.ms + 30_000)];
    expect(said(one)).toBeUndefined();
    time.ms += 90_000;
    expect(said(one, two)).toContain('too old by now');
  });

  it('tell of a phone whose clock is off', () => {
    const { time, said } = checking();
    expect(said(shown(time.ms, 90))).toBe(
      "Your phone's clock is about 90 s ahead. Set it to automatic, then try again.",
    );
    expect(said(shown(time.ms, -60))).toContain('about 60 s old');
  });

  it('tell of a computer whose clock is off, where the app goes by it', () => {
    const { time, said } = checking({ computer: 120 });
    expect(said(shown(time.ms, 120))).toContain('The clock of this computer is about 120 s ahead');
    expect(said(shown(time.ms, -90))).toContain('about 90 s old');
  });

  it('pass or fail by one rule at every drift and every border: the second is at most one step from AWS’s time', () => {
    const drift = fc.integer({ min: -120, max: 120 });
    const since = fc.integer({ min: 0, max: 59_999 });
    fc.assert(
      fc.property(drift, since, fc.integer({ min: 0, max: 29_999 }), (off, begin, pause) => {
        const { time, said } = checking();
        const stepOf = (ms: number, seconds = 0) => Math.floor((ms / 1000 + seconds) / 30);
        time.ms += begin;
        const one = shown(time.ms, off);
        const first = stepOf(time.ms, off);
        const early = said(one);
        expect(early === undefined).toBe(Math.abs(first - stepOf(time.ms)) <= 1);
        if (early !== undefined) return;
        // The phone moves on to its next code; the owner types it some time after that.
        time.ms = (first + 1) * 30_000 - off * 1000 + pause;
        const two = shown(time.ms, off);
        const passes = Math.abs(first + 1 - stepOf(time.ms)) <= 1;
        expect(said(one, two) === undefined).toBe(passes);
      }),
    );
  });
});

describe('codes of a hardware token', () => {
  it('are checked by form alone: nobody but AWS knows the key', () => {
    expect(problemWithCodeFormat(['123 456', '654321'])).toBeUndefined();
    expect(problemWithCodeFormat(['123456', ''])).toBeUndefined();
    expect(problemWithCodeFormat(['123456', '123456'])).toBeDefined();
    expect(problemWithCodeFormat(['12345', '654321'])).toBeDefined();
  });
});
