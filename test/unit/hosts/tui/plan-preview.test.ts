import { describe, expect, it } from 'vitest';
import type { Change, Question } from '../../../../src/engine/step.ts';
import { withoutRepeatedUndo } from '../../../../src/hosts/sentences.ts';
import { t } from '../../../../src/text/text.ts';
import { agree, length, which } from '../../../support/hosts/samples.ts';
import { asking } from '../../../support/tui/asking.ts';
import { policy } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

/** A plan that says the answer, and what the owner has agreed to. */
function previewing(more: object = {}) {
  const agreed: Change[][] = [];
  const preview: Question<'number'>['preview'] = {
    changesFor: (value) => [
      {
        ...policy,
        diff: [[t('length'), t('8'), t('{value} letters', { value: value ?? 'some' })]],
        ...more,
      },
    ],
    agree: (shown) => void agreed.push(shown),
  };
  return { agreed, preview };
}

describe('the plan beside a question', () => {
  it('leaves the purpose in sight if no screen holds each change', async () => {
    const changes = Array.from({ length: 40 }, (_, n) => ({
      ...policy,
      diff: [],
      summary: t('Change number {n}', { n }),
    }));
    const { shows, text } = await asking({ ...length, preview: { changesFor: () => changes } });
    await shows(/more lines/);
    expect(text()).toMatch(/People who sign in with a password/);
    expect(text()).toMatch(/Change number 0/);
  });

  it('follows what is typed, and Enter makes it', async () => {
    const { agreed, preview } = previewing();
    const { answer, type, shows } = await asking({ ...length, preview });
    await shows('14 letters');
    await shows('Enter  Make this change');
    type('20');
    await shows('20 letters');
    type(KEY.enter);
    expect(await answer).toBe(20);
    expect(agreed).toEqual([preview.changesFor(20)]);
  });

  it('is counted as it is told: changes that belong together are one', async () => {
    const { preview } = previewing();
    const made = (together: string) => ({
      ...policy,
      diff: [],
      together: t('{together}', { together }),
    });
    const changes = ['filters', 'filters', 'alarms', 'alarms', 'alarms'].map(made);
    const { shows } = await asking({
      ...length,
      preview: { ...preview, changesFor: () => changes },
    });
    await shows('Enter  Make these 2 changes');
  });

  it('of changes that are told as one is not said twice where lines are scarce', async () => {
    const change = { ...policy, diff: [], together: t('In all regions') };
    const preview = { changesFor: () => [change, change] };
    const { shows, text } = await asking({ ...length, preview }, 'password-policy', {
      columns: 60,
      rows: 14,
    });
    await shows('In all regions');
    expect(text()).not.toContain('In detail');
  });

  it('is that of the answers so far until there is a good one', async () => {
    const { preview } = previewing();
    const { shows, text, type } = await asking({ ...length, initial: 3, preview });
    await shows('some letters');
    expect(text()).not.toMatch(/Make this change|the plan above is for/);
    type('20');
    await shows('20 letters');
  });

  it('is made by no key while another question follows from the answer', async () => {
    const { agreed, preview } = previewing();
    const leadsOn = (value: number) => value > 20;
    const { answer, type, shows, text } = await asking({ ...length, preview, leadsOn });
    await shows('Enter  Make this change');
    type('30');
    await shows('Enter  Continue');
    expect(text()).not.toContain('Make this change');
    type(KEY.enter);
    expect(await answer).toBe(30);
    expect(agreed).toEqual([]);
  });

  it('stays the last good one while the answer is refused, and nothing makes it', async () => {
    const { agreed, preview } = previewing();
    const { type, shows, text } = await asking({ ...length, preview });
    type('30');
    await shows('30 letters');
    type('0');
    await shows(/! .*6 to 128/);
    expect(text()).toContain('30 letters');
    expect(text()).not.toContain('Make this change');
    type(KEY.enter);
    await shows('[ 300 ');
    expect(agreed).toEqual([]);
  });

  it('is not agreed to before it is on the screen', async () => {
    const { agreed, preview } = previewing();
    const { answer, type } = await asking({ ...length, preview });
    type(`20${KEY.enter}`);
    expect(await answer).toBe(20);
    expect(agreed).toEqual([]);
  });

  it('comes before the reasons where lines are scarce', async () => {
    const { agreed, preview } = previewing();
    const small = { columns: 40, rows: 14 };
    const { answer, type, shows } = await asking({ ...length, preview }, 'password-policy', small);
    await shows('Set a password policy');
    type(KEY.enter);
    await answer;
    expect(agreed).toHaveLength(1);
  });

  it('is not agreed to where no line of it has room', async () => {
    const { agreed, preview } = previewing();
    const tiny = { columns: 40, rows: 11 };
    const { answer, type, text } = await asking({ ...length, preview }, 'password-policy', tiny);
    expect(text()).not.toContain('Set a password policy');
    type(KEY.enter);
    await answer;
    expect(agreed).toEqual([]);
  });

  it('of many changes says each in a line first, and is agreed to only where all of these have room', async () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      ...policy,
      summary: t('Change number {n}', { n }),
      diff: [[t('one'), t('two'), t('three')]] satisfies Change['diff'],
    }));
    for (const [rows, agrees] of [
      [24, true],
      [13, false],
    ] as const) {
      const agreed: Change[][] = [];
      const preview = {
        changesFor: () => many,
        agree: (shown: Change[]) => void agreed.push(shown),
      };
      const size = { columns: 60, rows };
      const { answer, type, text } = await asking({ ...length, preview }, 'password-policy', size);
      const inSight = many.filter((_, n) => text().includes(`Change number ${n}`));
      expect(inSight.length === many.length, text()).toBe(agrees);
      expect(/make these 6 changes/i.test(text()), text()).toBe(agrees);
      expect(/Enter +continue/i.test(text()), text()).toBe(!agrees);
      type(KEY.enter);
      await answer;
      expect(agreed).toHaveLength(agrees ? 1 : 0);
    }
  });

  it('that no screen holds is gone on from, by the button and by the foot of the screen', async () => {
    const changes = Array.from({ length: 40 }, () => ({ ...policy, diff: [] }));
    const preview = { changesFor: () => changes, agree: () => undefined };
    const { shows, text } = await asking({ ...length, preview });
    await shows('Enter  Continue');
    expect(text()).toMatch(/Enter continue/);
    expect(text()).not.toMatch(/make these/i);
  });

  it('with danger is only gone on from: its question comes by itself', async () => {
    const { agreed, preview } = previewing({ danger: true });
    const { answer, type, shows } = await asking({ ...length, preview });
    await shows('Enter  Continue');
    type(KEY.enter);
    expect(await answer).toBe(14);
    expect(agreed).toEqual([]);
  });

  it('follows a choice and a yes or no too', async () => {
    const { preview } = previewing();
    const choosing = await asking({ ...which, preview: preview as never });
    await choosing.shows('b letters');
    choosing.type(KEY.up);
    await choosing.shows('a letters');
    const deciding = await asking({ ...agree, preview: preview as never });
    await deciding.shows('true letters');
    deciding.type('n');
    await deciding.shows('false letters');
  });
});

it('a question whether to throw something away is left by none of the keys that leave others', async () => {
  const { answer, type, shows, text } = await asking({ ...agree, initial: false, role: 'leave' });
  expect(text()).not.toMatch(/quit|skip/);
  type('qqqs');
  type('y');
  await shows('Enter  Yes');
  type(KEY.enter);
  expect(await answer).toBe(true);
});

it('an undo that several changes in a row share is said once, below the last', () => {
  const undo = t('IAM console');
  const other = { ...policy, undo: t('Billing console') };
  const same = { ...policy, undo };
  expect(withoutRepeatedUndo([same, same, other]).map((change) => change.undo)).toEqual([
    undefined,
    undo,
    other.undo,
  ]);
});
