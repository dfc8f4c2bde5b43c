import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFile, keyIn, keyPlace, withKey } from '../../../src/auth/key-profile.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { newHome } from '../../support/auth/home.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEY = { id: 'AKIANEWKEY0000000001', secret: new Secret(SECRET) };
const OTHER = { id: 'AKIANEWKEY0000000002', secret: new Secret('other') };
const OURS = `aws_access_key_id = ${KEY.id}\naws_secret_access_key = ${SECRET}\n`;
const FILE = `# my keys
[default]
region=eu-central-1
aws_access_key_id = AKIAOLDKEY0000000001
aws_secret_access_key = old
aws_session_token = old
output=json

[ work ]
aws_access_key_id=AKIALIVEKEY000000001 ; a comment`;

/** A folder with this credentials file, or without one. */
function fileIn(text?: string) {
  const home = newHome(text === undefined ? {} : { credentials: text });
  const path = join(home, '.aws', 'credentials');
  return { path, folder: join(home, '.aws'), place: keyFile({ HOME: home }, ownersFiles) };
}

describe('a new key in the credentials file', () => {
  it.each([
    ['an empty file', '', `[backup]\n${OURS}`],
    ['a file without a last line end', FILE, `${FILE}\n\n[backup]\n${OURS}`],
    ['a profile without a key', '[backup]', `[backup]\n${OURS}`],
    [
      'a file with a byte order mark',
      '\xef\xbb\xbf[a]\nx=1\n',
      `\xef\xbb\xbf[a]\nx=1\n\n[backup]\n${OURS}`,
    ],
    [
      'the first section, after a byte order mark',
      '\xef\xbb\xbf[backup]\nAWS_ACCESS_KEY_ID : AKIAOLD\n',
      `\xef\xbb\xbf[backup]\n${OURS}`,
    ],
    [
      'a profile that is there twice',
      '[backup]\nregion = x\n[b]\n[backup]\naws_access_key_id=AKIAOLD\noutput = json\n',
      `[backup]\n${OURS}region = x\n[b]\n[backup]\noutput = json\n`,
    ],
    ['another line end', '[a]\r\n', `[a]\r\n\r\n${`[backup]\n${OURS}`.replaceAll('\n', '\r\n')}`],
  ])('is a profile of its own in %s', (_, before, after) => {
    expect(withKey(before, 'backup', KEY)).toBe(after);
  });

  it('takes the place of the key of a profile, and of nothing else', () => {
    expect(withKey(FILE, 'default', KEY)).toBe(
      FILE.replace(/aws_access_key_id = .*\n.*\n.*\n/, '').replace(
        '[default]\n',
        `[default]\n${OURS}`,
      ),
    );
  });

  it.each([
    ['\xef\xbb\xbf[backup]\naws_access_key_id=AKIAOLD', 'AKIAOLD'],
    ['[backup]\nAws_Access_Key_Id:AKIAOLD\r\n', 'AKIAOLD'],
    ['[backup]\naws_access_key_id=AKIA1\n[backup]\naws_access_key_id=AKIA2', 'AKIA2'],
    ['[backup]\n# aws_access_key_id=AKIAOLD\n', ''],
    ['[profile backup]\naws_access_key_id=AKIAOLD\n', undefined],
  ])('takes the place of the one that the AWS CLI reads: %j', (text, id) => {
    expect(keyIn(text, 'backup')).toBe(id);
  });

  it('leaves all other lines as they are, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const before = Buffer.from(bytes).toString('latin1');
        if (keyIn(before, 'backup') !== undefined) return;
        const after = withKey(before, 'backup', KEY);
        expect(after.startsWith(before)).toBe(true);
        expect(keyIn(after, 'backup')).toBe(KEY.id);
      }),
    );
  });

  it('is readable by the owner alone in a new file, and keeps the mode of an old one', () => {
    const made = fileIn();
    made.place.write('backup', KEY, undefined);
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
    expect(made.place.isOpenToOthers()).toBe(false);
    const old = fileIn(FILE);
    chmodSync(old.path, 0o644);
    expect(old.place.isOpenToOthers()).toBe(true);
    old.place.write('backup', KEY, undefined);
    expect(statSync(old.path).mode & 0o777).toBe(0o644);
    expect(readdirSync(old.folder)).toEqual(['credentials']);
  });

  it('follows a link, which stays one', () => {
    const { path, folder, place } = fileIn();
    writeFileSync(join(folder, 'real'), FILE);
    symlinkSync(join(folder, 'real'), path);
    place.write('backup', KEY, undefined);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe(`${FILE}\n\n[backup]\n${OURS}`);
  });

  it('is not written over what another run has put there meanwhile', () => {
    const { path, place } = fileIn(FILE);
    const agreed = place.keyIn('backup');
    place.write('backup', OTHER, agreed);
    const after = readFileSync(path);
    expect(() => place.write('backup', KEY, agreed)).toThrow(Blocked);
    expect(readFileSync(path)).toEqual(after);
  });

  it.each(['[profile backup]\nrole_arn=x\n', '[default]\nlogin_session=x\n'])(
    'takes the place of what the other file says of a profile only if the owner knows: %j',
    (config) => {
      const home = newHome({ config });
      const place = keyFile({ HOME: home }, ownersFiles);
      const profile = config.includes('backup') ? 'backup' : 'default';
      expect([place.keyIn(profile), place.keyIn('other')]).toEqual(['', undefined]);
      expect(() => place.write(profile, KEY, undefined)).toThrow(Blocked);
      place.write(profile, KEY, '');
      expect(place.keyIn(profile)).toBe(KEY.id);
      expect(readFileSync(join(home, '.aws', 'config'), 'utf8')).toBe(config);
    },
  );

  it('goes where the environment says, also into a folder that is not there yet', () => {
    const home = newHome({});
    const file = join(home, 'elsewhere', 'keys');
    const place = keyFile({ HOME: home, AWS_SHARED_CREDENTIALS_FILE: file }, ownersFiles);
    place.write('backup', KEY, undefined);
    expect(readFileSync(file, 'utf8')).toBe(`[backup]\n${OURS}`);
    expect(statSync(join(home, 'elsewhere')).mode & 0o777).toBe(0o700);
    expect(place.secretOf(KEY.id)?.reveal()).toBe(SECRET);
  });

  it('is found again with its secret, and no other one is', () => {
    const { place } = fileIn(FILE);
    place.write('backup', KEY, undefined);
    expect(place.secretOf(KEY.id)?.reveal()).toBe(SECRET);
    expect(place.secretOf(OTHER.id)).toBeUndefined();
  });
});

describe('the proof of a key', () => {
  const placeWith = (whoSigns: () => string | undefined) => {
    const slept: number[] = [];
    const place = keyPlace({
      file: fileIn('').place,
      whoSigns: async () => whoSigns(),
      sleep: async (ms) => void slept.push(ms),
    });
    return { place, slept };
  };

  it('waits until AWS accepts the key', async () => {
    const answers = [undefined, undefined, 'arn:aws:iam::111122223333:user/backup'];
    const { place, slept } = placeWith(() => answers.shift());
    place.handedOver(KEY);
    expect(await place.prove(KEY.id)).toMatch(/backup$/);
    expect([slept.length, place.isProven(KEY.id)]).toEqual([2, true]);
  });

  it('fails if AWS goes on refusing it, or nobody here has its secret', async () => {
    const { place } = placeWith(() => undefined);
    await expect(place.prove(KEY.id)).rejects.toThrow('Nothing on this computer');
    place.handedOver(KEY);
    await expect(place.prove(KEY.id)).rejects.toThrow('does not accept');
    expect(place.isProven(KEY.id)).toBe(false);
  });
});
