import { rootArn } from '../../../steps/shared/arns-and-tags.ts';
import { t } from '../../text/text.ts';
import { firstKnown, isKnown, type Known, knownIn, mapKnown } from '../known.ts';
import { ROOT } from '../word-cells.ts';
import {
  certificatesIn,
  createdIn,
  hasMfa,
  hasPassword,
  keysIn,
  passwordSet,
  passwordUse,
  type Row,
} from './from-report.ts';
import type { Mfa, Person } from './seen.ts';
import type { Sources } from './sources.ts';

/** The root user: by the account's summary, which is fresh, and by the report, which says more. */
export function joinRoot(sources: Sources, key: string, row: Row, devices: Mfa['devices']): Person {
  const { account, summary } = sources;
  const counted = (name: string): Known<boolean> => {
    const count = knownIn(summary)?.[name];
    if (!isKnown(summary)) return summary;
    return count === undefined ? { unknown: t('AWS does not say') } : { is: count > 0 };
  };
  const password = firstKnown(counted('AccountPasswordPresent'), hasPassword(row));
  return {
    key,
    name: ROOT,
    isRoot: true,
    arn: { is: rootArn(account) },
    created: createdIn(row),
    password: mapKnown(password, (is) =>
      is ? { lastUsed: passwordUse(row), since: passwordSet(row) } : null,
    ),
    mfa: mapKnown(firstKnown(counted('AccountMFAEnabled'), hasMfa(row)), (isOn) => ({
      isOn,
      devices: isOn ? devices : [],
      // No call lists root's passkeys and tokens.
      isWhole: !isOn,
    })),
    keys: atLeastOne(counted('AccountAccessKeysPresent'), keysIn(row)),
    certificates: atLeastOne(counted('AccountSigningCertificatesPresent'), certificatesIn(row)),
    // Root can have none of these.
    sshKeys: { is: [] },
    serviceKeys: { is: [] },
    groups: { is: [] },
    policies: { is: [] },
    boundary: { is: null },
    tags: { is: [] },
    power: { is: { answer: 'administrator', because: [] } },
  };
}

const NEWER = { unknown: t('not in the credential report') };

/** The summary says whether there is any now, the report which. */
function atLeastOne<T>(isThere: Known<boolean>, listed: Known<T[]>): Known<T[]> {
  if (!isKnown(isThere)) return listed;
  if (!isThere.is) return { is: [] };
  if (isKnown(listed) && listed.is.length > 0) return listed;
  return { is: [{ made: NEWER, lastUsed: NEWER } as T] };
}
