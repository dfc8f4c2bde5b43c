import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapters, steps } from '../../../steps/index.ts';

describe('the table of contents', () => {
  it('gives each chapter and each step an id that no other has, so that --only can name both', () => {
    const ids = [...chapters, ...steps].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('holds every step of the folder in exactly one chapter', () => {
    const listed = chapters.flatMap((chapter) => chapter.steps.map(({ id }) => id));
    const files = readdirSync('steps').filter(
      (name) => name.endsWith('.ts') && name !== 'index.ts',
    );
    expect(listed.sort()).toEqual(files.map((name) => name.replace('.ts', '')).sort());
  });

  it('has no empty chapter', () => {
    for (const { steps } of chapters) expect(steps).not.toEqual([]);
  });
});

describe.each(steps)('the step $id', ({ id, needs = [], level = 'essential', ...step }) => {
  it('has the name of its file, and a test that calls the contract, which is about AWS', () => {
    expect(existsSync(`steps/${id}.ts`)).toBe(true);
    const run = step.onComputer ? 'runSteps(' : 'contract(';
    expect(readFileSync(`test/unit/steps/${id}.test.ts`, 'utf8')).toContain(run);
  });

  it('lists the questions that it may ask, so that an answers file is held to them', () => {
    // The compiler holds the list to the questions.
    expect(step.mayAsk !== undefined).toBe(step.questions !== undefined);
  });

  it('needs only essential steps if it is essential, so that secure depends on nothing else', () => {
    const needed = steps.filter((step) => needs.includes(step.id));
    const others = needed.filter(({ level = 'essential' }) => level !== 'essential');
    if (level === 'essential') expect(others).toEqual([]);
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
