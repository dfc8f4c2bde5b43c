import { describe, expect, it } from 'vitest';
import { problemWith } from '../../../src/engine/questions.ts';
import { say } from '../../../src/text/text.ts';
import { call, fakeStep, fakeWorld, text } from '../../support/engine/fakes.ts';
import { through } from '../../support/engine/through.ts';

describe('a text answer', () => {
  it.each([
    ['a line break', 'kim\nlee'],
    ['an escape sequence', '\u001b[2Jkim'],
    ['a null character', 'kim\0'],
    ['a mark that reverses the reading direction', 'kim\u202eeel'],
  ])('with %s is refused, whatever the question itself checks', (_, answer) => {
    const problem = problemWith(text('name'), answer);
    expect(problem && say(problem)).toBe('One line without control characters, please.');
  });

  it('may be any other line', () => {
    for (const answer of ['', 'kim lee', '김', '<kim>']) {
      expect(problemWith(text('name'), answer)).toBeUndefined();
    }
  });

  it('with a control character blocks the step, and nothing is sent', async () => {
    const step = fakeStep('a', {
      questions: () => ({ name: text('name') }),
      plan: (seen, { name }) => (seen ? [] : [call(String(name))]),
    });
    const fake = fakeWorld({ answers: { 'a.name': 'kim\u001b[2J' } });
    const row = await through([step], fake);
    expect([row.state, fake.sent, fake.kept]).toEqual(['blocked', [], {}]);
    expect(row.message && say(row.message)).toContain('without control characters');
  });
});
