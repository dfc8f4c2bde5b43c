import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { steps } from '../../../steps/index.ts';

describe.each(steps)('the step $id', ({ id, needs = [] }) => {
  it('has the name of its file, and a test that calls the contract', () => {
    expect(existsSync(`steps/${id}.ts`)).toBe(true);
    expect(readFileSync(`test/unit/steps/${id}.test.ts`, 'utf8')).toContain('contract(');
  });

  it('comes after the steps that it needs', () => {
    const before = steps
      .slice(
        0,
        steps.findIndex((step) => step.id === id),
      )
      .map((step) => step.id);
    expect(before).toEqual(expect.arrayContaining(needs));
  });
});
