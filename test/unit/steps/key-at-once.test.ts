import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyFile, keyPlace } from '../../../src/auth/key-profile.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { say } from '../../../src/text/text.ts';
import { createKey } from '../../../steps/key/create-key.ts';
import { newHome } from '../../support/auth/home.ts';

const FILE = '# mine\r\n[default]\r\nregion = eu-west-1\r\n';
const DENIED = new Blocked({ en: 'gone' }, [], { code: 'NoSuchEntity', status: 404 });

interface Sent {
  operation: string;
  input: { AccessKeyId?: string };
}

/** AWS as two runs see it, each with the file of one home. `held`: the replies to CreateAccessKey wait for each other. */
function twoRuns() {
  const home = newHome({ credentials: FILE });
  const keys = new Map<string, string>();
  let creations = 0;
  let release = () => {};
  const both = new Promise<void>((resolve) => {
    release = resolve;
  });
  const send = async ({ operation, input: { AccessKeyId = '' } }: Sent) => {
    if (operation === 'DeleteAccessKey' && !keys.delete(AccessKeyId)) throw DENIED;
    if (operation !== 'CreateAccessKey') {
      return { AccessKeyMetadata: [...keys.keys()].map((id) => ({ AccessKeyId: id })) };
    }
    const id = `AKIA000000000000000${++creations}`;
    keys.set(id, `secret${creations}`);
    if (creations === 2) release();
    await both;
    return { AccessKey: { AccessKeyId: id, SecretAccessKey: keys.get(id) } };
  };
  const asked: string[] = [];
  const ask = async (_key: string, { message, danger }: { message: never; danger?: true }) => {
    asked.push(`${danger === true} ${say(message)}`);
    return true;
  };
  const run = () => {
    const file = keyFile({ HOME: home }, ownersFiles);
    const place = keyPlace({ file, whoSigns: async () => '', sleep: async () => undefined });
    const change = createKey({ user: 'backup', profile: 'backup' });
    return change.run(send as never, ask as never, Date.now, place);
  };
  return { run, keys, asked, path: join(home, '.aws', 'credentials') };
}

it('two renewals at once leave one key, whose secret is in the file', async () => {
  const { run, keys, path } = twoRuns();
  const ends = await Promise.allSettled([run(), run()]);
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [say(end.reason.text)] : []));
  expect(failed).toEqual([expect.stringContaining('another program has changed the profile')]);
  const [[id, secret] = []] = keys;
  expect(keys.size).toBe(1);
  const own = `aws_access_key_id = ${id}\r\naws_secret_access_key = ${secret}\r\n`;
  expect(readFileSync(path, 'latin1')).toBe(`${FILE}\r\n[backup]\r\n${own}`);
});

it('a key that another run has deleted meanwhile is not said to work', async () => {
  const { run, keys } = twoRuns();
  const clear = keys.delete.bind(keys);
  keys.delete = (id) => {
    clear(id);
    return false;
  };
  const ends = await Promise.allSettled([run(), run()]);
  const [failed] = ends.flatMap((end) => (end.status === 'rejected' ? [say(end.reason.text)] : []));
  expect(failed).toContain('another program has changed the profile');
});

it('a file that others may read is written only by an answer of its own', async () => {
  const { run, asked, path } = twoRuns();
  chmodSync(path, 0o644);
  await Promise.allSettled([run(), run()]);
  expect(asked).toEqual(Array(2).fill(expect.stringMatching(/^true .* may read the file/)));
  expect(statSync(path).mode & 0o777).toBe(0o644);
});
