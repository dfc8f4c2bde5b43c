import { Blocked } from '../src/engine/errors.ts';
import { type ApiCall, type Look, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { ROOTLOCK_TAG } from './shared/arns-and-tags.ts';
import { readEveryRegion, sayInRegions, sayOn, withOutOfScope } from './shared/per-region.ts';

interface Analyzer {
  region: string;
  /** `null` if nothing looks for access from outside there. */
  arn: string | null;
  /** An analyzer of the account that does not work. There may be one for each region, and it is not ours to delete. */
  broken: { name: string; status: string } | null;
}

interface Seen {
  analyzers: Analyzer[];
  /** Regions that are closed to this account. */
  outOfScope: string[];
}

const NAME = 'rootlock-external-access';
/** Those that find what people outside of the account, or of its organization, can reach. The others are priced. */
const EXTERNAL = ['ACCOUNT', 'ORGANIZATION'];
const WORKING = ['ACTIVE', 'CREATING'];

export default step({
  id: 'access-analyzer',
  title: t('IAM Access Analyzer'),
  why: t(
    'It finds what people outside the account can reach: buckets, roles, keys, queues. Its findings are listed in the IAM console.',
  ),
  // Findings of external access. IAM Access Analyzer pricing, 2026.
  cost: 'free',
  level: 'recommended',
  // AWS does not offer it there.
  notFor: ['project'],
  controls: ['access-analyzer'],

  async observe(look): Promise<Seen> {
    const { found, outOfScope } = await readEveryRegion(look, readAnalyzer);
    // The other regions come first.
    if (found.every(({ arn, broken }) => arn !== null || broken)) refuseBroken(found);
    return { analyzers: found, outOfScope };
  },

  evidence: ({ analyzers, outOfScope }) => ({
    analyzers: analyzers.map(({ region, arn, broken }) => ({
      region,
      arn,
      broken: broken && { ...broken },
    })),
    outOfScope,
  }),

  status({ analyzers, outOfScope }) {
    const n = analyzers.filter(({ arn }) => arn !== null).length;
    const all = analyzers.length;
    const status = analyzers.reduce(
      (before, { region, broken }) =>
        broken ? t('{before}; {after}', { before, after: sayBroken(region, broken) }) : before,
      sayOn(n, all),
    );
    return withOutOfScope(status, outOfScope);
  },

  plan({ analyzers }) {
    const without = analyzers.flatMap(({ region, arn, broken }) =>
      arn === null && !broken ? [region] : [],
    );
    const does = t('find what people outside the account can reach');
    const together = sayInRegions(without, analyzers.length, does);
    return without.map(
      (region): ApiCall => ({
        kind: 'call',
        summary: sayInRegions([region], 1, does),
        together,
        undo: t('IAM console, in each region > Access Analyzer > Analyzers > {name} > Delete', {
          name: NAME,
        }),
        service: 'access-analyzer',
        operation: 'CreateAnalyzer',
        region,
        input: {
          analyzerName: NAME,
          type: 'ACCOUNT',
          tags: { [ROOTLOCK_TAG.Key]: ROOTLOCK_TAG.Value },
        },
      }),
    );
  },
});

async function readAnalyzer(look: Look, region: string): Promise<Analyzer> {
  const { analyzers = [] } = await look.read('access-analyzer', 'ListAnalyzers', {}, region);
  const external = analyzers.filter(({ type = '' }) => EXTERNAL.includes(type));
  const working = external.find(({ status = '' }) => WORKING.includes(status));
  if (working) return { region, arn: working.arn ?? '', broken: null };
  const broken = external.find(({ type }) => type === 'ACCOUNT');
  if (!broken) return { region, arn: null, broken: null };
  const { name = '', status = 'UNKNOWN' } = broken;
  return { region, arn: null, broken: { name, status } };
}

/** @throws Blocked if an analyzer is broken: nothing else is left to do */
function refuseBroken(analyzers: Analyzer[]): void {
  const broken = analyzers.flatMap((one) => (one.broken ? [{ ...one, broken: one.broken }] : []));
  const [first] = broken;
  if (!first) return;
  throw new Blocked(
    t('{what}.', { what: sayBroken(first.region, first.broken) }),
    broken.map(({ region, broken: { name } }) =>
      t(
        'Delete {name}: IAM console, in {region} > Access Analyzer > Analyzers. Then run Rootlock again.',
        { name, region },
      ),
    ),
  );
}

const sayBroken = (region: string, { name, status }: NonNullable<Analyzer['broken']>): Text =>
  t('the analyzer {name} in {region} does not work: {why}', { name, region, why: whyOf(status) });

function whyOf(status: string): Text {
  if (status === 'DISABLED') return t('it is disabled');
  if (status === 'FAILED') return t('AWS could not make it');
  return status === 'UNKNOWN'
    ? t('AWS does not say in what state it is')
    : t('its state is {status}', { status });
}
