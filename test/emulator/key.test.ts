import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListAccessKeysCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { keyInFile, startKeyUser } from '../support/emulator/key-user.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
const DAY = 86_400;
const UserName = 'backup';

/** Two programs keep the emulator busy while the others run. */
const SLOW = { timeout: 180_000 };

const iam = () => iamOf(emulator());

/** A program's key in its profile, between two others. */
async function keyInProfile(home: string) {
  await iam().send(new CreateUserCommand({ UserName }));
  await iam().send(new CreateGroupCommand({ GroupName: 'Programs' }));
  await iam().send(new AddUserToGroupCommand({ GroupName: 'Programs', UserName }));
  const { AccessKey } = await iam().send(new CreateAccessKeyCommand({ UserName }));
  const { AccessKeyId: id = '', SecretAccessKey: secret } = AccessKey ?? {};
  const file = join(home, '.aws', 'credentials');
  mkdirSync(join(home, '.aws'), { mode: 0o700 });
  const own = `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
  const text = `# mine\n[default]\nregion=eu-west-1\n\n[backup]\n${own}# keep\n[other]\nx=1`;
  writeFileSync(file, text, { mode: 0o600 });
  return { id, file, text };
}

const keys = async () => {
  const { AccessKeyMetadata = [] } = await iam().send(new ListAccessKeysCommand({ UserName }));
  return Object.fromEntries(
    AccessKeyMetadata.map(({ AccessKeyId, Status }) => [AccessKeyId, Status]),
  );
};

it(
  'no call of a program fails while its key is renewed, and the old key stays as long as another one goes on with it',
  SLOW,
  async () => {
    const { url, requests, clock, lastUsedDelay } = emulator();
    const home = newHome();
    const { id: old, file, text } = await keyInProfile(home);
    await clock(100 * DAY);
    await lastUsedDelay(0);
    const renewing = startKeyUser(emulator(), () => keyInFile(file, 'backup'));
    const stuck = startKeyUser(emulator(), () => old);
    await stuck.firstCall;

    const run = openRootlock(['key', 'backup'], { url, home });
    const press = async (question: string, ...typed: string[]) => {
      await run.waitFor(question);
      for (const one of typed) run.type(one);
    };
    await press('Where would you like to start?', KEY.enter);
    await press('is 100 days old', KEY.enter);
    await press('Where does the new key', KEY.enter);
    await press('Name of the profile', KEY.enter);
    await press('Is it yours?', 'y', KEY.enter);
    await press('takes the place of', 'y', KEY.enter);
    // The renewing program may have signed a call before Rootlock looks.
    if (await run.showsBeforeTheEnd('whose key it is, by a call')) run.type(KEY.enter);
    expect((await run.exit).code).toBe(2);

    const fresh = keyInFile(file, 'backup');
    expect(await keys()).toEqual({ [old]: 'Active', [fresh]: 'Active' });
    const after = readFileSync(file, 'utf8');
    const secret = /secret_access_key = (.*)/;
    const [before, now] = [text, after.replace(fresh, old)].map((one) => one.replace(secret, ''));
    expect(now).toBe(before);
    expect(run.raw).not.toContain(secret.exec(after)?.[1]);

    const unattended = async (answers: object = {}) => {
      const { code, stdout } = await rootlock(['key', UserName, '--yes'], { url, home, answers });
      return { code, stdout, keys: await keys() };
    };
    const both = { [old]: 'Active', [fresh]: 'Active' };
    const goes = { 'key-old.both': 'goes', 'key-old.apply': true };
    await clock(120 * DAY);
    const used = await unattended(goes);
    expect(used).toMatchObject({ code: 2, keys: both });
    expect(used.stdout).toContain('in CloudTrail: sts GetCallerIdentity on ');

    await stuck.stop();
    await clock(140 * DAY);
    expect(await unattended()).toMatchObject({ code: 2, keys: both });
    const off = { code: 0, keys: { ...both, [old]: 'Inactive' } };
    expect(await unattended(goes)).toMatchObject(off);
    // It is deleted only by somebody who types its id.
    expect(await unattended({ ...goes, 'key-old.typed': old })).toMatchObject(off);

    await renewing.stop();
    expect([renewing.failures, stuck.failures]).toEqual([[], []]);
    expect(renewing.used.get(fresh)).toBeGreaterThan(5);
    const sent = writes(await requests()).filter((call) => /AccessKey/.test(call));
    expect(sent).toEqual(['iam CreateAccessKey', 'iam CreateAccessKey', 'iam UpdateAccessKey']);
  },
);
