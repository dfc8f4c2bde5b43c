import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { t } from '../../../src/text/text.ts';
import { otherUses } from '../../../steps/root/other-uses.ts';

const event = (userAgent: string) => ({ CloudTrailEvent: JSON.stringify({ userAgent }) });

/** A look at an account with these regions and events. `undefined`: AWS denies the list. */
const lookAt = (regions: string[] | undefined, Events: object[]) =>
  ({
    account: { region: 'us-east-1' },
    clock: () => Date.parse('2026-11-22T12:00:00Z'),
    read: async (_: string, operation: string) => {
      if (operation === 'LookupEvents') return { Events };
      if (!regions) throw new Blocked(t('denied'), [], { deniedBy: 'others' });
      return { Regions: regions.map((RegionName) => ({ RegionName })) };
    },
  }) as never;

describe('the root key that signs a run', () => {
  it.each([
    ['is unused if only Rootlock used it', ['eu-west-1'], ['rootlock aws-sdk-js/3'], false],
    ['is in use if another program used it', ['eu-west-1'], ['Boto3/1.40.0'], true],
    ['is in use if the other program has a like name', ['eu-west-1'], ['my-rootlock-app/2'], true],
    ['is unknown while the regions may not be listed', undefined, ['rootlock'], null],
    ['is unknown if no region is listed, which cannot be', [], ['rootlock'], null],
  ])('%s', async (_, regions, agents, used) => {
    expect(await otherUses(lookAt(regions, agents.map(event)), 'AKIA1')).toMatchObject({ used });
  });
});
