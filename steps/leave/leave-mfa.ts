import { type Change, step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { kindOfDevice, mfaDevicesOf } from '../iam/mfa-devices.ts';
import { findLeaver, type Leaver } from './find-leaver.ts';
import { isLeftBy, leftBy, tagsOf } from './left-devices.ts';

interface Device {
  serial: string;
  /** It carries the tag by which it is found once it is nobody's. */
  marked: boolean;
}

interface Seen extends Leaver {
  /** AWS's id of the user. A tag holds no comma, which a name may have. */
  id: string;
  devices: Device[];
}

export const leaveMfa = (wanted: string) =>
  step({
    id: 'leave-mfa',
    title: t('MFA devices'),
    why: t('A device that somebody else holds should prove nothing any more.'),
    cost: 'free',
    needs: ['leave-sessions'],
    notFor: ['project'],
    controls: [],

    async observe(look): Promise<Seen> {
      const { detail, ...leaver } = await findLeaver(look, wanted);
      const id = detail?.UserId ?? '';
      const serials = leaver.exists ? await mfaDevicesOf(look, leaver.name) : [];
      const devices = serials.map(async (serial) => ({
        serial,
        marked: kindOfDevice(serial) !== 'app' || isLeftBy(id, await tagsOf(look, serial)),
      }));
      return { ...leaver, id, devices: await Promise.all(devices) };
    },

    evidence: ({ devices }) => ({ devices: devices.map(({ serial }) => serial) }),

    status: ({ devices }) =>
      devices.length === 0
        ? t('none')
        : t('{names}', { names: devices.map(({ serial }) => shortSerial(serial)).join(', ') }),

    plan: ({ name, id, devices }) => devices.flatMap((device) => takeAway(name, id, device)),
  });

/** A virtual device is marked first: afterwards, nothing says whose it was, and it could not be deleted with its user. */
function takeAway(name: string, id: string, { serial, marked }: Device): Change[] {
  const device = shortSerial(serial);
  const input = { SerialNumber: serial };
  return [
    ...(marked
      ? []
      : [
          {
            kind: 'call',
            summary: t('Tag the MFA device {device} as left by {name}, to delete it later', {
              device,
              name,
            }),
            service: 'iam',
            operation: 'TagMFADevice',
            input: { ...input, Tags: [leftBy(id)] },
          } satisfies Change,
        ]),
    {
      kind: 'call',
      summary: t('Remove the MFA device {device} from {name}', { device, name }),
      undo: t(
        'IAM console > Users > {name} > Security credentials > Assign MFA device: with the device at hand',
        { name },
      ),
      service: 'iam',
      operation: 'DeactivateMFADevice',
      input: { UserName: name, ...input },
    },
  ];
}

/** `kim` for `arn:aws:iam::111122223333:mfa/kim`. */
const shortSerial = (serial: string): string => serial.split('/').at(-1) ?? serial;
