import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../../../src/practice/owner/console-sign-in.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { codeAfter, frozenAccount, refusalOf } from '../../support/clients.ts';

let { iam, state, practice, time } = frozenAccount();
beforeEach(async () => {
  ({ iam, state, practice, time } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
});

const create = (Password: string) => iam.createLoginProfile({ UserName: 'jun', Password });

/** AWS's reason to refuse a password. */
const refusalReason = async (Password: string): Promise<string> => {
  const error = await create(Password).catch((thrown: Error) => thrown);
  if (!(error instanceof Error)) return 'not refused';
  expect(error).toMatchObject({ name: 'PasswordPolicyViolationException' });
  expect(error.message).not.toContain(Password);
  return error.message;
};

describe('a password', () => {
  test.each([
    ['Abcde1!', 'minimum length of 8'],
    ['abcdefgh1', 'three of'],
    ['ABCDEFGH!', 'three of'],
    ['Owner-1@Example.com', 'email address'],
  ])('%s is refused by AWS\u2019s default rules', async (password, reason) => {
    state.email = 'Owner-1@Example.com';
    expect(await refusalReason(password)).toContain(reason);
  });

  test('of eight characters of three kinds is accepted if no policy is set', async () => {
    expect(await refusalReason('Abcdefg1')).toBe('not refused');
  });

  test.each([
    ['Abcdefghijk1!', 'minimum length of 14'],
    ['abcdefghijklm1!', 'uppercase letter'],
    ['ABCDEFGHIJKLM1!', 'lowercase letter'],
    ['Abcdefghijklmn!', 'number'],
    ['Abcdefghijklmn1', 'symbol'],
  ])('%s is refused by a named rule of the policy', async (password, reason) => {
    await iam.updateAccountPasswordPolicy({
      MinimumPasswordLength: 14,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
    });
    expect(await refusalReason(password)).toContain(reason);
    expect(state.users[0]?.password).toBeUndefined();
  });

  test('of one kind is accepted if the policy requires a length only', async () => {
    await iam.updateAccountPasswordPolicy({ MinimumPasswordLength: 6 });
    expect(await refusalReason('abcdef')).toBe('not refused');
  });

  test('that IAM cannot store is refused, and the error does not repeat it', async () => {
    const error = await create('Abcdefg1한').catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(String(error)).not.toContain('Abcdefg1');
  });

  test('is stored as a salted hash only', async () => {
    await create('Correct-horse-1');
    await iam.createUser({ UserName: 'min' });
    await iam.createLoginProfile({ UserName: 'min', Password: 'Correct-horse-1' });
    expect(JSON.stringify(state)).not.toContain('Correct-horse-1');
    const [jun, min] = state.users;
    expect(jun?.password?.hash).not.toBe(min?.password?.hash);
  });
});

describe('a login profile', () => {
  test('exists once, and changes', async () => {
    const target = { UserName: 'jun' };
    expect(await refusalOf(iam.getLoginProfile(target))).toBe('NoSuchEntity 404');
    expect(await refusalOf(iam.updateLoginProfile(target))).toBe('NoSuchEntity 404');
    await iam.createLoginProfile({
      ...target,
      Password: 'Correct-horse-1',
      PasswordResetRequired: true,
    });
    const profile = { UserName: 'jun', CreateDate: practice.now() };
    const shown = async () => (await iam.getLoginProfile(target)).LoginProfile;
    expect(await shown()).toEqual({ ...profile, PasswordResetRequired: true });
    expect(await refusalOf(create('Correct-horse-2'))).toBe('EntityAlreadyExists 409');
    expect(signIn(practice, 'jun', 'Correct-horse-2', '')).toBe(false);
    await iam.updateLoginProfile({ ...target, Password: 'Correct-horse-2' });
    await iam.updateLoginProfile({ ...target, PasswordResetRequired: false });
    expect(await shown()).toEqual({ ...profile, PasswordResetRequired: false });
    expect(signIn(practice, 'jun', 'Correct-horse-1', '')).toBe(false);
    expect(signIn(practice, 'jun', 'Correct-horse-2', '')).toBe(true);
  });

  test('must obey the policy when it changes', async () => {
    await create('Correct-horse-1');
    const weak = iam.updateLoginProfile({ UserName: 'jun', Password: 'weak' });
    expect(await refusalOf(weak)).toBe('PasswordPolicyViolation 400');
    expect(signIn(practice, 'jun', 'Correct-horse-1', '')).toBe(true);
  });
});

describe('signing in', () => {
  test('takes the password and, with MFA, each code once: those of the enrolment too', async () => {
    await create('Correct-horse-1');
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun' });
    const seed = Buffer.from(VirtualMFADevice?.Base32StringSeed ?? []).toString('ascii');
    const code = (steps: number) => codeAfter(practice, seed, steps);
    await iam.enableMFADevice({
      UserName: 'jun',
      SerialNumber: VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: code(-1),
      AuthenticationCode2: code(0),
    });
    const enter = (password: string, given: string) => signIn(practice, 'JUN', password, given);
    expect(enter('Correct-horse-1', code(0))).toBe(true);
    expect(enter('Correct-horse-1', code(0))).toBe(false);
    expect(enter('Correct-horse-1', code(-1))).toBe(true);
    time.ms += 180_000;
    expect(enter('Correct-horse-1', '')).toBe(false);
    expect(enter('Correct-horse-2', code(0))).toBe(false);
    expect(enter('Correct-horse-1', code(3))).toBe(false);
    expect(enter('Correct-horse-1', code(2))).toBe(true);
    // Out of order.
    expect(enter('Correct-horse-1', code(-2))).toBe(true);
    expect(enter('Correct-horse-1', code(-3))).toBe(false);
    expect((await iam.getUser({ UserName: 'jun' })).User?.PasswordLastUsed).toEqual(practice.now());
  });

  test('accepts no code after nine tries in three minutes', async () => {
    await create('Correct-horse-1');
    giveMfa(state, 'jun');
    const right = () => codeAfter(practice, state.devices[0]?.seed ?? '', 0);
    const enter = (code: string) => signIn(practice, 'jun', 'Correct-horse-1', code);
    for (let n = 0; n < 9; n++) expect(enter('000000')).toBe(false);
    expect(enter(right())).toBe(false);
    time.ms += 180_000;
    expect(enter(right())).toBe(true);
  });

  test('is refused to a user who does not exist', () => {
    expect(signIn(practice, 'min', 'Correct-horse-1', '')).toBe(false);
  });
});
