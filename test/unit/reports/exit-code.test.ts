import { expect, test } from 'vitest';
import type { Level, StepState } from '../../../src/engine/step.ts';
import { exitCode } from '../../../src/reports/exit-code.ts';
import { row } from '../../support/reports/sample-rows.ts';

const PLAIN = { all: false, chosen: false, playbook: false };
const ALL = { ...PLAIN, all: true };
const CHOSEN = { ...PLAIN, chosen: true };
const PLAYBOOK = { ...PLAIN, playbook: true };

const codeOf = (...states: StepState[]) =>
  exitCode(
    states.map((state) => row(state)),
    PLAIN,
  );

/** The exit code of an account that is secure, with one more step of this level in this state. */
const codeWith = (level: Level, state: StepState, wanted = PLAIN) =>
  exitCode([row('secure'), row(state, { level })], wanted);

test('the exit code is 0 if everything is secure or attested', () => {
  expect(codeOf('secure', 'attested')).toBe(0);
});

test.each<StepState>(['pending', 'waiting', 'skipped'])(
  'the exit code is 2 if an essential step is %s, and with --all or --only if a recommended one is',
  (state) => {
    expect(codeOf('secure', state)).toBe(2);
    expect(codeWith('recommended', state)).toBe(0);
    expect(codeWith('recommended', state, CHOSEN)).toBe(2);
    expect(codeWith('recommended', state, ALL)).toBe(2);
  },
);

test.each<StepState>(['pending', 'waiting', 'skipped'])(
  'an optional step that is %s never counts',
  (state) => {
    for (const wanted of [PLAIN, CHOSEN, ALL]) expect(codeWith('optional', state, wanted)).toBe(0);
  },
);

test('the exit code is 3 if an essential step is blocked, whatever the others are', () => {
  expect(codeOf('secure', 'blocked')).toBe(3);
  expect(codeOf('blocked', 'pending')).toBe(3);
  expect(codeWith('essential', 'blocked', ALL)).toBe(3);
});

test.each<Level>(['recommended', 'optional'])(
  'a blocked %s step counts only if it was asked for, so that no new step turns a 0 into a 3',
  (level) => {
    expect(codeWith(level, 'blocked')).toBe(0);
    expect(codeWith(level, 'blocked', CHOSEN)).toBe(3);
    expect(codeWith(level, 'blocked', ALL)).toBe(3);
    expect(exitCode([row('pending'), row('blocked', { level })], PLAIN)).toBe(2);
  },
);

test('a recommended step of a playbook may be left, but counts if it is blocked: the user who should go is still there', () => {
  expect(codeWith('recommended', 'skipped', PLAYBOOK)).toBe(0);
  expect(codeWith('recommended', 'blocked', PLAYBOOK)).toBe(3);
});
