import { DeleteAnalyzerCommand } from '@aws-sdk/client-accessanalyzer';
import { answerTo, notTried, type Point, PREFIX, seen } from './point.ts';

const analyzerName = `${PREFIX}-analyzer`;

export const freePlan: Point = {
  about: 'Does the FREE plan let IAM Access Analyzer be made?',
  expected: 'yes',
  async try({ read, region, send }) {
    const plan = await read('freetier', 'GetAccountPlanState', {}).catch(() => undefined);
    if (plan?.accountPlanType !== 'FREE') return notTried('the account is not on the FREE plan');
    // There may be one for each region, and somebody else's stays.
    const { analyzers = [] } = await read('access-analyzer', 'ListAnalyzers', {}, region);
    if (analyzers.length > 0) return notTried(`${region} has one already`);
    const answer = await answerTo(
      send({
        service: 'access-analyzer',
        operation: 'CreateAnalyzer',
        region,
        input: { analyzerName, type: 'ACCOUNT' },
      }),
    );
    return seen(`CreateAnalyzer: ${answer}`, answer === 'done');
  },
  async clean({ ifThere, read, region }) {
    const { analyzers = [] } = await read('access-analyzer', 'ListAnalyzers', {}, region);
    if (!analyzers.some(({ name }) => name === analyzerName)) return;
    await ifThere('access-analyzer', new DeleteAnalyzerCommand({ analyzerName }));
  },
};
