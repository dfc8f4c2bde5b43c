import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  PutUserPolicyCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { codeAt, stepAt } from '../../../src/practice/owner/device-codes.ts';
import { ADMINISTRATOR_ACCESS, allowAll } from '../accounts/policies.ts';
import { iamOf } from './clients.ts';
import type { Emulator } from './server.ts';

export const LEAVER = 'kim';

const Password = 'Practice-makes-1-perfect';

/** A public key and a certificate that nobody has the other half of. */
const SSH_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKVkyqR5zrhQnyWyVoQ2bENbg0c6N5Wh0rjh48J0xTBv';
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBczCCARmgAwIBAgIUMHD9ehM451YOulK5d2HVx4x7FbYwCgYIKoZIzj0EAwIw
DjEMMAoGA1UEAwwDa2ltMCAXDTI2MTEyOTE4MjgyM1oYDzIxMjYxMTA1MTgyODIz
WjAOMQwwCgYDVQQDDANraW0wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATQUwFQ
4H0SW1wrJ/ieMJOVaTq/EKm4rFrg6DXqpQJGIVU63autlvk1FO13r4DChQIpW4Tx
Ty5x4QAdbyS/Y+4Oo1MwUTAdBgNVHQ4EFgQUCsnwscBVqVKeqlZtlfYH+gpDOqIw
HwYDVR0jBBgwFoAUCsnwscBVqVKeqlZtlfYH+gpDOqIwDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNIADBFAiEAjF3tf3lrJ9w3e7PsTkfIIFIie6Px1ndv63zK
wB0KSwQCIDwTWI2JYmL1bn57UH8EY7U/y/0cIKxWavXchfKA1JTk
-----END CERTIFICATE-----`;

/** An administrator, and somebody with something of each kind. */
export async function makeLeaver(emulator: Emulator): Promise<void> {
  const UserName = LEAVER;
  const iam = iamOf(emulator);
  await iam.send(new CreateUserCommand({ UserName: 'jun' }));
  await iam.send(new AttachUserPolicyCommand({ UserName: 'jun', PolicyArn: ADMINISTRATOR_ACCESS }));
  await iam.send(new CreateLoginProfileCommand({ UserName: 'jun', Password }));
  await iam.send(new CreateUserCommand({ UserName, Tags: [{ Key: 'Team', Value: 'Web' }] }));
  await iam.send(new CreateGroupCommand({ GroupName: 'Developers' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'Developers', UserName }));
  const PolicyArn = 'arn:aws:iam::aws:policy/PowerUserAccess';
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const policy = { PolicyName: 'everything', PolicyDocument: allowAll() };
  await iam.send(new PutUserPolicyCommand({ UserName, ...policy }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password }));
  await iam.send(new CreateAccessKeyCommand({ UserName }));
  await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody: SSH_KEY }));
  const certificate = { UserName, CertificateBody: CERTIFICATE };
  await iam.send(new UploadSigningCertificateCommand(certificate));
  const git = { UserName, ServiceName: 'codecommit.amazonaws.com' };
  await iam.send(new CreateServiceSpecificCredentialCommand(git));
  const phone = { VirtualMFADeviceName: 'phone' };
  const { VirtualMFADevice } = await iam.send(new CreateVirtualMFADeviceCommand(phone));
  const seed = new TextDecoder().decode(VirtualMFADevice?.Base32StringSeed);
  const step = stepAt(Date.now());
  await iam.send(
    new EnableMFADeviceCommand({
      UserName,
      SerialNumber: VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: codeAt(seed, step - 1),
      AuthenticationCode2: codeAt(seed, step),
    }),
  );
}
