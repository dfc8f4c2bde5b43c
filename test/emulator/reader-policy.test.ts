import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { keyInProfile, newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

it('the policy for readers is enough for the checklist, each page, the report and the export', async () => {
  const where = { url: emulator().url, home: newHome() };
  const iam = iamOf(emulator());
  const of = { UserName: 'reader' };
  const PolicyDocument = readFileSync('docs/reader-policy.json', 'utf8');
  await iam.send(new CreateUserCommand(of));
  await iam.send(new PutUserPolicyCommand({ ...of, PolicyName: 'reader', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand(of));
  keyInProfile(where.home, AccessKey?.AccessKeyId);
  const before = (await emulator().requests()).length;
  for (const words of [
    ['status'],
    ['review', 'people', 'reader'],
    ['review', 'rights', 'who=reader', 'actions=s3:GetObject'],
    ['review', 'network'],
    ['review', 'machines'],
    ['review', 'trail'],
    ['report'],
    ['export', join(where.home, 'infra'), '--script'],
  ]) {
    const { code } = await rootlock([...words, '--json'], where);
    expect([words, code]).toEqual([words, words[0] === 'status' ? 2 : 0]);
  }
  const sent = (await emulator().requests()).slice(before);
  expect(sent.length).toBeGreaterThan(200);
  expect(sent.filter(({ code = '' }) => /Denied/.test(code))).toEqual([]);
  expect(writes(sent)).toEqual([]);
}, 120_000);
