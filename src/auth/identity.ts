import { Blocked } from '../engine/errors.ts';
import type { Account, Reads } from '../engine/step.ts';
import { shortened, t } from '../text/text.ts';

/** The form of an account's id, and of its alias. Both become part of paths and addresses. API Reference, CreateAccountAlias. */
const ACCOUNT_ID = /^\d{12}$/;
const ALIAS = /^(?!\d{12}$)(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Characters of an answer that is not AWS's. */
const SHOWN_MAX = 60;

/**
 * Who is signed in, and to which account. Needs no permission: AWS answers GetCallerIdentity even if all is denied.
 *
 * @throws Blocked if the answer does not have the form of AWS's
 */
export async function identify(
  reads: Reads,
  { accessKeyId, expiration }: { accessKeyId: string; expiration?: Date },
): Promise<Pick<Account, 'id' | 'alias' | 'partition' | 'identity'>> {
  const [{ Account: id = '', Arn: arn = '' }, alias] = await Promise.all([
    reads.read('sts', 'GetCallerIdentity', {}),
    aliasOf(reads),
  ]);
  if (!ACCOUNT_ID.test(id) || !isArnOf(arn, id)) throw notFromAws(id, arn);
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

const isArnOf = (arn: string, id: string): boolean =>
  new RegExp(`^arn:aws(-[a-z]+)*:(iam|sts)::${id}:\\S+$`).test(arn);

const notFromAws = (id: string, arn: string): Blocked =>
  new Blocked(
    t('That is not a valid reply of AWS about who is signed in: account "{id}", "{arn}".', {
      id: shortened(id, SHOWN_MAX),
      arn: shortened(arn, SHOWN_MAX),
    }),
    [
      t(
        'Check --endpoint-url and AWS_ENDPOINT_URL, and turn off your proxy or VPN, if you use one.',
      ),
    ],
  );

function kindOf(arn: string): Account['identity']['kind'] {
  if (arn.endsWith(':root')) return 'root';
  return /:user\//.test(arn) ? 'user' : 'role';
}

/** A refusal to read it is no problem. An alias that AWS would not take is none. */
async function aliasOf(reads: Reads): Promise<string | undefined> {
  try {
    const { AccountAliases = [] } = await reads.read('iam', 'ListAccountAliases', {});
    return AccountAliases.find((alias) => ALIAS.test(alias));
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}
