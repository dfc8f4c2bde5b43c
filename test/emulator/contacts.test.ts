import { GetAlternateContactCommand } from '@aws-sdk/client-account';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { accountOf, useEmulator } from '../support/emulator/clients.ts';
import { ownerOf } from '../support/emulator/owner.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { inSentences } from '../support/owner/in-sentences.ts';
import { replyTo } from '../support/owner/owner.ts';

const emulator = useEmulator();
const ONLY = ['--only', 'contacts'];
const person = (kind: string, n: number) => ({
  [`contacts.${kind}-name`]: `Kim ${kind}`,
  [`contacts.${kind}-title`]: 'Owner',
  [`contacts.${kind}-email`]: `${kind}@example.com`,
  [`contacts.${kind}-phone`]: `+82 10-5550-010${n}`,
});

it('an answers file names somebody else for each contact, and a second run changes nothing', async () => {
  const where = { url: emulator().url, home: newHome() };
  const answers = {
    'contacts.who': 'each',
    ...person('security', 1),
    ...person('billing', 2),
    ...person('operations', 3),
  };
  for (const _ of [1, 2]) {
    const { stdout, code } = await rootlock([...ONLY, '--json'], { ...where, answers });
    expect([code, (JSON.parse(stdout) as Report).steps[0]?.state]).toEqual([0, 'secure']);
  }
  expect(writes(await emulator().requests())).toEqual(Array(3).fill('account PutAlternateContact'));
  const account = accountOf(emulator());
  for (const [kind, AlternateContactType] of [
    ['security', 'SECURITY'],
    ['billing', 'BILLING'],
    ['operations', 'OPERATIONS'],
  ] as const) {
    const found = await account.send(new GetAlternateContactCommand({ AlternateContactType }));
    expect(found.AlternateContact).toMatchObject({
      Name: `Kim ${kind}`,
      EmailAddress: `${kind}@example.com`,
    });
  }
});

it('the phone of the account is proven in a terminal', async () => {
  await emulator().phone('UNVERIFIED');
  const where = { url: emulator().url, home: newHome() };
  const terminal = openRootlock([...ONLY, '--plain'], where);
  const driver = inSentences(terminal);
  const owner = ownerOf(emulator());
  for (let shown = await driver.next(); shown; shown = await driver.next()) {
    const isCode = shown.words.includes('Code of the SMS?');
    await driver.give(isCode ? { type: '123456' } : await replyTo(shown, owner));
  }
  expect(await terminal.exit).toMatchObject({ code: 0 });
  expect(writes(await emulator().requests()).slice(-2)).toEqual([
    'account SendPhoneNumberVerification',
    'account VerifyPhoneNumber',
  ]);
});
