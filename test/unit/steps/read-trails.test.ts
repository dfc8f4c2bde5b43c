import { expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Account, Look } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { readTrails } from '../../../steps/trail/read-trails.ts';
import { isUnreadable } from '../../../steps/trail/trails.ts';

const ELSEWHERE = 'eu-west-1';
const FORBIDDEN = new Blocked(t('no'), [], { deniedBy: 'organization', status: 403 });

const arnOf = (name: string) => `arn:aws:cloudtrail:${ELSEWHERE}:123456789012:trail/${name}`;

/** Two trails of another region. The organization forbids to read what `forbids` says, of one trail or of both. */
function lookAt(forbids: (operation: string, trail: string) => boolean): Look {
  const trailList = ['open', 'shut'].map((name) => ({
    Name: name,
    TrailARN: arnOf(name),
    HomeRegion: ELSEWHERE,
    S3BucketName: 'logs',
  }));
  const read = async (
    _: string,
    operation: string,
    input: { Name?: string; TrailName?: string },
  ) => {
    const { Name = input.TrailName ?? '' } = input;
    if (Name !== '' && forbids(operation, Name)) throw FORBIDDEN;
    return { DescribeTrails: { trailList }, GetTrailStatus: { IsLogging: true } }[operation] ?? {};
  };
  const account = { id: '123456789012', region: 'us-east-1' } as Account;
  return { account, read, find: read } as unknown as Look;
}

async function unreadableAt(forbids: Parameters<typeof lookAt>[0]) {
  const { trails, outOfScope } = await readTrails(lookAt(forbids));
  expect(trails).toHaveLength(2);
  return { unreadable: trails.filter(isUnreadable).map(({ name }) => name), outOfScope };
}

it('makes one trail unknown if the organization forbids to read it, and not its neighbour', async () => {
  expect(await unreadableAt((_, trail) => trail === arnOf('shut'))).toEqual({
    unreadable: ['shut'],
    outOfScope: [],
  });
});

it('makes all trails of a region unknown, and names it, if each read says that it is closed', async () => {
  expect(await unreadableAt(() => true)).toEqual({
    unreadable: ['open', 'shut'],
    outOfScope: [ELSEWHERE],
  });
});
