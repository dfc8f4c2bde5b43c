import { type ApiCall, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { type OpenBucket, openBuckets } from './defaults/open-buckets.ts';
import { PUBLIC_ACCESS_BLOCKS } from './trail/log-bucket.ts';

interface Seen {
  /** Those of the four settings that are on for the account, by itself or by its organization. */
  blocks: string[];
  /** Buckets that people outside of the account may read today. Empty if all four settings are on: nobody looks then. */
  open: OpenBucket[];
}

export default step({
  id: 's3-public-access',
  title: t('S3 public access'),
  why: t(
    'Most leaks from S3 come from a bucket that somebody made public by mistake. With this, nobody can.',
  ),
  cost: 'free',
  level: 'recommended',
  controls: ['s3-public-access'],

  async observe(look): Promise<Seen> {
    const found = await look.find('s3control', 'GetPublicAccessBlock', {
      AccountId: look.account.id,
    });
    const settings = found?.PublicAccessBlockConfiguration ?? {};
    const blocks = PUBLIC_ACCESS_BLOCKS.filter((name) => settings[name] === true);
    return { blocks, open: isBlocked(blocks) ? [] : await openBuckets(look, blocks) };
  },

  evidence: ({ blocks, open }) => ({
    blocks,
    openBuckets: open.map(({ name, region, why }) => ({ name, region, why })),
  }),

  status({ blocks, open }) {
    if (isBlocked(blocks)) return t('blocked for the whole account');
    const named = (isMeant: (bucket: OpenBucket) => boolean) =>
      open
        .filter(isMeant)
        .map(({ name }) => name)
        .join(', ');
    const isPublic = named(({ why }) => why === 'policy' || why === 'acl');
    const maybe = named(({ why }) => why === 'objects' || why === 'unread');
    if (isPublic) return t('not blocked; public now: {names}', { names: isPublic });
    if (maybe) return t('not blocked; perhaps public: {names}', { names: maybe });
    return t('not blocked; no bucket is public by its policy or access list');
  },

  plan({ blocks, open }, _, account) {
    if (isBlocked(blocks)) return [];
    const all = Object.fromEntries(PUBLIC_ACCESS_BLOCKS.map((name) => [name, true]));
    const change: ApiCall = {
      kind: 'call',
      summary: t('Block public access to all buckets of this account, also to those made later'),
      ...(open.length > 0 && { danger: true, diff: open.map(rowOf) }),
      undo:
        blocks.length === 0
          ? UNDO
          : t('{where}. Before: {settings}', { where: UNDO, settings: blocks.join(', ') }),
      service: 's3control',
      operation: 'PutPublicAccessBlock',
      input: { AccountId: account.id, PublicAccessBlockConfiguration: all },
    };
    return [change];
  },
});

const UNDO = t('S3 console > Block Public Access settings for this account > Edit');

const isBlocked = (blocks: string[]): boolean => blocks.length === PUBLIC_ACCESS_BLOCKS.length;

const TODAY: Record<OpenBucket['why'], Text> = {
  policy: t('public by its policy'),
  acl: t('public by its access list'),
  objects: t('single files may be public'),
  unread: t('unknown: no permission to read it'),
};

const rowOf = ({ name, why }: OpenBucket): [Text, Text, Text] => [
  t('{name}', { name }),
  TODAY[why],
  t('closed to the public'),
];
