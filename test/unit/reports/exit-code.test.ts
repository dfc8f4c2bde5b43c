import { expect, test } from 'vitest';
import type { StepState } from '../../../src/engine/step.ts';
import { exitCode } from '../../../src/reports/exit-code.ts';
import { row } from '../../support/reports/sample-rows.ts';

const codeOf = (...states: StepState[]) => exitCode(states.map((state) => row(state)));

test('the exit code is 0 if everything is secure or attested', () => {
  expect(codeOf('secure', 'attested')).toBe(0);
});

test.each<StepState>(['pending', 'waiting', 'skipped'])(
  'the exit code is 2 if a step is %s',
  (state) => {
    expect(codeOf('secure', state)).toBe(2);
  },
);

test('a skipped optional step does not count', () => {
  expect(exitCode([row('secure'), row('skipped', { optional: true })])).toBe(0);
});

test('the exit code is 3 if a step is blocked, whatever the others are', () => {
  expect(codeOf('secure', 'blocked')).toBe(3);
  expect(codeOf('blocked', 'pending')).toBe(3);
});

test('a blocked step counts even if it is optional, since somebody must act', () => {
  expect(exitCode([row('secure'), row('blocked', { optional: true })])).toBe(3);
});
