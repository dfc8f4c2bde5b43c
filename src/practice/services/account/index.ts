import type { RegionOptStatus } from '@aws-sdk/client-account';
import { OPT_IN_REGIONS, REGIONS_BY_DEFAULT } from '../../state/regions.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { contacts } from './contacts.ts';

const PAGE = 20;

export const operations = {
  ...contacts,

  GetAccountInformation(_input, { state }) {
    return {
      AccountId: state.id,
      AccountName: 'practice',
      AccountCreatedDate: new Date(state.created),
      AccountState: state.activation,
    };
  },

  /** By name, 20 a page unless asked otherwise. */
  ListRegions({ RegionOptStatusContains: wanted, ...paging }, { state }) {
    const all = [...REGIONS_BY_DEFAULT, ...OPT_IN_REGIONS].sort().map((RegionName) => ({
      RegionName,
      RegionOptStatus: optStatus(RegionName, state.regions.includes(RegionName)),
    }));
    const { MaxResults = PAGE } = paging;
    if (MaxResults < 1 || MaxResults > 50) throw invalid('MaxResults must be from 1 to 50');
    const found = all.filter(({ RegionOptStatus }) => !wanted || wanted.includes(RegionOptStatus));
    const { items, more } = page(found, paging, PAGE, invalid('Invalid NextToken'));
    return { Regions: items, ...more };
  },
} satisfies Table<typeof import('@aws-sdk/client-account')>;

const invalid = (message: string) => badRequest('ValidationException', message);

const optStatus = (region: string, isOn: boolean): RegionOptStatus =>
  !isOn ? 'DISABLED' : REGIONS_BY_DEFAULT.includes(region) ? 'ENABLED_BY_DEFAULT' : 'ENABLED';
