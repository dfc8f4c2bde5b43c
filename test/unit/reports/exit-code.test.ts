import { expect, test } from 'vitest';
import type { StepState } from '../../../src/engine/step.ts';
import { exitCode } from '../../../src/reports/exit-code.ts';
import { row } from '../../support/reports/sample-rows.ts';

const codeOf = (...states: StepState[]) => exitCode(states.map((state) => row(state)));

test('0: all is secure or attested', () => {
  expect(codeOf('secure', 'attested')).toBe(0);
});

test.each<StepState>(['pending', 'waiting', 'skipped'])('2: a step is %s', (state) => {
  expect(codeOf('secure', state)).toBe(2);
});

test('an optional step that is not set does not count', () => {
  expect(exitCode([row('secure'), row('skipped', { optional: true })])).toBe(0);
});

test('3: a step is blocked, whatever the others are', () => {
  expect(codeOf('secure', 'blocked')).toBe(3);
  expect(codeOf('blocked', 'pending')).toBe(3);
});

test('3: somebody must act on a blocked step even if it is optional', () => {
  expect(exitCode([row('secure'), row('blocked', { optional: true })])).toBe(3);
});
