import {
  CreateUserCommand,
  DeactivateMFADeviceCommand,
  DeleteUserCommand,
  DeleteVirtualMFADeviceCommand,
} from '@aws-sdk/client-iam';
import { generateSync } from 'otplib';
import type { Live } from './account.ts';
import { answerTo, type Point, PREFIX, seen } from './point.ts';

const UserName = `${PREFIX}-codes`;
const STEP = 30;
/** How many steps of 30 seconds ago the first of the two codes was shown. The wizard lets 999 through. */
const AGES = [1, 3, 900];
const nameOf = (age: number) => `${UserName}-${age}`;
const serialOf = ({ partition, id }: Live, age: number) =>
  `arn:${partition}:iam::${id}:mfa/${nameOf(age)}`;

export const oldCodes: Point = {
  about: 'How old may the codes be that EnableMFADevice takes?',
  expected: 'of a clock that is minutes or hours behind, too',
  async try(live) {
    await live.command('iam', new CreateUserCommand({ UserName }));
    const answers: string[] = [];
    for (const age of AGES) {
      const made = await live.send({
        service: 'iam',
        operation: 'CreateVirtualMFADevice',
        input: { VirtualMFADeviceName: nameOf(age) },
      });
      const secret = Buffer.from(made.VirtualMFADevice?.Base32StringSeed ?? []).toString('ascii');
      const code = (steps: number) =>
        generateSync({ secret, epoch: Math.floor(live.clock() / 1000) + steps * STEP });
      const [AuthenticationCode1, AuthenticationCode2] = [code(-age), code(1 - age)];
      answers.push(
        await answerTo(
          live.send({
            service: 'iam',
            operation: 'EnableMFADevice',
            input: {
              UserName,
              SerialNumber: serialOf(live, age),
              AuthenticationCode1,
              AuthenticationCode2,
            },
          }),
        ),
      );
    }
    const said = AGES.map((age, n) => `${age} old: ${answers[n]}`);
    return seen(
      said.join(', '),
      answers.every((answer) => answer === 'done'),
    );
  },
  async clean(live) {
    for (const age of AGES) {
      const SerialNumber = serialOf(live, age);
      await live.ifThere('iam', new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
      await live.ifThere('iam', new DeleteVirtualMFADeviceCommand({ SerialNumber }));
    }
    await live.ifThere('iam', new DeleteUserCommand({ UserName }));
  },
};
