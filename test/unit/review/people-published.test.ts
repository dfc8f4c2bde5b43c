import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { people } from '../../../src/review/people.ts';
import { say, t } from '../../../src/text/text.ts';
import { rowsOfReport } from '../../../steps/iam/credential-report-rows.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { shownPeople } from '../../support/review/shown-people.ts';

/** Written after lists of accounts and reports that others have published: docs/review/people.md. */
const ID = '111122223333';
const NOW = Date.parse('2026-11-29T12:00:00Z');

describe('somebody with these policies', () => {
  it.each<[power: string, policies: Record<string, string>]>([
    ['may become one', { pass: passing('sagemaker:CreateProcessingJob') }],
    ['may become one', { pass: passing('ec2:RequestSpotInstances') }],
    ['may become one', { pass: passing('apprunner:CreateService') }],
    ['no', { all: allowAll(), none: allowAll({ Effect: 'Deny' }) }],
    ['no', { narrow: narrow('iam:PutUserPolicy') }],
    ['perhaps', { old: allowAll({ Action: 'iam:CreatePolicyVersion', Condition: ISSUED }) }],
  ])('%s an administrator: %j', async (power, inline) => {
    const state = newAccount();
    giveUser(state, 'kim', { inline });
    expect((await shownPeople(state)).cells.kim?.power).toBe(power);
  });
});

const ISSUED = { DateLessThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } };

function passing(action: string): string {
  return allowAll({ Action: ['iam:PassRole', action] });
}

function narrow(Action: string): string {
  return allowAll({ Action, Resource: `arn:aws:iam::${ID}:user/somebody-who-is-not-there` });
}

/** Of 2022: nothing is said of root's password. The columns of the last use are missing. */
const OLD_REPORT = [
  'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_2_active,access_key_2_last_rotated,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
  `<root_account>,arn:aws:iam::${ID}:root,2022-03-08T16:02:25+00:00,not_supported,2022-12-21T16:19:23+00:00,false,false,N/A,false,N/A,false,N/A,false,N/A`,
  `jake,arn:aws:iam::${ID}:user/jake,2022-05-01T10:00:00+00:00,true,no_information,false,true,2022-05-18T10:00:00+00:00,false,N/A,false,N/A,false,N/A`,
].join('\n');

describe('an old report, and nothing else', () => {
  it('is shown with what it does not say', async () => {
    const deny = async () => {
      throw new Blocked(t('denied'));
    };
    const read = async (_: string, operation: string) =>
      operation === 'GenerateCredentialReport'
        ? {}
        : operation === 'GetCredentialReport'
          ? { Content: new TextEncoder().encode(OLD_REPORT), GeneratedTime: new Date(NOW) }
          : deny();
    const account = { id: ID, partition: 'aws', region: 'us-east-1', identity: { kind: 'user' } };
    const look = { account, clock: () => NOW, read, find: read, regions: ['us-east-1'] };
    const seen = await people.observe(look as unknown as PageLook, () => undefined);
    const [root, jake] = people.table(seen).rows.map(({ cells }) => cells);
    const shown = (cell: NonNullable<typeof root>[string] | undefined) =>
      cell && ('unknown' in cell ? `? ${say(cell.unknown)}` : say(cell.text));
    expect([shown(root?.password), shown(root?.mfa)]).toEqual(['? denied', 'none']);
    expect([shown(jake?.password), shown(jake?.keys), shown(jake?.other)]).toEqual([
      'never used',
      'last use not known, 1656 days old',
      '? read when you open the user',
    ]);
    const fine = people.signals(seen).filter(({ grade }) => grade === 'fine');
    expect(fine.map(({ id }) => id)).toEqual(['no-root-keys']);
  });

  it('cannot be read if whole columns are missing: what they tell of could be there', async () => {
    const lines = OLD_REPORT.split('\n').map((line) => line.split(',').slice(0, -2).join(','));
    expect(await rowsOfReport(OLD_REPORT)).toHaveLength(2);
    expect(await rowsOfReport(lines.join('\n'))).toBeUndefined();
  });
});
