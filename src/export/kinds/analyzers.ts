import { t } from '../../text/text.ts';
import { inEveryRegion } from '../every-region.ts';
import { call, type Find, given } from '../inventory.ts';
import { tagMap, tagPairs } from './iam-rights.ts';

/** Those that look for access from outside. The others are priced, and nothing of Rootlock's. */
const EXTERNAL = ['ACCOUNT', 'ORGANIZATION'];

/** The analyzers of IAM Access Analyzer, in every region. */
export const analyzers: Find = (look, into) =>
  inEveryRegion(
    look,
    into,
    t('the analyzers of IAM Access Analyzer'),
    async (from, region, here) => {
      const { analyzers = [] } = await from.read('access-analyzer', 'ListAnalyzers', {}, region);
      for (const { name = '', arn = '', type, tags = {} } of analyzers) {
        if (!type || !EXTERNAL.includes(type)) continue;
        const Tags = tagPairs(tags);
        here.add({
          region,
          terraform: [
            {
              type: 'aws_accessanalyzer_analyzer',
              name: `${name}_${region}`,
              importId: name,
              body: given({ analyzer_name: name, type, tags: tagMap(Tags) }),
            },
          ],
          stack: [
            {
              type: 'AWS::AccessAnalyzer::Analyzer',
              name,
              identifier: { Arn: arn },
              properties: given({ AnalyzerName: name, Type: type, Tags }),
            },
          ],
          commands: [
            call(
              'access-analyzer',
              'CreateAnalyzer',
              given({ analyzerName: name, type, tags: tagMap(Tags) }),
              region,
            ),
          ],
        });
      }
    },
  );
