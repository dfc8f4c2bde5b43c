import '../../../src/cli/polyfills/promise-with-resolvers.ts';
import { describe, expect, it } from 'vitest';
import type { PageLook } from '../../../src/review/page.ts';
import type { SeenPeople } from '../../../src/review/people/seen.ts';
import { people } from '../../../src/review/people.ts';
import { allowing } from '../../support/review/shown-people.ts';

/** As many as take several pages. docs/review/people.md has what 5,000 take. */
const USERS = 1200;
const GROUPS = 300;
const ID = '111122223333';
const AT = Date.parse('2026-11-22T12:00:00Z');
const CreateDate = new Date('2026-11-01T00:00:00Z');

const user = (n: number) => ({
  UserName: `user-${n}`,
  Arn: `arn:aws:iam::${ID}:user/user-${n}`,
  CreateDate,
  GroupList: [`group-${n % GROUPS}`],
  Tags: [{ Key: 'Team', Value: String(n % 40) }],
});
const group = (n: number) => ({
  GroupName: `group-${n}`,
  Arn: `arn:aws:iam::${ID}:group/group-${n}`,
  GroupPolicyList: [
    {
      PolicyName: 'own',
      PolicyDocument: encodeURIComponent(allowing(n === 7 ? 'iam:PutUserPolicy' : 'ec2:*')),
    },
  ],
});
const all = [
  ...Array.from({ length: USERS }, (_, n) => ({ UserDetailList: [user(n)] })),
  ...Array.from({ length: GROUPS }, (_, n) => ({ GroupDetailList: [group(n)] })),
];

/** A large account, without the SDK. `sent`: the operations. The list and the second page come after `second`. */
function manyPeople(second: Promise<void>) {
  const sent: string[] = [];
  const answers: Record<string, (input: { MaxItems: number; Marker?: string }) => object> = {
    GetAccountAuthorizationDetails({ MaxItems, Marker = '0' }) {
      const to = Number(Marker) + MaxItems;
      const part = all.slice(Number(Marker), to);
      return {
        UserDetailList: part.flatMap((one) => ('UserDetailList' in one ? one.UserDetailList : [])),
        GroupDetailList: part.flatMap((one) =>
          'GroupDetailList' in one ? one.GroupDetailList : [],
        ),
        ...(to < all.length && { IsTruncated: true, Marker: String(to) }),
      };
    },
  };
  const read = async (_: string, operation: string, input: { Marker?: string }) => {
    sent.push(operation);
    if (operation === 'ListUsers' || input.Marker !== undefined) await second;
    return answers[operation]?.(input as never) ?? {};
  };
  const look = {
    account: { id: ID, partition: 'aws', region: 'us-east-1', identity: { kind: 'user' } },
    clock: () => AT,
    read,
    find: read,
  };
  return { look: look as unknown as PageLook, sent };
}

describe('the page People, with a thousand users', () => {
  it('shows the first page before the second has come, and asks about nobody alone', async () => {
    const { promise, resolve: comes } = Promise.withResolvers<void>();
    const { look, sent } = manyPeople(promise);
    let atFirst: number | undefined;
    const withoutPower: number[] = [];
    const seen: SeenPeople = await people.observe(look, (part) => {
      const rows = people.table(part).rows.length - 1;
      if (rows > 0) {
        atFirst ??= rows;
        comes();
      }
      if (part.people.every(({ isRoot, power }) => isRoot || 'unknown' in power))
        withoutPower.push(rows);
    });
    expect(atFirst).toBe(50);
    expect(withoutPower.at(-1)).toBe(USERS);
    expect(people.table(seen).rows).toHaveLength(USERS + 1);
    expect(sent.filter((one) => /LoginProfile|ListMFADevices|ListAccessKeys/.test(one))).toEqual(
      [],
    );
    const powerful = people.signals(seen).filter(({ id }) => id === 'may-become-administrator');
    expect(powerful.map(({ row }) => row).sort()).toEqual(
      ['307', '607', '7', '907'].map((n) => `user-${n}`),
    );
    const detail = await people.detail(seen, 'user-7', look);
    expect(detail?.title.with).toEqual({ name: 'user-7' });
    expect(sent).toContain('ListAccessKeys');
  });
});
