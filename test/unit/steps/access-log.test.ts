import { describe, expect, it } from 'vitest';
import type { InteractiveChange } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { accountWithTrail } from '../../support/accounts/alerts.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';
import { s3Of } from '../../support/clients.ts';

async function lookAt(state: PracticeState, more: Parameters<typeof runSteps>[2] = {}) {
  const { rows, seen } = await runSteps(state, [cloudtrail], { observeOnly: true, ...more });
  const { changes = [], state: is } = rows[0] ?? {};
  const offer = changes.find(({ offerId }) => offerId === 'access-log');
  const found = seen.cloudtrail as Parameters<typeof cloudtrail.plan>[0];
  const told = cloudtrail.handover?.(found, {} as never) ?? [];
  return {
    is,
    offer: offer as InteractiveChange | undefined,
    handover: told.flat().map(say).join(' '),
    to: cloudtrail.evidence(found).accessLog,
  };
}

/** Takes the offer, up to so many calls. Returns what was sent. */
async function take(state: PracticeState, offer: InteractiveChange | undefined, calls = 9) {
  const s3 = s3Of(createPracticeAccount(state, { now: () => NOW }), 'us-east-1');
  const sent: string[] = [];
  const send = async ({ operation, input }: { operation: string; input: unknown }) => {
    if (sent.length === calls) throw new Error('killed');
    sent.push(operation);
    const method = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
    return (s3 as unknown as Record<string, (given: unknown) => unknown>)[method]?.(input);
  };
  await offer?.run(send as never, undefined as never, Date.now);
  return sent;
}

const targetOf = (state: PracticeState) => `rootlock-access-logs-${state.id}-us-east-1-an`;

describe('the access log of the log bucket', () => {
  it('is offered with its cost for the bucket of a good trail, which stays secure without', async () => {
    const { is, offer, to } = await lookAt(accountWithTrail());
    expect([is, to]).toEqual(['secure', 'off']);
    expect(offer?.diff?.map((row) => row.map(say).join(': '))).toContainEqual(
      expect.stringMatching(/^cost: none: .*cents a month$/),
    );
    // Somebody else made that bucket.
    expect(offer?.danger).toBe(true);
  });

  it('goes to a bucket of its own, into which S3 may write this one log and nothing else', async () => {
    const state = accountWithTrail();
    const { offer } = await lookAt(state);
    expect(await take(state, offer)).toEqual(offer?.calls.map(({ operation }) => operation));
    const [source, target] = state.buckets;
    expect(source?.accessLog).toEqual({ bucket: targetOf(state), prefix: `${source?.name}/` });
    expect(target?.block).not.toMatchObject({ BlockPublicPolicy: false });
    expect(JSON.parse(target?.policy ?? '').Statement[0]).toEqual({
      Sid: 'RootlockAccessLog',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${target?.name}/${source?.name}/*`,
      Condition: {
        ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${source?.name}` },
        StringEquals: { 'aws:SourceAccount': state.id },
      },
    });
    const after = await lookAt(state);
    expect([after.is, after.offer]).toEqual(['secure', undefined]);
    expect(after.handover).toContain(`access log s3://${target?.name}/${source?.name}/`);
  });

  it('is on after a second try, whichever call was the last of the first', async () => {
    const uncrashed = accountWithTrail();
    const calls = (await take(uncrashed, (await lookAt(uncrashed)).offer)).length;
    for (let k = 0; k < calls; k++) {
      const state = accountWithTrail();
      await expect(take(state, (await lookAt(state)).offer, k)).rejects.toThrow('killed');
      await take(state, (await lookAt(state)).offer);
      expect(state.buckets).toEqual(uncrashed.buckets);
    }
  });

  it('keeps what is in the policy of its bucket already', async () => {
    const state = accountWithTrail();
    await take(state, (await lookAt(state)).offer);
    const [trail] = state.trails;
    if (!trail) throw new Error('no trail');
    state.trails = [];
    giveTrail(state, { bucket: 'other-logs' });
    const { offer } = await lookAt(state);
    expect(await take(state, offer)).toEqual(['PutBucketPolicy', 'PutBucketLogging']);
    const target = state.buckets.find(({ name }) => name === targetOf(state));
    expect(
      JSON.parse(target?.policy ?? '').Statement.map(({ Sid }: { Sid: string }) => Sid),
    ).toEqual(['RootlockAccessLog', 'RootlockOnlyEncryptedTransport', 'RootlockAccessLog2']);
  });

  it('is left as somebody set it, and never offered into itself, nor into a bucket that logs too or is public', async () => {
    const set = accountWithTrail((state) => {
      for (const one of state.buckets) one.accessLog = { bucket: 'auditors', prefix: 'x/' };
    });
    expect(await lookAt(set)).toMatchObject({ to: 's3://auditors/x/', offer: undefined });
    const itself = newAccount();
    giveTrail(itself, { bucket: targetOf(itself) });
    expect(await lookAt(itself)).toMatchObject({ to: 'off', offer: undefined });
    const mutual = accountWithTrail((state) => {
      const accessLog = { bucket: state.buckets[0]?.name ?? '', prefix: '' };
      giveBucket(state, targetOf(state), { accessLog });
    });
    expect(await lookAt(mutual)).toMatchObject({ to: 'off', offer: undefined });
    const everybody = [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }];
    const open = accountWithTrail((state) => {
      giveBucket(state, targetOf(state), { policy: JSON.stringify({ Statement: everybody }) });
    });
    expect(await lookAt(open)).toMatchObject({ to: 'off', offer: undefined });
  });

  it('is unknown where nobody may read it, and for a trail with faults: neither is an offer', async () => {
    const denied = await lookAt(accountWithTrail(), { deniedOperation: 'GetBucketLogging' });
    expect(denied).toMatchObject({ is: 'secure', to: 'unknown', offer: undefined });
    const stopped = newAccount();
    giveTrail(stopped, { logging: false });
    expect(await lookAt(stopped)).toMatchObject({ to: 'unknown', offer: undefined });
  });
});
