import { expect, it } from 'vitest';
import type { Account } from '../../../src/engine/step.ts';
import { joinPeople } from '../../../src/review/people/join-people.ts';
import type { SeenPeople } from '../../../src/review/people/seen.ts';
import { noSources } from '../../../src/review/people/sources.ts';
import { atOnce } from '../../../src/text/breather.ts';
import { rowsOfReport } from '../../../steps/iam/credential-report-rows.ts';

const AT = Date.parse('2026-11-22T12:00:00Z');
const ID = '111122223333';
const account = { id: ID, partition: 'aws', region: 'us-east-1' } as Account;
const HEAD =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const rowFor = (name: string) =>
  `${name},arn:aws:iam::${ID}:user/${name},2026-01-01T00:00:00Z,true,no_information,2026-01-01T00:00:00Z,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;

const isRead = ({ people }: SeenPeople) =>
  people.flatMap(({ isRoot, name, mfa }) => (isRoot || 'unknown' in mfa ? [] : [name]));

it('what comes while people are joined is in the next rows of all of them', async () => {
  const sources = noSources(account, AT);
  const names = ['ann', 'bob', 'cho'];
  for (const UserName of names) {
    sources.details.UserDetailList.push({ UserName, Arn: `arn:aws:iam::${ID}:user/${UserName}` });
  }
  sources.wholeDetails = { is: true };
  const joining = joinPeople(sources);
  joining.next();
  joining.next();
  const rows = (await rowsOfReport([HEAD, ...names.map(rowFor)].join('\n'))) ?? [];
  sources.report = { is: { made: AT, rows } };
  expect(isRead(atOnce(joining))).toEqual([]);
  expect(isRead(atOnce(joinPeople(sources)))).toEqual(names);
});
