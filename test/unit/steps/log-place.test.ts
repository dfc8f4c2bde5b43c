import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket } from '../../support/accounts/trails.ts';

const OURS = 'rootlock-trail-111122223333-us-east-1-an';

/** The question about the bucket, as the owner of this account is asked it. */
async function bucketQuestion(state: PracticeState, answers: Record<string, unknown> = {}) {
  const { seen } = await runSteps(state, [cloudtrail], { observeOnly: true, answers });
  const account = { id: state.id, region: 'us-east-1' };
  const { bucket } = cloudtrail.questions?.(seen.cloudtrail as never, account as never) ?? {};
  if (bucket?.kind !== 'text') throw new Error('nobody is asked about the bucket');
  const problem = (answer: string) => {
    const text = bucket.validate?.(answer);
    return text && say(text);
  };
  return { ...bucket, problem };
}

describe('the place of the log files', () => {
  it.each([
    ['a bucket of a name of one’s own', { 'cloudtrail.bucket': 'own-logs' }, 'own-logs', ''],
    ['with a folder in it', { 'cloudtrail.bucket': 'own-logs/a/b' }, 'own-logs', 'a/b'],
    ['a folder in the bucket of the default', { 'cloudtrail.bucket': `${OURS}/a/` }, OURS, 'a'],
    ['a folder alone, for short', { 'cloudtrail.bucket': '/a' }, OURS, 'a'],
    ['a folder that a file names alone', { 'cloudtrail.prefix': 'a' }, OURS, 'a'],
  ])('may be %s', async (_, answers, bucket, folder) => {
    const state = newAccount();
    const { rows } = await runSteps(state, [cloudtrail], { answers });
    const [made] = state.buckets;
    const prefix = folder === '' ? '' : `${folder}/`;
    expect(rows).toMatchObject([{ state: 'secure' }]);
    expect(state.trails).toMatchObject([{ bucket, ...(folder !== '' && { prefix: folder }) }]);
    expect(made?.policy).toContain(`${bucket}/${prefix}AWSLogs/111122223333/*`);
    expect(JSON.stringify(made?.lifecycle)).toContain(
      `"${prefix}AWSLogs/111122223333/CloudTrail/"`,
    );
    const [[, where] = []] = rows[0]?.handover ?? [];
    expect(where && say(where)).toBe(`s3://${bucket}/${prefix}AWSLogs/`);
  });

  it('is told before the trail is made, if it is a folder', async () => {
    const folderIn = async (answers: Record<string, string>) => {
      const { rows } = await runSteps(newAccount(), [cloudtrail], { observeOnly: true, answers });
      const create = rows[0]?.changes.find(({ summary }) =>
        say(summary).includes('Create the trail'),
      );
      return create?.diff?.map((row) => row.map(say)).find(([label]) => label === 'folder');
    };
    expect(await folderIn({ 'cloudtrail.bucket': '/a/b' })).toEqual(['folder', 'none', 'a/b']);
    expect(await folderIn({})).toBeUndefined();
  });

  it('is a new bucket by default, which nobody has to agree to', async () => {
    expect(await bucketQuestion(newAccount())).toMatchObject({
      initial: OURS,
      defaultSuffices: true,
    });
  });

  it.each([
    'Own-Logs',
    'lo',
    'own_logs',
    'own.logs',
    '-own-logs',
    'own-logs-',
    'l'.repeat(64),
    '',
    '/',
  ])('is refused in one sentence if S3 takes no bucket "%s"', async (name) => {
    const { problem } = await bucketQuestion(newAccount());
    expect(problem(name)).toMatch(/^Name the bucket with/);
  });

  it.each(['xn--logs', 'logs--ol-s3', 'logs-s3alias', 'logs-111122223333-eu-west-1-an'])(
    'is refused if S3 keeps the name "%s" for itself',
    async (name) => {
      const { problem } = await bucketQuestion(newAccount());
      expect(problem(name)).toContain('S3 keeps names for itself');
    },
  );

  it.each(['own-logs//a', 'own-logs/a b', `own-logs/${'a'.repeat(201)}`])(
    'is refused if CloudTrail takes no folder as in "%s"',
    async (answer) => {
      const { problem } = await bucketQuestion(newAccount());
      expect(problem(answer)).toContain('200 characters at most');
    },
  );

  it.each(['us-east-1', 'eu-west-1'])(
    'is refused before anything is written if somebody else has the bucket, in %s',
    async (region) => {
      const state = newAccount();
      giveBucket(state, 'taken', { owner: '444455556666', region });
      const asked = await bucketQuestion(state, { 'cloudtrail.bucket': 'taken/a' });
      const { initial, message, problem } = asked;
      expect([initial, problem(OURS)]).toEqual([OURS, undefined]);
      expect(say(message)).toMatch(
        /^taken is already taken\. Choose another name\. Name of the new bucket/,
      );
      expect(problem('taken')).toBe('taken is already taken. Choose another name.');
    },
  );

  it('is asked again if somebody takes the name meanwhile', async () => {
    const state = newAccount();
    const asked: string[] = [];
    const { rows } = await runSteps(state, [cloudtrail], {
      answers: { 'cloudtrail.bucket': 'own-logs' },
      onAsk(id) {
        asked.push(id);
        if (asked.length === 3) giveBucket(state, 'own-logs', { owner: '444455556666' });
      },
    });
    expect(asked.map((id) => id.replace('cloudtrail.', ''))).toEqual([
      ...['bucket', 'days', 'apply'],
      ...['bucket', 'days', 'apply'],
    ]);
    expect(rows).toMatchObject([{ state: 'secure' }]);
    expect(state.trails).toMatchObject([{ bucket: OURS }]);
  });
});
