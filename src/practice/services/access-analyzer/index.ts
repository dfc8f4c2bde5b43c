import type { AnalyzerStatus, Type } from '@aws-sdk/client-accessanalyzer';
import type { Analyzer, PracticeState } from '../../state/account-state.ts';
import { badRequest, Refusal, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { giveServiceLinkedRole } from '../service-linked-role.ts';

const PAGE = 100;
/** IAM Access Analyzer quotas: analyzers of external access, for each region. */
const EXTERNAL_MAX = 1;

const ROLE = {
  name: 'AWSServiceRoleForAccessAnalyzer',
  service: 'access-analyzer',
  policy: 'AccessAnalyzerServiceRolePolicy',
};

export const operations = {
  ListAnalyzers({ type, maxResults, nextToken }, { state, region }) {
    const all = state.analyzers.filter(
      (one) => one.region === region && (type === undefined || one.type === type),
    );
    const { items, more } = page(
      all,
      { MaxResults: maxResults, NextToken: nextToken },
      PAGE,
      badRequest('ValidationException', 'The token is not valid.'),
    );
    return {
      analyzers: items.map((one) => describeAnalyzer(state, one)),
      ...(more.NextToken && { nextToken: more.NextToken }),
    };
  },

  CreateAnalyzer({ analyzerName: name = '', type = 'ACCOUNT' }, { state, region, now }) {
    if (!/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/.test(name)) {
      throw badRequest('ValidationException', `'${name}' cannot be the name of an analyzer.`);
    }
    const here = state.analyzers.filter((one) => one.region === region);
    if (here.some((one) => one.name === name)) {
      throw new Refusal('ConflictException', 409, `An analyzer ${name} already exists.`);
    }
    if (type === 'ORGANIZATION') {
      throw badRequest('ValidationException', 'The account is no delegated administrator.');
    }
    if (here.filter((one) => one.type === type).length >= EXTERNAL_MAX) {
      throw new Refusal('ServiceQuotaExceededException', 402, 'The quota is exceeded.');
    }
    giveServiceLinkedRole(state, now, ROLE);
    const analyzer: Analyzer = { region, name, type, status: 'ACTIVE', created: now.toISOString() };
    state.analyzers.push(analyzer);
    return { arn: arnOf(state, analyzer) };
  },
} satisfies Table<typeof import('@aws-sdk/client-accessanalyzer')>;

const arnOf = ({ id }: PracticeState, { region, name }: Analyzer): string =>
  `arn:aws:access-analyzer:${region}:${id}:analyzer/${name}`;

const describeAnalyzer = (state: PracticeState, analyzer: Analyzer) => ({
  arn: arnOf(state, analyzer),
  name: analyzer.name,
  type: analyzer.type as Type,
  status: analyzer.status as AnalyzerStatus,
  createdAt: new Date(analyzer.created),
});
