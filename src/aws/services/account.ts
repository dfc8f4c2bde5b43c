import { BY_NEXT_TOKEN, type Paging } from '../all-pages.ts';

export {
  AccountClient as Client,
  GetAccountInformationCommand as GetAccountInformation,
  ListRegionsCommand as ListRegions,
} from '@aws-sdk/client-account';

export const pages: Record<string, Paging> = {
  ListRegions: BY_NEXT_TOKEN,
};
