export {
  AccountClient as Client,
  GetAccountInformationCommand as GetAccountInformation,
} from '@aws-sdk/client-account';
