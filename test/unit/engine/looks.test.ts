import { describe, expect, it } from 'vitest';
import { call, fakeStep, fakeWorld } from '../../support/engine/fakes.ts';
import { through } from '../../support/engine/through.ts';

/** A step that notes when it is looked at. */
const noting = (id: string, looked: string[], more: Parameters<typeof fakeStep>[1] = {}) => {
  const step = fakeStep(id, more);
  const observe: typeof step.observe = (look) => {
    looked.push(id);
    return step.observe(look);
  };
  return { ...step, observe };
};

describe('a step is looked at', () => {
  it('before it is asked about, after it is confirmed, and after it is done', async () => {
    const looked: string[] = [];
    const fake = fakeWorld({ interactive: true, ask: (id) => void looked.push(id) });
    await through([noting('a', looked)], fake);
    expect(looked).toEqual(['a', 'next', 'a', 'a.apply', 'a', 'a']);
  });

  it('before and after it is done, after the survey, where answers are there already and take no time', async () => {
    const looked: string[] = [];
    const fake = fakeWorld({ ask: (id) => void looked.push(id) });
    await through([noting('a', looked), noting('b', looked)], fake);
    expect(looked).toEqual(['a', 'b', 'a', 'a.apply', 'a', 'b', 'b.apply', 'b']);
  });

  it('side by side with what the step before may have changed, and not once more', async () => {
    const looked: string[] = [];
    const fake = fakeWorld({ interactive: true, ask: (id) => void looked.push(id) });
    const steps = [noting('a', looked), noting('b', looked, { needs: ['a'] }), noting('c', looked)];
    await through(steps, fake);
    const first = ['a', 'b', 'c', 'next', 'a', 'a.apply', 'a', 'a'];
    const second = ['b', 'b.apply', 'b', 'b'];
    expect(looked).toEqual([...first, ...second, 'c', 'c.apply', 'c', 'c']);
  });

  it('again after the owner took time to choose it, and not changed where another has', async () => {
    const fake = fakeWorld({
      interactive: true,
      ask(id) {
        if (id !== 'next') return undefined;
        fake.db.b = 1;
        return 'b';
      },
    });
    const row = await through([fakeStep('b', { plan: (seen) => (seen ? [] : [call('b')]) })], fake);
    expect([row.state, fake.asked, fake.sent]).toEqual(['secure', ['next'], []]);
  });

  it('again after a confirmation: what has changed meanwhile is asked for afresh', async () => {
    const plans = [[call('a')], [call('a', { danger: true })]];
    const step = fakeStep('a', { plan: (seen) => (seen > 1 ? [] : (plans[seen] ?? [])) });
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => {
        if (id !== 'a.apply') return undefined;
        fake.db.a ??= 1;
        return true;
      },
    });
    await through([step], fake);
    expect(fake.asked).toEqual(['next', 'a.apply', 'a.apply']);
    expect(fake.sent).toEqual(['a']);
  });
});
