import {
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  ListAccessKeysCommand,
} from '@aws-sdk/client-iam';
import { answerTo, type Point, PREFIX, seen } from './point.ts';

const UserName = `${PREFIX}-key`;
/** The id in AWS's documents: a key of no account of ours. */
const FOREIGN = 'AKIAIOSFODNN7EXAMPLE';

export const lastUseOfOthers: Point = {
  about:
    'What does GetAccessKeyLastUsed say of a key that is deleted, and of one of another account?',
  expected: 'a refusal or no date: neither passes for a key that is in use',
  async try({ command, ifThere, read, send }) {
    await command('iam', new CreateUserCommand({ UserName }));
    const { AccessKey } = await send({
      service: 'iam',
      operation: 'CreateAccessKey',
      input: { UserName },
    });
    const AccessKeyId = AccessKey?.AccessKeyId ?? '';
    await ifThere('iam', new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    const says = async (id: string): Promise<string> => {
      const asked = read('iam', 'GetAccessKeyLastUsed', { AccessKeyId: id });
      const answer = await answerTo(asked);
      if (answer !== 'done') return answer;
      return (await asked).AccessKeyLastUsed?.LastUsedDate ? 'a date' : 'no date';
    };
    const [deleted, foreign] = [await says(AccessKeyId), await says(FOREIGN)];
    return seen(
      `deleted: ${deleted}, of another account: ${foreign}`,
      ![deleted, foreign].includes('a date'),
    );
  },
  async clean({ ifThere }) {
    const { AccessKeyMetadata = [] } =
      (await ifThere('iam', new ListAccessKeysCommand({ UserName }))) ?? {};
    for (const { AccessKeyId } of AccessKeyMetadata) {
      await ifThere('iam', new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    }
    await ifThere('iam', new DeleteUserCommand({ UserName }));
  },
};
