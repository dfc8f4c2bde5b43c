import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/auth/identity.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { connectTo, errorOf } from '../../support/aws/local-endpoint.ts';
import { startStub, xml } from '../../support/aws/stub-aws.ts';

/** What `identify` makes of these answers of an endpoint. */
async function identified(account: string, arn: string, alias = '') {
  const { url } = await startStub((operation) =>
    operation === 'GetCallerIdentity'
      ? `<Arn>${xml(arn)}</Arn><Account>${xml(account)}</Account>`
      : `<AccountAliases><member>${xml(alias)}</member></AccountAliases>`,
  );
  return identify(connectTo(url).reads(), { accessKeyId: 'AKIAEXAMPLE' });
}

const ID = '123456789012';
const ROOT = `arn:aws:iam::${ID}:root`;

describe('who is signed in', () => {
  it.each([
    ['../../../tmp/x', ROOT],
    ['.*', ROOT],
    ['1234567890123', ROOT],
    ['', ROOT],
    [ID, 'arn:aws:iam::999988887777:root'],
    [ID, 'root'],
    [ID, `arn:evil.example/x:iam::${ID}:root`],
    [ID, `${ROOT} and more`],
  ])('is unreadable if an endpoint says %j, %j', async (account, arn) => {
    expect(await errorOf(identified(account, arn))).toBeInstanceOf(Blocked);
  });

  it.each(['aws', 'aws-cn', 'aws-us-gov'])('is read in the partition %s', async (partition) => {
    const arn = `arn:${partition}:sts::${ID}:assumed-role/Admin/kim@example.com`;
    expect(await identified(ID, arn, 'kims-shop')).toMatchObject({
      id: ID,
      partition,
      alias: 'kims-shop',
    });
  });

  it.each(['evil.example/', 'kims_shop', '-kim', 'a--b', 'ab', '999988887777', 'k'.repeat(64)])(
    'has no alias if it is %j, which AWS does not take',
    async (alias) => {
      expect(await identified(ID, ROOT, alias)).not.toHaveProperty('alias');
    },
  );
});
