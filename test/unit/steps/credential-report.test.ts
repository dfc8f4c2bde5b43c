import { describe, expect, it } from 'vitest';
import { rowsOfReport } from '../../../steps/iam/credential-report-rows.ts';

const HEADER = [
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed',
  'password_next_rotation,mfa_active',
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date',
  'access_key_1_last_used_region,access_key_1_last_used_service',
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date',
  'access_key_2_last_used_region,access_key_2_last_used_service',
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
].join(',');
const NO_KEY = 'false,N/A,N/A,N/A,N/A';
const NO_CERTIFICATES = 'false,N/A,false,N/A';
const DAY = '2026-09-11T13:14:52Z';
const AT = Date.parse(DAY);

const KIM = `kim,arn:aws:iam::111122223333:user/kim,${DAY},true,N/A,N/A,N/A,true,${NO_KEY},${NO_KEY},${NO_CERTIFICATES}`;

const row = async (line: string) => (await rowsOfReport(`${HEADER}\n${line}`))?.[0];

describe('a row of the credential report', () => {
  it('tells of root, which AWS gives no rotation of passwords', async () => {
    const root = await row(
      `<root_account>,arn:aws:iam::111122223333:root,${DAY},true,no_information,${DAY},not_supported,false,${NO_KEY},${NO_KEY},${NO_CERTIFICATES}`,
    );
    expect(root).toEqual({
      user: '<root_account>',
      arn: 'arn:aws:iam::111122223333:root',
      isRoot: true,
      created: AT,
      password: { enabled: true, used: 'never', changed: AT, endsAt: 'not-applicable' },
      mfa: false,
      keys: [],
      certificates: [],
    });
  });

  it('tells a key that was never used from one that is not there, and from an inactive one', async () => {
    const kim = await row(
      `kim,arn:aws:iam::111122223333:user/kim,${DAY},FALSE,N/A,N/A,N/A,TRUE,true,${DAY},N/A,N/A,N/A,false,${DAY},2026-10-01T00:00:00+00:00,N/A,s3,false,${DAY},true,${DAY}`,
    );
    expect(kim?.password).toEqual({
      enabled: false,
      used: 'not-applicable',
      changed: 'not-applicable',
      endsAt: 'not-applicable',
    });
    expect(kim?.mfa).toBe(true);
    expect(kim?.keys).toEqual([
      { active: true, made: AT, used: 'never' },
      { active: false, made: AT, used: Date.parse('2026-10-01T00:00:00Z'), service: 's3' },
    ]);
    expect(kim?.certificates).toEqual([
      { active: false, made: AT },
      { active: true, made: AT },
    ]);
  });

  it('calls unknown what it does not know, and never false or never', async () => {
    const odd = await row(
      `kim,arn:aws:iam::111122223333:user/kim,${DAY},not_supported,soon,,1,perhaps,?,yesterday,,,,${NO_KEY},${NO_CERTIFICATES}`,
    );
    expect(odd?.password).toEqual({
      enabled: undefined,
      used: 'unknown',
      changed: 'unknown',
      endsAt: 'unknown',
    });
    expect(odd?.mfa).toBeUndefined();
    expect(odd?.keys).toEqual([{ active: undefined, made: 'unknown', used: 'unknown' }]);
  });

  it('is found by the names of its columns, and whatever a name has in it', async () => {
    const rows = await rowsOfReport(
      [
        'new_column,access_key_2_active,cert_1_active,cert_2_active,access_key_1_active,password_last_used,password_enabled,arn,user',
        '"a\nb",false,false,false,false,no_information,true,"arn:aws:iam::111122223333:user/kim,lee=""x""","kim,lee=""x"""',
        ',false,false,false,false,N/A,false,arn:aws:iam::111122223333:user/=cmd@x,=cmd@x',
      ].join('\r\n'),
    );
    expect(rows?.map(({ user, password }) => [user, password.used])).toEqual([
      ['kim,lee="x"', 'never'],
      ['=cmd@x', 'not-applicable'],
    ]);
    expect(rows?.[0]?.arn).toBe('arn:aws:iam::111122223333:user/kim,lee="x"');
    expect(rows?.[0]?.created).toBe('unknown');
  });
});

describe('a report that is no report', () => {
  it.each([
    ['nothing', ''],
    ['a page of a proxy', '<html><body>Sign in</body></html>'],
    ['another table', 'name,arn\nkim,arn:aws:iam::111122223333:user/kim'],
    ['a line that is cut off', `${HEADER}\nkim,arn:aws:iam::111122223333:user/kim,${DAY},tr`],
    [
      'a name whose comma nothing quotes',
      `${HEADER}\nkim,lee,arn,${DAY},true,N/A,N/A,N/A,true,${NO_KEY},${NO_KEY},${NO_CERTIFICATES}`,
    ],
  ])('is not taken for one: %s', async (_, csv) => {
    expect(await rowsOfReport(csv)).toBeUndefined();
  });

  it('is read whole, however many pieces it has, and where a line breaks within quotes', async () => {
    const column = `a${'\nb'.repeat(20_000)}`;
    const lines = Array.from({ length: 2000 }, (_, n) => `"${n % 500 === 0 ? column : n}",${KIM}`);
    const rows = await rowsOfReport([`new_column,${HEADER}`, ...lines].join('\n'));
    expect(rows).toHaveLength(2000);
    expect(new Set(rows?.map(({ user }) => user))).toEqual(new Set(['kim']));
    const cut = [`new_column,${HEADER}`, ...lines.slice(0, -1), lines.at(-1)?.slice(0, -4)];
    expect(await rowsOfReport(cut.join('\n'))).toBeUndefined();
  });

  it('is one without a row, if nothing but the header is there', async () => {
    expect(await rowsOfReport(HEADER)).toEqual([]);
  });
});
