import {
  GetUserCommand,
  ListAccessKeysCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { playbook } from '../../steps/leave/index.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { makeLeaver, LEAVER as UserName } from '../support/emulator/leaver.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

it('somebody with something of each kind is out, then deleted once their name is typed, and a third run sends nothing', async () => {
  const { url, requests } = emulator();
  await makeLeaver(emulator());
  const home = newHome();
  const leave = (...more: string[]) => ['person', UserName, '--leave', ...more];
  const before = writes(await requests()).length;
  const iam = iamOf(emulator());

  const first = await rootlock(leave('--yes'), { url, home, answers: {} });
  // Nobody has typed the name: the user is left.
  expect([first.code, first.stderr]).toEqual([3, '']);
  expect(first.stdout).toContain('Nobody gets in as kim any more.');
  const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName }));
  expect(AccessKeyMetadata?.map(({ Status }) => Status)).toEqual(['Inactive']);

  const second = await rootlock(leave('--yes'), {
    url,
    home,
    answers: { 'leave-user.typed': UserName },
  });
  expect([second.code, second.stderr]).toEqual([0, '']);
  await expect(iam.send(new GetUserCommand({ UserName }))).rejects.toThrow();
  const { VirtualMFADevices } = await iam.send(new ListVirtualMFADevicesCommand({}));
  expect(VirtualMFADevices).toEqual([]);

  const made = writes(await requests());
  expect(playbook.calls).toEqual(expect.arrayContaining(made.slice(before)));
  const third = await rootlock(leave('--yes'), { url, home, answers: {} });
  expect([third.code, writes(await requests())]).toEqual([0, made]);
});
