import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Secret } from '../../../src/engine/secret.ts';
import type {
  Account,
  InteractiveChange,
  Question,
  Request,
  Send,
} from '../../../src/engine/step.ts';
import { redactInput } from '../../../src/reports/redact.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { say, t } from '../../../src/text/text.ts';
import { enrolApp, enrolToken, resync } from '../../../steps/iam/mfa-enrolment.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const SERIAL = 'arn:aws:iam::111122223333:mfa/kim';
const NOW = Date.parse('2026-11-22T12:00:00Z');
const ACCOUNT = { id: '111122223333', alias: 'acme', practice: false } as Account;

const IS_OURS = [{ Key: 'managed-by', Value: 'rootlock' }];

const device = (leftover = false) => ({ name: 'kim', serial: SERIAL, leftover }) as const;
const refusal = (code: string, attempts = 1) =>
  new Blocked(t('refused'), [], { code, status: 409, attempts });

/** Carries a change out. `answers`: an error, or else the reply, of each call of this operation in turn. */
async function carriedOut(change: InteractiveChange, answers: Record<string, unknown[]> = {}) {
  const sent: Request[] = [];
  const asked: Question<'codes'>[] = [];
  const send = (async (request: Request) => {
    sent.push(request);
    const answer = answers[request.operation]?.shift();
    if (answer instanceof Error) throw answer;
    const seed = { Base32StringSeed: new TextEncoder().encode(SEED) };
    return answer ?? { VirtualMFADevice: seed };
  }) as Send;
  const ask = async (key: string, question: Question<'codes'>) => {
    expect([key, question.kind]).toEqual(['codes', 'codes']);
    asked.push(question);
    return ['123 456', '654 321'];
  };
  const error = await change.run(send, ask as never, () => NOW).catch((thrown: unknown) => thrown);
  return { sent, asked, error, said: error instanceof Blocked ? say(error.text) : error };
}

const operationsOf = (requests: Request[]) => requests.map(({ operation }) => operation);

describe('an authenticator app', () => {
  it('is shown with all calls that it sends, and sends no others', async () => {
    for (const leftover of [false, true]) {
      const change = enrolApp(ACCOUNT, 'kim', device(leftover));
      const { sent, error } = await carriedOut(change);
      expect(error).toBeUndefined();
      expect(operationsOf(sent)).toEqual(operationsOf(change.calls));
      expect(sent.slice(0, -1)).toEqual(change.calls.slice(0, -1));
    }
  });

  it('is planned as what it sends, with room for the codes, and with how to undo it', () => {
    const change = enrolApp(ACCOUNT, 'kim', device(true));
    expect([change.kind, say(change.summary)]).toEqual([
      'exchange',
      'Set up an authenticator app for kim',
    ]);
    expect(change.undo && say(change.undo)).toBe(
      'IAM console > Users > kim > Security credentials > Remove',
    );
    const SerialNumber = SERIAL;
    expect(
      change.calls.map(({ service, operation, input }) => [service, operation, input]),
    ).toEqual([
      ['iam', 'DeleteVirtualMFADevice', { SerialNumber }],
      ['iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'kim', Tags: IS_OURS }],
      [
        'iam',
        'EnableMFADevice',
        {
          UserName: 'kim',
          SerialNumber,
          AuthenticationCode1: '<first code>',
          AuthenticationCode2: '<second code>',
        },
      ],
    ]);
  });

  it('is enrolled with two codes of the key that AWS made, which stay secret', async () => {
    const { sent, asked } = await carriedOut(enrolApp(ACCOUNT, 'kim', device()));
    const last = sent.at(-1) as Request;
    expect(last).toMatchObject({ input: { UserName: 'kim', SerialNumber: SERIAL } });
    const { AuthenticationCode1: one, AuthenticationCode2: two } = last.input as unknown as Record<
      string,
      Secret
    >;
    expect([one?.reveal(), two?.reveal()]).toEqual(['123456', '654321']);
    expect(JSON.stringify(redactInput(last))).not.toContain('123456');
    const [question] = asked;
    expect(question?.seed?.reveal()).toBe(SEED);
    const code = generateSync({ secret: SEED, epoch: NOW / 1000 });
    expect(question?.validate?.([code, ''])).toBeUndefined();
    expect(question?.validate?.(['12', ''])).toBeDefined();
  });

  it('is called by its user and account, and in practice by no account', async () => {
    const labelIn = async (account: Partial<Account>) => {
      const { asked } = await carriedOut(
        enrolApp({ ...ACCOUNT, ...account } as Account, 'kim', device()),
      );
      return asked[0]?.label;
    };
    expect(await labelIn({})).toContain('acme');
    const { alias: _, ...unnamed } = ACCOUNT;
    const { asked } = await carriedOut(enrolApp(unnamed, 'kim', device()));
    expect(asked[0]?.label).toContain('111122223333');
    expect(await labelIn({ practice: true })).toContain('PRACTICE');
  });

  it('tells of the old entry in the app if a device was left over', async () => {
    const messageWith = async (leftover: boolean) => {
      const { asked } = await carriedOut(enrolApp(ACCOUNT, 'kim', device(leftover)));
      return asked[0] && say(asked[0].message);
    };
    expect(await messageWith(true)).toContain('Delete the old entry AWS:kim@acme in your app');
    expect(await messageWith(false)).toContain("Enter the app's code");
  });

  it('goes on if the device that was left over is gone already, and for no other reason', async () => {
    const change = () => enrolApp(ACCOUNT, 'kim', device(true));
    const gone = { DeleteVirtualMFADevice: [refusal('NoSuchEntity')] };
    expect((await carriedOut(change(), gone)).error).toBeUndefined();
    for (const error of [refusal('AccessDenied'), new TypeError('NoSuchEntity')]) {
      const { sent, ...failed } = await carriedOut(change(), { DeleteVirtualMFADevice: [error] });
      expect([failed.error, sent.length]).toEqual([error, 1]);
    }
  });

  it('needs another device if the reply with the key got lost or was damaged', async () => {
    const reply = (seed?: string) => ({
      VirtualMFADevice: seed === undefined ? {} : { Base32StringSeed: Buffer.from(seed) },
    });
    for (const [answer, words] of [
      [{}, 'got lost'],
      [reply(), 'got lost'],
      [reply(''), 'got lost'],
      [reply('not Base32!'), 'arrived damaged'],
    ] as const) {
      const failed = await carriedOut(enrolApp(ACCOUNT, 'kim', device()), {
        CreateVirtualMFADevice: [answer],
      });
      expect(failed.said).toMatch(/^AWS created an MFA device for kim, /);
      expect(failed.said).toContain(words);
      expect((failed.error as Blocked).fix.map(say)).toEqual([
        'Run Rootlock again: it removes that device and creates a new one.',
      ]);
      expect(failed.asked).toEqual([]);
    }
    const lost = await carriedOut(enrolApp(ACCOUNT, 'kim', device()), {
      CreateVirtualMFADevice: [refusal('EntityAlreadyExists', 2)],
    });
    expect(lost.said).toContain('got lost');
    expect(lost.error).toMatchObject({ code: 'EntityAlreadyExists', status: 409 });
    expect((lost.error as Blocked).fix).toHaveLength(1);
  });

  it('is not made if somebody else has such a device already', async () => {
    for (const error of [refusal('EntityAlreadyExists'), refusal('AccessDenied', 2)]) {
      const answers = { CreateVirtualMFADevice: [error] };
      expect((await carriedOut(enrolApp(ACCOUNT, 'kim', device()), answers)).error).toBe(error);
    }
  });
});

describe('two codes that AWS refuses', () => {
  const enrol = (...EnableMFADevice: unknown[]) =>
    carriedOut(enrolApp(ACCOUNT, 'kim', device()), { EnableMFADevice });

  it('are asked for again, with the same key', async () => {
    const { sent, asked, error } = await enrol(
      refusal('InvalidAuthenticationCode'),
      refusal('InvalidAuthenticationCode'),
    );
    expect(error).toBeUndefined();
    expect(operationsOf(sent)).toEqual([
      'CreateVirtualMFADevice',
      ...Array(3).fill('EnableMFADevice'),
    ]);
    expect(asked.slice(1).map(({ message }) => say(message))).toEqual(
      Array(2).fill('AWS refused these two codes. Enter two new ones in a row.'),
    );
  });

  it('were right if they were sent twice, and AWS says then that it is done', async () => {
    expect((await enrol(refusal('EntityAlreadyExists', 2))).error).toBeUndefined();
    const later = [refusal('InvalidAuthenticationCode', 2), refusal('EntityAlreadyExists')];
    const { error, asked } = await enrol(...later);
    expect([error, asked.length]).toEqual([undefined, 2]);
    const taken = refusal('EntityAlreadyExists');
    expect((await enrol(refusal('InvalidAuthenticationCode'), taken)).error).toBe(taken);
  });

  it('are not asked for again if something else is wrong', async () => {
    const bug = Object.assign(new TypeError('oops'), { code: 'InvalidAuthenticationCode' });
    for (const error of [refusal('AccessDenied', 2), bug]) {
      const failed = await enrol(error);
      expect([failed.error, failed.asked.length]).toEqual([error, 1]);
    }
  });

  it('may be one device too many', async () => {
    const { said, error } = await enrol(refusal('LimitExceeded'));
    expect(said).toBe('kim has eight MFA devices, the most that AWS allows.');
    expect(error).toMatchObject({ code: 'LimitExceeded', status: 409 });
    expect((error as Blocked).fix.map(say).join()).toContain('IAM console > Users > kim >');
  });
});

describe('a device that exists already', () => {
  it('may have a number that is not known yet', () => {
    expect(say(enrolToken('kim', placeholder('a.serial')).summary)).toBe(
      'Set up a hardware TOTP token for kim',
    );
  });

  it.each([
    ['EnableMFADevice', () => enrolToken('kim', 'SERIAL1')],
    ['ResyncMFADevice', () => resync('kim', 'SERIAL1')],
  ])('sends one call with two of its codes: %s', async (operation, make) => {
    const change = make();
    expect([change.kind, say(change.summary)]).toEqual([
      'exchange',
      expect.stringContaining('SERIAL1'),
    ]);
    const { sent, asked, error } = await carriedOut(change);
    expect([error, operationsOf(sent), operationsOf(change.calls)]).toEqual([
      undefined,
      [operation],
      [operation],
    ]);
    expect(sent[0]?.input).toMatchObject({ UserName: 'kim', SerialNumber: 'SERIAL1' });
    const [question] = asked;
    expect([question?.label, question?.seed]).toEqual(['SERIAL1', undefined]);
    expect(question && say(question.message)).toContain('Enter a code of the device');
    expect(question?.validate?.(['12', ''])).toBeDefined();
  });
});
