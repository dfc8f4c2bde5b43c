import { describe, expect, it } from 'vitest';
import type { Change, Look } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { sendingChanges } from '../../support/accounts/proven-account.ts';
import {
  plan,
  type SeenRootKeys as Seen,
  seen,
  wordsOf,
} from '../../support/accounts/seen-root-keys.ts';

describe('what is said of a removal', () => {
  const [key] = seen.keys ?? [];
  const wordsWith = (more: Partial<NonNullable<typeof key>>, own = false, answers = {}) => {
    const keys = [{ ...key, ...more } as NonNullable<typeof key>];
    const changes = plan({ keys, own: own ? (key?.id ?? null) : null }, answers);
    return wordsOf(changes.at(-1) as Change);
  };

  it('a key that nothing uses', () => {
    expect(wordsWith({})).toEqual([
      'Permanently delete the root access key AKIA…WXYZ (never used)',
      'AKIA…WXYZ | active | deleted',
    ]);
    expect(wordsWith({ active: false })[1]).toBe('AKIA…WXYZ | inactive | deleted');
    expect(wordsWith({}, true)).toEqual([
      'Permanently delete the root access key AKIA…WXYZ (never used), the one you are signed in with',
      'AKIA…WXYZ | active | deleted',
      'other uses | none in CloudTrail, which does not record data access | stop working',
    ]);
  });

  it('a key that may be in use', () => {
    const unread = ['eu-west-1', 'us-east-1'];
    const why = 'cannot be ruled out: CloudTrail is not readable in eu-west-1, us-east-1';
    const undo =
      'as root: aws iam update-access-key --access-key-id AKIAROOTKEYOFALLWXYZ --status Active';
    const off = 'AKIA…WXYZ | active | inactive, deleted on a later run';
    expect(wordsWith({ usedByOthers: null, unread })).toEqual([
      'Deactivate the root access key AKIA…WXYZ (never used)',
      off,
      `other uses | ${why} | stop working`,
      undo,
    ]);
    const used = { at: '2026-11-21T12:00:00Z', service: 'ec2' };
    expect(wordsWith({ usedByOthers: true, used }, true)).toEqual([
      'Deactivate the root access key AKIA…WXYZ (last used 2026-11-21, ec2), the one you are signed in with',
      off,
      undo,
    ]);
    const answers = { used: 'delete' };
    expect(wordsWith({ usedByOthers: null, unread }, true, answers).at(-1)).toContain(why);
    expect(wordsWith({ usedByOthers: null, unread: [] }, true, answers).at(-1)).toBe(
      'other uses | cannot be ruled out | stop working',
    );
    expect(wordsWith({ usedByOthers: true, unread }, true, answers).at(-1)).toBe(
      'other uses | cannot be ruled out | stop working',
    );
  });

  it('a certificate', () => {
    const [certificate] = sendingChanges(plan({ keys: [], certificates: ['CERTIFICATE1'] }));
    expect(wordsOf(certificate as Change)).toEqual([
      'Permanently delete the signing certificate CERT…ATE1 of the root user',
      'CERT…ATE1 | signs calls as root | deleted',
    ]);
    expect(certificate).toMatchObject({
      kind: 'call',
      service: 'iam',
      operation: 'DeleteSigningCertificate',
      input: { CertificateId: 'CERTIFICATE1' },
    });
  });

  it('what the owner attests is asked in each run', () => {
    const words = plan({ secondDevice: false }).filter(({ kind }) => kind === 'attest');
    expect(words).toMatchObject([
      { id: 'mailbox', once: true },
      { id: 'two-devices', once: true },
    ]);
    expect(words.map((change) => wordsOf(change).length)).toEqual([3, 3]);
  });

  it('a deletion is dated, so that its file can be found later, and a key in use is a danger', () => {
    expect(plan().at(-1)).toMatchObject({
      kind: 'call',
      service: 'iam',
      sentAs: 'root-keys.deleted-AKIAROOTKEYOFALLWXYZ',
    });
    const keys = [{ ...key, usedByOthers: null } as NonNullable<typeof key>];
    expect(plan({ keys }).at(-1)).toMatchObject({ kind: 'call', service: 'iam', danger: true });
  });
});

describe('what is seen of root’s keys', () => {
  /** What is seen if IAM says this of the account, and `answers` besides, by operation. */
  const observed = (
    SummaryMap: Record<string, number>,
    identity: object = { kind: 'user' },
    answers: Record<string, object> = {},
  ) => {
    const read = async (service: string, operation: string, input: object) => {
      if (/Summary|MFADevices/.test(operation)) expect(service).toBe('iam');
      if (operation === 'ListVirtualMFADevices') expect(input).toEqual({ AssignmentStatus: 'Any' });
      return operation === 'GetAccountSummary' ? { SummaryMap } : (answers[operation] ?? {});
    };
    const look = {
      account: { id: '111122223333', partition: 'aws', region: 'us-east-1', identity },
      clock: () => 7,
      read,
      find: read,
      known: () => undefined,
      lastSent: () => undefined,
    };
    return rootKeys.observe(look as unknown as Look);
  };

  const none = { AccountAccessKeysPresent: 0, AccountSigningCertificatesPresent: 0 };

  it('nothing, if the account summary counts none', async () => {
    expect(await observed({ ...none, AccountMFAEnabled: 1 })).toEqual({
      present: false,
      keys: null,
      certificates: [],
      unlistedCertificates: false,
      rootIsSafe: true,
      proven: false,
      secondDevice: false,
      own: null,
      at: 7,
    });
  });

  const ROOT = { kind: 'root', arn: 'arn:aws:iam::111122223333:root', isLongTerm: false };
  const listed = {
    ListAccessKeys: {
      AccessKeyMetadata: [{ AccessKeyId: 'AKIAROOTKEYOFALLWXYZ', Status: 'Active' }],
    },
    ListSigningCertificates: { Certificates: [{ CertificateId: 'CERTIFICATE1' }] },
  };
  const counted = { AccountAccessKeysPresent: 1, AccountSigningCertificatesPresent: 1 };

  it.each([
    { ...none, AccountAccessKeysPresent: 1 },
    { ...none, AccountSigningCertificatesPresent: 1 },
    {},
  ])('something, if the account summary does not rule it out: %j', async (summary) => {
    expect(await observed(summary)).toMatchObject({ present: true, keys: null, proven: false });
  });

  it('what root is told of them, and by nobody else', async () => {
    const seenByRoot = await observed(counted, ROOT, listed);
    expect(seenByRoot.keys?.map(({ id }) => id)).toEqual(['AKIAROOTKEYOFALLWXYZ']);
    expect(seenByRoot).toMatchObject({
      certificates: ['CERTIFICATE1'],
      unlistedCertificates: false,
      own: null,
    });
    expect(await observed(counted, ROOT)).toMatchObject({ keys: [], unlistedCertificates: true });
    expect(await observed(none, ROOT, listed)).toMatchObject({ present: true, certificates: [] });
    expect(await observed(none, ROOT)).toMatchObject({ present: false, keys: [] });
    expect(await observed(counted, { kind: 'user' }, listed)).toMatchObject({
      keys: null,
      certificates: [],
      unlistedCertificates: true,
    });
  });

  it('the key that signs this run, if it is root’s', async () => {
    const own = { isLongTerm: true, accessKeyId: 'AKIAOWN000000000OWN1' };
    expect((await observed(none, { ...ROOT, ...own })).own).toBe('AKIAOWN000000000OWN1');
    expect((await observed(none, { kind: 'user', ...own })).own).toBeNull();
    expect((await observed(none, { ...ROOT, ...own, isLongTerm: false })).own).toBeNull();
  });

  it('a second device, if root has two', async () => {
    const devices = (...users: (string | undefined)[]) => ({
      ListVirtualMFADevices: {
        VirtualMFADevices: users.map((user) => ({
          ...(user && { User: { Arn: `arn:aws:iam::111122223333:${user}` } }),
        })),
      },
    });
    const hasSecond = async (...users: (string | undefined)[]) =>
      (await observed(counted, { kind: 'user' }, devices(...users))).secondDevice;
    expect(await hasSecond('root', 'root')).toBe(true);
    expect(await hasSecond('root', 'user/kim', undefined)).toBe(false);
  });

  it('root is safe with MFA, or without a password, and not if AWS says neither', async () => {
    const isSafe = async (more: object) => (await observed({ ...none, ...more })).rootIsSafe;
    expect(await isSafe({ AccountMFAEnabled: 1 })).toBe(true);
    expect(await isSafe({ AccountPasswordPresent: 0 })).toBe(true);
    expect(await isSafe({ AccountMFAEnabled: 0, AccountPasswordPresent: 1 })).toBe(false);
    expect(await isSafe({})).toBe(false);
  });

  it('as evidence, all that decides', () => {
    const { own: _, at: __, ...evidence } = seen;
    expect(rootKeys.evidence(seen)).toEqual(evidence);
    expect(rootKeys.evidence({ ...seen, keys: null })).toMatchObject({ keys: null });
    expect(rootKeys.accessKeys?.(seen)).toEqual(seen.keys);
    expect(rootKeys.accessKeys?.({ ...seen, keys: null })).toEqual([]);
  });

  it('as its line in the list, the keys, else that there is something', () => {
    const [key] = seen.keys ?? [];
    const status = (more: Partial<Seen>) => say(rootKeys.status({ ...seen, ...more }));
    const two = [key, { ...key, id: 'AKIASECOND000000ABCD', active: false }] as Seen['keys'];
    expect(status({ keys: two })).toBe('AKIA…WXYZ (never used); AKIA…ABCD (inactive, never used)');
    expect(status({})).toBe('AKIA…WXYZ (never used)');
    expect(status({ keys: null })).toBe('at least one');
    expect(status({ keys: [], certificates: ['CERTIFICATE1'] })).toBe('a signing certificate');
  });
});
