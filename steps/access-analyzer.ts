import { Blocked } from '../src/engine/errors.ts';
import { type ApiCall, type Look, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { ROOTLOCK_TAG } from './shared/arns-and-tags.ts';
import { readEveryRegion, sayInRegions, sayOn, withOutOfScope } from './shared/per-region.ts';

interface Analyzer {
  region: string;
  /** `null` if nothing looks for access from outside there. */
  arn: string | null;
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
    const { found, outOfScope } = await readEveryRegion(look, (region) =>
      readAnalyzer(look, region),
    );
    return { analyzers: found, outOfScope };
  },

  evidence: ({ analyzers, outOfScope }) => ({
    analyzers: analyzers.map(({ region, arn }) => ({ region, arn })),
    outOfScope,
  }),

  status({ analyzers, outOfScope }) {
    const n = analyzers.filter(({ arn }) => arn !== null).length;
    const all = analyzers.length;
    return withOutOfScope(sayOn(n, all), outOfScope);
  },

  plan({ analyzers }) {
    const without = analyzers.flatMap(({ region, arn }) => (arn === null ? [region] : []));
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

/** @throws Blocked if the account's own does not work: there may be one for each region, and it is not ours to delete */
async function readAnalyzer(look: Look, region: string): Promise<Analyzer> {
  const { analyzers = [] } = await look.read('access-analyzer', 'ListAnalyzers', {}, region);
  const external = analyzers.filter(({ type = '' }) => EXTERNAL.includes(type));
  const working = external.find(({ status = '' }) => WORKING.includes(status));
  if (working) return { region, arn: working.arn ?? '' };
  const broken = external.find(({ type }) => type === 'ACCOUNT');
  if (!broken) return { region, arn: null };
  const { name = '', status = '' } = broken;
  throw new Blocked(t('The analyzer {name} does not work ({status}).', { name, status }), [
    t(
      'Delete it: IAM console, in {region} > Access Analyzer > Analyzers. Then run Rootlock again.',
      {
        region,
      },
    ),
  ]);
}
