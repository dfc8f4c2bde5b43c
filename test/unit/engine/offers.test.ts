import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeStep, fakeWorld } from '../../support/engine/fakes.ts';
import { through } from '../../support/engine/through.ts';

describe('an offer', () => {
  const offering = fakeStep('a', {
    plan: (seen) => (seen ? [] : [call('a', { offerId: 'more' })]),
  });

  it('leaves the step secure, and is not taken unasked', async () => {
    const fake = fakeWorld();
    const row = await through([offering], fake);
    expect([row.state, row.changes.length, fake.sent, fake.asked]).toEqual(['secure', 1, [], []]);
  });

  it('is taken by the owner, who looks closer', async () => {
    const choices = ['a'];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => (id === 'next' ? choices.shift() : id === 'a.more' ? true : undefined),
    });
    await through([offering], fake);
    expect([fake.asked, fake.sent]).toEqual([['next', 'a.more'], ['a']]);
  });

  it('that fails leaves the step secure, and says why', async () => {
    const choices = ['a'];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => (id === 'next' ? choices.shift() : id === 'a.more' ? true : undefined),
      send: async () => {
        throw new Blocked(t('denied'), [t('ask')]);
      },
    });
    const row = await through([offering], fake);
    expect([row.state, row.message && say(row.message)]).toEqual(['secure', 'denied']);
  });

  it('is refused by default', async () => {
    const choices = ['a'];
    const fake = fakeWorld({
      interactive: true,
      ask: (id) => (id === 'next' ? choices.shift() : undefined),
    });
    await through([offering], fake);
    expect([fake.asked, fake.sent]).toEqual([['next', 'a.more', 'next'], []]);
  });
});
