import { Blocked } from '../engine/errors.ts';
import type { Account, Reads } from '../engine/step.ts';

/** Who is signed in, and to which account. Needs no permission: AWS answers GetCallerIdentity even if all is denied. */
export async function identify(
  reads: Reads,
  { accessKeyId, expiration }: { accessKeyId: string; expiration?: Date },
): Promise<Pick<Account, 'id' | 'alias' | 'partition' | 'identity'>> {
  const [{ Account: id = '', Arn: arn = '' }, alias] = await Promise.all([
    reads.read('sts', 'GetCallerIdentity', {}),
    aliasOf(reads),
  ]);
  return {
    id,
    partition: arn.split(':')[1] ?? 'aws',
    ...(alias && { alias }),
    identity: {
      arn,
      kind: kindOf(arn),
      // Long-term keys begin with AKIA, temporary ones with ASIA. IAM User Guide, "Unique identifiers".
      isLongTerm: accessKeyId.startsWith('AKIA'),
      accessKeyId,
      ...(expiration && { expiresAt: expiration }),
    },
  };
}

function kindOf(arn: string): Account['identity']['kind'] {
  if (arn.endsWith(':root')) return 'root';
  return /:user\//.test(arn) ? 'user' : 'role';
}

/** The alias is only shown, so a refusal to read it is no problem. */
async function aliasOf(reads: Reads): Promise<string | undefined> {
  try {
    const { AccountAliases = [] } = await reads.read('iam', 'ListAccountAliases', {});
    return AccountAliases[0];
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}
