import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/engine/step.ts';
import { visit } from '../../../support/hosts/samples.ts';
import { asking } from '../../../support/tui/asking.ts';
import { device } from '../../../support/tui/sample-account.ts';

describe('in practice, what only the owner can do', () => {
  const looking = async (question: Question<'visit'> = visit) => {
    const { answer, ...rest } = await asking(question, 'root-mfa');
    rest.tui.emit({ type: 'doing', step: 'root-mfa', changes: [device], looks: 6 });
    return { answer, ...rest };
  };

  it('is a key away', async () => {
    const { answer, type, shows } = await looking({ ...visit, simulate: async () => true });
    await shows('p do it for me (practice)');
    type('p');
    expect(await answer).toBe(true);
  });

  it('is said at once to be done and waited for, and is done once', async () => {
    let times = 0;
    const simulate = () => new Promise<true>(() => times++);
    const { type, shows } = await looking({ ...visit, simulate });
    await shows('p do it for me (practice)');
    type('p');
    await shows('Done for you. Waiting for AWS to show it…');
    type('p');
    type('?');
    await shows('Keys');
    expect(times).toBe(1);
  });

  it('says before anything else that the real page stays closed', async () => {
    const said =
      /─\n Practice: press p and it is done\. Do not open the real page\.\n Switch it on/;
    const practising = await looking({ ...visit, simulate: async () => true });
    await practising.shows('Switch it on');
    expect(practising.text()).toMatch(said);
    const real = await looking();
    await real.shows('Switch it on');
    expect(real.text()).not.toContain('Practice');
  });

  it('what the practice owner runs into reaches the engine', async () => {
    const failing = { ...visit, simulate: () => Promise.reject(new Error('no device')) };
    const { answer, type } = await looking(failing);
    type('p');
    await expect(answer).rejects.toThrow('no device');
  });
});
