import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allOperations } from '../../../src/aws/operations.ts';
import { permissions, readerPolicy } from '../../../src/reports/permissions.ts';

type Statement = ReturnType<typeof permissions>['Statement'][number];

const FILE = 'docs/reader-policy.json';

/** The names of operations in the sources of the review. */
const REVIEWED = new Set(
  readdirSync('src/review', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap(
      (file) => readFileSync(join('src/review', file), 'utf8').match(/(?<=')[A-Z]\w+(?=')/g) ?? [],
    ),
);

it('the policy for readers allows what the steps and the review read, and no write', async () => {
  const reads = (await allOperations()).filter(
    ({ operation, write, noStepSends }) => !write && (!noStepSends || REVIEWED.has(operation)),
  );
  const [wanted, writes] = permissions(reads, new Set()).Statement;
  expect(writes?.Action).toEqual([]);
  const policy: { Statement: Statement[] } = JSON.parse(readFileSync(FILE, 'utf8'));
  const [looks, files] = policy.Statement;
  // Whoever may open log files needs no other file.
  expect(files).toMatchObject({ Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::*/AWSLogs/*' });
  expect(policy.Statement).toHaveLength(2);
  expect({ ...looks, Action: [...(looks?.Action ?? []), 's3:GetObject'].sort() }).toEqual(wanted);
});

it('the policy that the program prints for a look is that of the document', async () => {
  expect(readerPolicy(await allOperations())).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
});
