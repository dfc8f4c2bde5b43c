export {
  AddUserToGroupCommand as AddUserToGroup,
  AttachGroupPolicyCommand as AttachGroupPolicy,
  CreateGroupCommand as CreateGroup,
  CreateUserCommand as CreateUser,
  GetAccountAuthorizationDetailsCommand as GetAccountAuthorizationDetails,
  GetAccountPasswordPolicyCommand as GetAccountPasswordPolicy,
  IAMClient as Client,
  ListAccountAliasesCommand as ListAccountAliases,
  UpdateAccountPasswordPolicyCommand as UpdateAccountPasswordPolicy,
} from '@aws-sdk/client-iam';
