import type { RegionOptStatus } from '@aws-sdk/client-account';
import { OPT_IN_REGIONS, REGIONS_BY_DEFAULT } from '../../state/regions.ts';
import { Refusal, type Table } from '../operation-table.ts';

export const accountManagement = {
  GetAccountInformation(_input, { state }) {
    return {
      AccountId: state.id,
      AccountName: 'practice',
      AccountCreatedDate: new Date(state.created),
      AccountState: state.activation,
    };
  },

  /** By name, 20 a page unless asked otherwise. */
  ListRegions({ RegionOptStatusContains: wanted, MaxResults = 20, NextToken = '0' }, { state }) {
    const all = [...REGIONS_BY_DEFAULT, ...OPT_IN_REGIONS].sort().map((RegionName) => ({
      RegionName,
      RegionOptStatus: optStatus(RegionName, state.regions.includes(RegionName)),
    }));
    if (!/^\d+$/.test(NextToken)) throw invalid('Invalid NextToken');
    if (MaxResults < 1 || MaxResults > 50) throw invalid('MaxResults must be from 1 to 50');
    const found = all.filter(({ RegionOptStatus }) => !wanted || wanted.includes(RegionOptStatus));
    const to = Number(NextToken) + MaxResults;
    return {
      Regions: found.slice(Number(NextToken), to),
      ...(to < found.length && { NextToken: String(to) }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-account')>;

const invalid = (message: string) => new Refusal('ValidationException', 400, message);

const optStatus = (region: string, isOn: boolean): RegionOptStatus =>
  REGIONS_BY_DEFAULT.includes(region) ? 'ENABLED_BY_DEFAULT' : isOn ? 'ENABLED' : 'DISABLED';
