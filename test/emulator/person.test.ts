import {
  GetLoginProfileCommand,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { codeAt, stepAt } from '../../src/practice/owner/device-codes.ts';
import { playbook } from '../../steps/person/index.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { stateFiles } from '../support/program/program.ts';
import { DARK, scan } from '../support/tui/scan-qr.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();

it('a new developer is in with MFA after 25 keys, and a second run sends nothing', async () => {
  const { url, requests } = emulator();
  const home = newHome();
  const run = openRootlock(['person', 'kim'], { url, home });
  let keys = 0;
  const press = async (question: string | RegExp, ...typed: string[]) => {
    await run.waitFor(question);
    for (const one of typed) run.type(one);
    keys += typed.length;
  };
  await press('Where would you like to start?', KEY.enter);
  await press('Create the user kim', KEY.enter);
  await press('Rootlock has not changed this account', 'y', KEY.enter);
  await press('What does kim do?', KEY.enter);
  await press('Which MFA device will kim use?', KEY.enter);
  await run.waitFor('first code');
  const seed = new URL(scan(run.buffer, 80, 24, DARK) ?? 'nothing:').searchParams.get('secret');
  const step = stepAt(Date.now());
  await press('first code', ...codeAt(seed ?? '', step - 1));
  await press('next code', ...codeAt(seed ?? '', step));
  await press(/matches[\s\S]+matches/, KEY.enter);
  await press('Must kim choose', KEY.enter);
  await press("It won't be shown again", 'k');
  await press('kim can sign in. Press Enter to finish', KEY.enter);
  await press('In which language', KEY.enter);
  await press('Username: kim', 'y', KEY.enter);
  expect((await run.exit).code).toBe(0);
  expect(keys).toBeLessThanOrEqual(25);

  const iam = iamOf(emulator());
  const UserName = 'kim';
  const { Groups } = await iam.send(new ListGroupsForUserCommand({ UserName }));
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['Developers']);
  const { MFADevices } = await iam.send(new ListMFADevicesCommand({ UserName }));
  expect(MFADevices).toHaveLength(1);
  const { LoginProfile } = await iam.send(new GetLoginProfileCommand({ UserName }));
  expect(LoginProfile?.PasswordResetRequired).toBe(true);
  const { 'book.json': book } = Object.fromEntries(
    Object.entries(stateFiles(home)).map(([name, text]) => [name.split('/').at(-1), text]),
  );
  expect(book).not.toContain('kim');

  const before = writes(await requests());
  expect(playbook.calls).toEqual(expect.arrayContaining(before));
  const again = await rootlock(['person', 'KIM', '--yes'], { url, home });
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('Nothing was changed.');
  expect(writes(await requests())).toEqual(before);
});
