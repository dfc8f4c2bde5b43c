import { step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { ec2Changes, isSafe } from './defaults/ec2-changes.ts';
import { type Ec2Region, readEc2Region } from './defaults/ec2-region.ts';
import { readEveryRegion, sayOutOfScope } from './shared/per-region.ts';

interface Seen {
  regions: Ec2Region[];
  /** Regions that are closed to this account. */
  outOfScope: string[];
}

export default step({
  id: 'ec2-defaults',
  title: t('EC2 defaults'),
  why: t(
    'New volumes are encrypted, new instances keep their credentials from forged requests, and no disk becomes public by mistake.',
  ),
  cost: 'free',
  level: 'recommended',
  // What runs already keeps its own settings: CIS 6.7 is about each instance.
  controls: ['ebs-encryption'],

  async observe(look): Promise<Seen> {
    const { found, outOfScope } = await readEveryRegion(look, readEc2Region);
    return { regions: found, outOfScope };
  },

  evidence: ({ regions, outOfScope }) => ({
    regions: regions.map((one) => ({
      region: one.region,
      encryptsVolumes: one.encryptsVolumes,
      metadata: { ...one.metadata },
      snapshots: one.snapshots,
      images: one.images,
      serialConsole: one.serialConsole,
      managedByOrganization: one.managed,
    })),
    outOfScope,
  }),

  status({ regions, outOfScope }) {
    const differing = new Set(ec2Changes(regions).map(({ region }) => region));
    const named = (isMeant: (one: Ec2Region) => boolean) =>
      regions
        .filter(isMeant)
        .map(({ region }) => region)
        .join(', ');
    const managed = named((one) => one.managed.length > 0);
    const consoles = named((one) => one.serialConsole);
    const notes = [
      ...(managed ? [t('Your organization decides for {regions}', { regions: managed })] : []),
      ...(consoles ? [t('The serial console is on in {regions}', { regions: consoles })] : []),
      ...(outOfScope.length > 0 ? [sayOutOfScope(outOfScope)] : []),
    ];
    const [all, safe] = [regions.length, regions.filter(isSafe).length];
    const settled: Text =
      safe === all
        ? t('safe in all {n} regions', { n: all })
        : t('safe in {n} of {all} regions', { n: safe, all });
    const status: Text =
      differing.size === 0
        ? settled
        : differing.size === all
          ? t('not safe yet in any of {n} regions', { n: all })
          : t('not safe yet in {n} of {all} regions', { n: differing.size, all });
    return notes.reduce(
      (before, leftOut) => t('{status}. {leftOut}', { status: before, leftOut }),
      status,
    );
  },

  plan: ({ regions }) => ec2Changes(regions),
});
