export {
  AccountClient as Client,
  GetAccountInformationCommand as GetAccountInformation,
  ListRegionsCommand as ListRegions,
} from '@aws-sdk/client-account';
