import { Blocked } from '../src/engine/errors.ts';
import { type Change, type Question, step } from '../src/engine/step.ts';
import { addressText } from '../src/text/address.ts';
import { listed } from '../src/text/listed.ts';
import { t } from '../src/text/text.ts';
import { findSignInProof } from './iam/sign-in-proof.ts';
import {
  describeKey,
  type RootKey,
  readRootKeys,
  readSigningCertificates,
} from './root/root-credentials.ts';
import {
  attestMailbox,
  attestTwoDevices,
  deactivateKey,
  deleteCertificate,
  deleteInConsole,
  deleteKey,
  proveSignIn,
} from './root/root-key-changes.ts';
import { rootArn } from './shared/arns-and-tags.ts';
import { ROOT_CREDENTIALS } from './shared/console-urls.ts';

/** Milliseconds. A sign-in within this time proves that the administrator can get in. */
const PROOF_VALIDITY = 30 * 24 * 60 * 60_000;

interface Seen {
  /**
   * The account summary counts keys or certificates. It is more reliable than the list, which a session may get cut
   * short.
   */
  present: boolean;
  /** `null` if they cannot be listed: only root can, and AWS may refuse a session of root. */
  keys: RootKey[] | null;
  certificates: string[];
  /** The account summary counts certificates, but none is listed. */
  unlistedCertificates: boolean;
  /** Root has MFA, or no password and therefore no sign-in. */
  rootIsSafe: boolean;
  /** AWS recorded a sign-in of the administrator with MFA. */
  proven: boolean;
  /** Root or the administrator has a second MFA device, so a lost phone locks nobody out. */
  secondDevice: boolean;
  /** The access key id of this run, if it is one of root's. */
  own: string | null;
  /** AWS's time of the observation, in milliseconds. */
  at: number;
}

export default step({
  id: 'root-keys',
  title: t('Root access keys'),
  why: t('A root access key opens the whole account; no permission can limit it.'),
  cost: 'free',
  // Root keys come last: a way in is removed only after its replacement is proven by use.
  needs: ['root-mfa', 'admin-sign-in'],
  notFor: ['project'],
  controls: ['root-keys'],

  async observe(look): Promise<Seen> {
    const [{ SummaryMap = {} }, { VirtualMFADevices = [] }] = await Promise.all([
      look.read('iam', 'GetAccountSummary', {}),
      look.read('iam', 'ListVirtualMFADevices', { AssignmentStatus: 'Any' }),
    ]);
    const { kind, isLongTerm, accessKeyId } = look.account.identity;
    const isRoot = kind === 'root';
    const own = isRoot && isLongTerm ? accessKeyId : null;
    const keys = isRoot ? await readRootKeys(look, own) : null;
    const hasCertificates = SummaryMap.AccountSigningCertificatesPresent !== 0;
    const certificates = isRoot && hasCertificates ? await readSigningCertificates(look) : [];
    const seen = {
      present:
        hasCertificates ||
        SummaryMap.AccountAccessKeysPresent !== 0 ||
        (keys === null ? own !== null : keys.length > 0),
      keys,
      certificates,
      unlistedCertificates: hasCertificates && certificates.length === 0,
      rootIsSafe: SummaryMap.AccountMFAEnabled === 1 || SummaryMap.AccountPasswordPresent === 0,
      proven: false,
      secondDevice:
        VirtualMFADevices.filter(({ User }) => User?.Arn === rootArn(look.account)).length > 1,
      own,
      at: look.clock(),
    };
    if (!seen.present) return seen;
    const { owner, unknown, proof, devices } = await findSignInProof(look);
    if (owner === null && !unknown) throw noProofPossible();
    const proven = proof !== null && Date.parse(proof.at) > seen.at - PROOF_VALIDITY;
    return { ...seen, proven, secondDevice: seen.secondDevice || devices > 1 };
  },

  evidence: (seen) => ({
    present: seen.present,
    keys: seen.keys?.map((key) => ({ ...key })) ?? null,
    certificates: seen.certificates,
    unlistedCertificates: seen.unlistedCertificates,
    rootIsSafe: seen.rootIsSafe,
    proven: seen.proven,
    secondDevice: seen.secondDevice,
  }),

  status(seen) {
    if (!seen.present) return t('none');
    const keys = (seen.keys ?? []).map(describeKey);
    if (keys.length > 0) return listed(keys, 'semicolon');
    return seen.certificates.length > 0 ? t('a signing certificate') : t('at least one');
  },

  accessKeys: ({ keys }) => keys ?? [],

  needsRoot: ({ present, rootIsSafe, proven }) =>
    present && rootIsSafe && proven
      ? t('Only the root user can list and delete its own access keys.')
      : undefined,

  mayAsk: { used: 'select' },

  questions: ({ keys }) => ((keys ?? []).some(mayBeInUse) ? { used: inUseQuestion } : {}),

  plan(seen, { used: choice = 'deactivate' }, account) {
    if (!seen.present) return [];
    const removals = removeKeys(seen, choice);
    if (seen.rootIsSafe && seen.proven) return removals;
    return [
      proveSignIn(seen, account),
      ...removals.map((change) => ({ ...change, gated: true as const })),
    ];
  },
});

/** The owner's attestations, then the deletions. */
function removeKeys(seen: Seen, choice: string): Change[] {
  const attestations = seen.secondDevice ? [attestMailbox] : [attestMailbox, attestTwoDevices];
  const listedCount = (seen.keys?.length ?? 0) + seen.certificates.length;
  if (!seen.keys || listedCount === 0) return [...attestations, deleteInConsole];
  const deactivatesFirst = (key: RootKey) => mayBeInUse(key) && choice === 'deactivate';
  const left = seen.keys.filter(deactivatesFirst).map((key) => ({ ...key, active: false }));
  const seenAfter: Seen = {
    ...seen,
    present: left.length > 0 || seen.unlistedCertificates,
    keys: left,
    certificates: [],
  };
  const isSigning = ({ id }: RootKey) => Number(id === seen.own);
  const keys = [...seen.keys].sort((a, b) => isSigning(a) - isSigning(b));
  return [
    ...attestations,
    ...seen.certificates.map(deleteCertificate),
    // Delete the key that signs this run last: it can sign nothing afterwards.
    ...keys.map((key) => {
      const isOwn = key.id === seen.own;
      const change = deactivatesFirst(key)
        ? deactivateKey(key, isOwn)
        : deleteKey(key, key.usedByOthers !== false, isOwn);
      return isOwn ? { ...change, seenAfter } : change;
    }),
  ];
}

/** Unknown counts as in use: the key is deactivated first, which can be undone. */
const mayBeInUse = ({ active, usedByOthers }: RootKey): boolean => active && usedByOthers !== false;

const noProofPossible = (): Blocked =>
  new Blocked(
    t('Your administrators sign in with roles, so AWS cannot prove that one of them gets in.'),
    [
      t('Check that an administrator can sign in with MFA, then delete the keys as root:'),
      addressText(ROOT_CREDENTIALS.url),
    ],
  );

/** A key that something else uses is deactivated first. Deactivation can be undone, and shows what breaks. */
const inUseQuestion: Question<'select'> = {
  kind: 'select',
  message: t('Something else used a root key in the last 30 days, or may have. What now?'),
  initial: 'deactivate',
  choices: [
    {
      value: 'deactivate',
      label: t('deactivate it now, delete it on a later run if nothing breaks'),
    },
    { value: 'delete', label: t('delete it now, permanently') },
  ],
};
