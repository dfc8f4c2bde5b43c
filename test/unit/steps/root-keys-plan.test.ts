import { describe, expect, it } from 'vitest';
import type { Account, ConsoleChange } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { sendingChanges } from '../../support/accounts/proven-account.ts';
import {
  plan,
  type SeenRootKeys as Seen,
  seen,
  wordsOf,
} from '../../support/accounts/seen-root-keys.ts';

describe('the gate before root’s keys', () => {
  const account = { id: '111122223333' } as Account;
  const gated = (more: Partial<Seen>) => rootKeys.plan({ ...seen, ...more }, {}, account);

  it.each([{ rootIsSafe: false }, { proven: false }, { rootIsSafe: false, proven: false }])(
    'is shut with %j: nothing that removes a way in can be confirmed',
    (less) => {
      for (const keys of [seen.keys, null, []]) {
        const [gate, ...rest] = gated({ ...less, keys, certificates: ['CERTIFICATE1'] });
        expect([gate?.kind, gate?.gated]).toEqual(['console', undefined]);
        expect(rest.length).toBeGreaterThan(1);
        expect(rest.every((change) => change.gated)).toBe(true);
      }
    },
  );

  it('is open once root is safe and a sign-in is proven', () => {
    expect(plan().some((change) => change.gated || change.kind === 'console')).toBe(false);
  });

  it('says what is missing, and leads to where it is done', () => {
    const gateOf = (more: Partial<Seen>) => gated(more)[0] as ConsoleChange;
    const mfa = 'Turn on MFA for the root user: the step "Root user MFA" shows how.';
    const proof =
      'Sign in as the administrator with MFA in a private window. It counts for 30 days.';
    const unsafe = gateOf({ rootIsSafe: false });
    expect([unsafe.id, unsafe.shownLate, wordsOf(unsafe).slice(1)]).toEqual([
      'gate',
      undefined,
      [mfa],
    ]);
    expect(unsafe.url).toContain('security_credentials');
    const unproven = gateOf({ proven: false });
    expect([unproven.shownLate, wordsOf(unproven).slice(1)]).toEqual([true, [proof]]);
    expect(unproven.url).toContain('111122223333');
    const neither = gateOf({ rootIsSafe: false, proven: false });
    expect(wordsOf(neither)).toEqual([
      'Prove that you can sign in without the root access keys before they are deleted',
      mfa,
      proof,
    ]);
  });
});

describe('a root key', () => {
  it('is confirmed by typing its last four characters', () => {
    expect(plan()).toMatchObject([
      { kind: 'attest', id: 'mailbox' },
      { operation: 'DeleteAccessKey', confirmPhrase: 'WXYZ' },
    ]);
  });

  it('is deleted without a user’s name, because root has none', () => {
    expect(plan().at(-1)).toHaveProperty('input', { AccessKeyId: 'AKIAROOTKEYOFALLWXYZ' });
  });

  it('is deleted beside a certificate, each by its own call', () => {
    expect(sendingChanges(plan({ certificates: ['CERTIFICATE1'] }))).toMatchObject([
      { operation: 'DeleteSigningCertificate' },
      { operation: 'DeleteAccessKey' },
    ]);
  });

  it('that signs this run is deleted last, after certificates and other keys', () => {
    const keys = [
      { id: 'AKIAOWN000000000OWN1', active: true, made: null, used: null, usedByOthers: false },
      { id: 'AKIAOTHER0000000OTH1', active: true, made: null, used: null, usedByOthers: false },
    ];
    const changes = plan({ keys, own: 'AKIAOWN000000000OWN1', certificates: ['CERTIFICATE1'] });
    expect(sendingChanges(changes).map(({ confirmPhrase }) => confirmPhrase)).toEqual([
      'ATE1',
      'OTH1',
      'OWN1',
    ]);
  });

  it('that signs this run says beforehand what is left after it: nobody can look then', () => {
    const own = { id: 'AKIAOWN000000000OWN1', active: true, made: null, used: null };
    const other = { ...own, id: 'AKIAOTHER0000000OTH1', usedByOthers: null };
    const left = (usedByOthers: boolean | null, used: string, more: Partial<Seen> = {}) => {
      const keys = [{ ...own, usedByOthers }, other];
      const last = plan({ keys, own: own.id, certificates: ['CERTIFICATE1'], ...more }, { used });
      const after = last.at(-1)?.seenAfter as Seen;
      return [after.present, say(rootKeys.status(after)), after.certificates];
    };
    expect(left(false, 'delete')).toEqual([false, 'none', []]);
    expect(left(false, 'deactivate')).toEqual([true, 'AKIA…OTH1 (inactive, never used)', []]);
    expect(left(true, 'deactivate')[1]).toContain('AKIA…OWN1 (inactive');
    const unlisted = { certificates: [], unlistedCertificates: true };
    expect(left(false, 'delete', unlisted)).toEqual([true, 'at least one', []]);
    expect(plan().every(({ seenAfter }) => seenAfter === undefined)).toBe(true);
  });

  const keyThat = (usedByOthers: boolean | null, more = {}) => [
    { id: 'AKIAROOTKEYOFALLWXYZ', active: true, made: null, used: null, usedByOthers, ...more },
  ];

  it.each([
    ['something else used lately', true],
    ['something else may have used', null],
  ])('that %s is deactivated first, and deleted on a later run', (_, usedByOthers) => {
    const keys = keyThat(usedByOthers);
    expect(rootKeys.questions?.({ ...seen, keys }, {} as never)).toHaveProperty('used');
    const both = [...keys, ...keyThat(false)];
    expect(rootKeys.questions?.({ ...seen, keys: both }, {} as never)).toHaveProperty('used');
    expect(rootKeys.questions?.({ ...seen, keys: null }, {} as never)).toEqual({});
    expect(plan({ keys }).at(-1)).toMatchObject({
      operation: 'UpdateAccessKey',
      shownLate: true,
      input: { Status: 'Inactive' },
    });
    expect(plan({ keys }, { used: 'delete' }).at(-1)).toMatchObject({
      confirmPhrase: 'delete WXYZ',
    });
    expect(plan({ keys: keyThat(usedByOthers, { active: false }) }).at(-1)).toMatchObject({
      confirmPhrase: 'delete WXYZ',
    });
  });

  it('that nothing else uses is deleted at once', () => {
    const keys = keyThat(false);
    expect(rootKeys.questions?.({ ...seen, keys }, {} as never)).toEqual({});
    expect(plan({ keys }).at(-1)).toMatchObject({ confirmPhrase: 'WXYZ' });
    expect(plan({ keys, own: 'AKIAROOTKEYOFALLWXYZ' }).at(-1)).toMatchObject({
      confirmPhrase: 'WXYZ',
    });
  });

  it('that signs this run is deactivated last if that is the answer', () => {
    const [own] = keyThat(true);
    const [other] = keyThat(false, { id: 'AKIAROOTKEYOFALLABCD' });
    const planned = plan({ keys: [own, other] as never, own: own?.id as string });
    expect(planned.slice(-2)).toMatchObject([
      { operation: 'DeleteAccessKey', input: { AccessKeyId: other?.id } },
      { operation: 'UpdateAccessKey', input: { AccessKeyId: own?.id, Status: 'Inactive' } },
    ]);
  });

  it('needs a second device, or the owner’s word that no phone holds both', () => {
    expect(plan({ secondDevice: false }).map((change) => 'id' in change && change.id)).toContain(
      'two-devices',
    );
    expect(plan().map((change) => 'id' in change && change.id)).not.toContain('two-devices');
  });

  it('is deleted in the console if these credentials cannot list it', () => {
    expect(plan({ keys: null }).at(-1)).toMatchObject({ kind: 'console', id: 'delete' });
  });

  it('exists as long as the account summary says so, whatever a list says', () => {
    expect(plan({ keys: [] }).at(-1)).toMatchObject({ kind: 'console', id: 'delete' });
  });

  it('needs nothing if there is none', () => {
    expect(plan({ present: false, keys: [] })).toEqual([]);
    expect(say(rootKeys.status({ ...seen, present: false, keys: [] }))).toBe('none');
  });
});
