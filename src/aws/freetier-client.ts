import { AccountClient, type AccountClientConfig } from '@aws-sdk/client-account';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import type { ResponseMetadata } from '@aws-sdk/types';
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';

/** The Free Tier API, for which the SDK has no package. Source: botocore's model `freetier/2023-09-07`. */
const NAMESPACE = 'com.amazonaws.freetier';

type Operation = Parameters<ReturnType<typeof makeBuilder>>[3];
type Shape = Operation[4];

interface AccountPlanState {
  $metadata: ResponseMetadata;
  accountId: string | undefined;
  accountPlanType: 'FREE' | 'PAID' | undefined;
  accountPlanStatus: 'NOT_STARTED' | 'ACTIVE' | 'EXPIRED' | undefined;
  accountPlanRemainingCredits?: { amount: number | undefined; unit: 'USD' | undefined };
  accountPlanExpirationDate?: Date;
}

// As the SDK's packages describe shapes (schemas_0.js): 3 is a structure, 9 an operation; 0 a text, 1 a number, 5 a date in
// ISO 8601. The last number says how many members are required: these come first.
const Input$: Shape = [3, NAMESPACE, 'GetAccountPlanStateRequest', 0, [], []];
const Credits$: Shape = [3, NAMESPACE, 'MonetaryAmount', 0, ['amount', 'unit'], [1, 0], 2];
const MEMBERS: Record<string, Shape> = {
  accountId: 0,
  accountPlanType: 0,
  accountPlanStatus: 0,
  accountPlanRemainingCredits: () => Credits$,
  accountPlanExpirationDate: 5,
};
const Output$: Shape = [
  3,
  NAMESPACE,
  'GetAccountPlanStateResponse',
  0,
  Object.keys(MEMBERS),
  Object.values(MEMBERS),
  3,
];

/** Tests decode requests by it. */
export const GetAccountPlanState$: Operation = [
  9,
  NAMESPACE,
  'GetAccountPlanState',
  0,
  () => Input$,
  () => Output$,
];

/** What the SDK's package would export: the client of another service, with what is particular to this one. */
export class FreeTierClient extends AccountClient {
  constructor(config: AccountClientConfig) {
    super({
      ...config,
      serviceId: 'FreeTier',
      protocol: AwsJson1_0Protocol,
      protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: 'AWSFreeTierService' },
      endpointProvider: ({ Endpoint, Region, UseFIPS }) => ({
        url: new URL(Endpoint ?? `https://freetier${UseFIPS ? '-fips' : ''}.${Region}.api.aws`),
      }),
      // Its types leave it out. Without it, the SDK signs for the service whose client this is.
      ...{ signingName: 'freetier' },
    });
  }
}

const command = makeBuilder(
  {
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  },
  'AWSFreeTierService',
  'FreeTierClient',
  getEndpointPlugin,
);

/** Whether the account is on the FREE or the paid plan, until when, and the credits that are left. */
export class GetAccountPlanStateCommand extends command<object, AccountPlanState>(
  {},
  () => [],
  'GetAccountPlanState',
  GetAccountPlanState$,
) {}
