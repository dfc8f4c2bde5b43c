import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import reports from '../../src/reports/report.schema.json' with { type: 'json' };
import schema from '../../src/reports/review.schema.json' with { type: 'json' };
import { pages } from '../../src/review/index.ts';
import { allowAll } from '../support/accounts/policies.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock, shell } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const check = new Ajv2020({ strict: true, allErrors: true }).addSchema(reports).compile(schema);

/** As the owner would by the AWS CLI: somebody with a password, a key and policies, and a machine with two keys. */
const MADE = `set -e; export AWS_DEFAULT_REGION=us-east-1
aws iam create-user --user-name kim
aws iam create-login-profile --user-name kim --password Practice-makes-1-perfect
aws iam create-access-key --user-name kim
aws iam create-group --group-name Developers
aws iam add-user-to-group --group-name Developers --user-name kim
aws iam put-group-policy --group-name Developers --policy-name storage --policy-document '${allowAll({ Action: 's3:*' })}'
aws iam put-user-policy --user-name kim --policy-name all --policy-document '${allowAll({ Action: '*' })}'
aws iam create-user --user-name ci-deploy
aws iam create-access-key --user-name ci-deploy
aws iam create-access-key --user-name ci-deploy
`;

/** Moto does not know these. What AWS denies is unknown on a page, and named. */
const UNKNOWN_TO_MOTO = [
  'iam:SimulatePrincipalPolicy',
  'iam:GetContextKeysForPrincipalPolicy',
  'iam:GenerateServiceLastAccessedDetails',
];

it('shows each page of an account that the AWS CLI has made, and the wire sees reads alone', async () => {
  const home = newHome();
  const { url } = emulator();
  expect((await shell(MADE, { url, home })).stderr).toBe('');
  for (const action of UNKNOWN_TO_MOTO) await emulator().deny(action, 'because of a policy');
  const before = await emulator().requests();
  const review = async (...words: string[]) => {
    const { code, stdout, stderr } = await rootlock(['review', ...words], { url, home });
    expect([words, code, stderr]).toEqual([words, 0, '']);
    return stdout;
  };
  const json = async (...words: string[]) => {
    const document = JSON.parse(await review(...words, '--json'));
    expect(check(document), JSON.stringify(check.errors)).toBe(true);
    return document;
  };
  for (const { id } of pages) {
    expect(await review(id, '--plain'), id).not.toBe('');
    expect((await json(id)).page).toBe(id);
  }
  expectPeople(await json('people'), await json('people', 'kim'));
  expectRights(await json('rights'), await json('rights', 'who=kim', 'actions=s3:GetObject'));
  const sent = (await emulator().requests()).slice(before.length);
  expect(sent.map(({ operation }) => operation)).toContain('GetAccountAuthorizationDetails');
  expect(writes(sent)).toEqual([]);
}, 120_000);

interface Shown {
  table: { rows: { key: string }[] };
}
const keysOf = ({ table }: Shown) => table.rows.map(({ key }) => key);

function expectPeople(
  people: Shown & { signals: { id: string; row?: string }[] },
  { detail }: { detail: object },
) {
  expect(keysOf(people)).toEqual(['root', 'kim', 'ci-deploy']);
  const rowsOf = (wanted: string) =>
    people.signals.filter(({ id }) => id === wanted).map(({ row }) => row);
  expect(rowsOf('password-without-mfa')).toEqual(['kim']);
  expect(rowsOf('two-active-keys')).toEqual(['ci-deploy']);
  expect(rowsOf('administrator-with-key')).toEqual(['kim']);
  expect(JSON.stringify(detail)).toContain('Developers');
}

/** A denied simulator is neither yes nor no. */
function expectRights(everybody: Shown, asked: Shown) {
  expect(keysOf(everybody)).toEqual(
    expect.arrayContaining(['kim', 'ci-deploy', 'group/Developers']),
  );
  expect(asked.table.rows).toMatchObject([
    { key: 's3:GetObject', cells: { 'with-mfa': { unknown: expect.any(String) } } },
  ]);
}
