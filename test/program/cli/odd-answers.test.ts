import { describe, expect, it } from 'vitest';
import { KEYS, startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, run } from '../../support/program/program.ts';

/** What is not AWS answers so: the SDK passes on the first, and takes the other two for an empty account. */
const ODD: Record<string, string> = {
  DescribeTrails: '{"trailList":"x"}',
  ListTrails: '{"Trails":[["x"]]}',
  GetAccountAuthorizationDetails: '<UserDetailList>x</UserDetailList>',
};

describe('answers of another shape than AWS has', () => {
  it.each([
    'status --only cloudtrail',
    'status --only everyones-mfa',
    'review people',
    'review trail',
  ])('are damaged to %s, which ends with 3', async (command) => {
    const { url } = await startStub((operation) => ODD[operation]);
    const args = [...command.split(' '), '--endpoint-url', url];
    const { code, out, err } = await run(args, { home: emptyFolder(), env: KEYS });
    expect([code, err.includes('bug in Rootlock')]).toEqual([3, false]);
    expect((out + err).replace(/\s+/g, ' ')).toContain('arrived damaged');
  });
});
