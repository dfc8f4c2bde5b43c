import { Blocked } from '../src/engine/errors.ts';
import { type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { provenOwner } from './iam/sign-in-proof.ts';
import {
  type RootKey,
  rootKeys,
  signingCertificates,
  usedByOthers,
  words,
} from './root/root-credentials.ts';
import {
  closed,
  deactivate,
  deleteCertificate,
  deleteKey,
  inConsole,
  mailbox,
  twoDevices,
} from './root/root-key-changes.ts';
import { rootArn } from './shared/arns-and-tags.ts';
import { ROOT_CREDENTIALS } from './shared/console-urls.ts';

/** A sign-in this recent still proves that the way in works. */
const RECENT = 30 * 24 * 60 * 60_000;

interface Seen {
  /** What AWS's summary says, keys or certificates: more than a list that may be cut short for a session. */
  present: boolean;
  /** `null` where they cannot be listed: nobody but root can, and AWS may refuse a session of root. */
  keys: RootKey[] | null;
  certificates: string[];
  /** Whoever signs in as root needs MFA, or nobody can: there is no password. */
  rootIsSafe: boolean;
  /** AWS has seen the administrator come in with MFA. */
  proven: boolean;
  /** Root or the administrator has a second device: a lost phone locks nobody out. */
  secondDevice: boolean;
  /** The key that this run is signed in with, if it is one of root's. */
  own: string | null;
  /** AWS's time of the look, in milliseconds. */
  at: number;
}

export default step({
  id: 'root-keys',
  title: t('Root access keys'),
  why: t('Whoever holds a root access key holds the account; no permission can limit it.'),
  cost: t('free'),
  // Last of all: what takes a way in away comes after its replacement is proven by use.
  needs: ['root-mfa', 'admin-sign-in'],

  async observe(look): Promise<Seen> {
    const [{ SummaryMap = {} }, { VirtualMFADevices = [] }] = await Promise.all([
      look.read('iam', 'GetAccountSummary', {}),
      look.read('iam', 'ListVirtualMFADevices', { AssignmentStatus: 'Any' }),
    ]);
    const { kind, isLongTerm, accessKeyId } = look.account.identity;
    const isRoot = kind === 'root';
    const keys = isRoot ? await rootKeys(look) : null;
    const signs = SummaryMap.AccountSigningCertificatesPresent !== 0;
    const certificates = isRoot && signs ? await signingCertificates(look) : [];
    const seen = {
      present: signs || SummaryMap.AccountAccessKeysPresent !== 0 || (keys?.length ?? 0) > 0,
      keys,
      certificates,
      rootIsSafe: SummaryMap.AccountMFAEnabled === 1 || SummaryMap.AccountPasswordPresent === 0,
      proven: false,
      secondDevice:
        VirtualMFADevices.filter(({ User }) => User?.Arn === rootArn(look.account)).length > 1,
      own: isRoot && isLongTerm ? accessKeyId : null,
      at: look.clock(),
    };
    if (!seen.present) return seen;
    const { owner, administrators, proof, devices } = await provenOwner(look);
    if (owner === null && administrators.length === 0) throw nobodyProven();
    const proven = proof !== null && Date.parse(proof.at) > seen.at - RECENT;
    return { ...seen, proven, secondDevice: seen.secondDevice || devices > 1 };
  },

  status(seen) {
    if (!seen.present) return t('none');
    const [first, second] = (seen.keys ?? []).map(words);
    if (!first)
      return seen.certificates.length > 0 ? t('a signing certificate') : t('there are some');
    return second ? t('{first}; {second}', { first, second }) : first;
  },

  questions: ({ keys, own, at }) =>
    (keys ?? []).some((key) => key.active && usedByOthers(key, own, at)) ? { used } : {},

  plan(seen, { used: choice = 'deactivate' }, account) {
    if (!seen.present) return [];
    if (!seen.rootIsSafe || !seen.proven) return [closed(seen, account)];
    const given = seen.secondDevice ? [mailbox] : [mailbox, twoDevices];
    const listed = (seen.keys?.length ?? 0) + seen.certificates.length;
    if (!seen.keys || listed === 0) return [...given, inConsole];
    const isLast = ({ id }: RootKey) => Number(id === seen.own);
    const keys = [...seen.keys].sort((a, b) => isLast(a) - isLast(b));
    return [
      ...given,
      ...seen.certificates.map(deleteCertificate),
      // The key that signs all this goes last: nothing can be signed with it after that.
      ...keys.map((key) => {
        const others = usedByOthers(key, seen.own, seen.at);
        const isOwn = key.id === seen.own;
        const waits = others && key.active && choice === 'deactivate';
        return waits ? deactivate(key, isOwn) : deleteKey(key, others, isOwn);
      }),
    ];
  },
});

const nobodyProven = (): Blocked =>
  new Blocked(t('Administrators come in by roles: AWS cannot show that one of them gets in.'), [
    t('See for yourself that an administrator signs in with MFA, then delete the keys as root:'),
    t('{url}', { url: ROOT_CREDENTIALS }),
  ]);

/** A key that something else used is first made inactive, which can be taken back: whatever breaks will tell. */
const used: Question<'select'> = {
  kind: 'select',
  message: t('Something else used a root key in the last 30 days. What now?'),
  initial: 'deactivate',
  choices: [
    {
      value: 'deactivate',
      label: t('deactivate it; delete it on a later run, when nothing broke'),
    },
    { value: 'delete', label: t('delete it at once: there is no way back') },
  ],
};
