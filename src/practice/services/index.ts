import type { Service } from '../../aws/operations.ts';
import type { CallContext } from './operation-table.ts';

/** The SDK sends each operation the input of its own type. */
type Operations = Record<string, (input: never, call: CallContext) => object>;

/** One folder for each service, loaded at its first call. */
const services: Record<Service, () => Promise<{ operations: Operations }>> = {
  'access-analyzer': () => import('./access-analyzer/index.ts'),
  account: () => import('./account/index.ts'),
  budgets: () => import('./budgets/index.ts'),
  ce: () => import('./ce/index.ts'),
  cloudtrail: () => import('./cloudtrail/index.ts'),
  cloudwatch: () => import('./cloudwatch/index.ts'),
  ec2: () => import('./ec2/index.ts'),
  events: () => import('./events/index.ts'),
  freetier: () => import('./freetier/index.ts'),
  guardduty: () => import('./guardduty/index.ts'),
  iam: () => import('./iam/index.ts'),
  logs: () => import('./logs/index.ts'),
  organizations: () => import('./organizations/index.ts'),
  s3: () => import('./s3/index.ts'),
  s3control: () => import('./s3control/index.ts'),
  sns: () => import('./sns/index.ts'),
  sts: () => import('./sts/index.ts'),
};

const loaded = new Map<Service, Operations>();

/** The operations of a service that was loaded before. */
export const loadedOperations = (service: Service): Operations | undefined => loaded.get(service);

/** Loads the operations of a service. */
export async function loadOperations(service: Service): Promise<Operations> {
  const { operations } = await services[service]();
  loaded.set(service, operations);
  return operations;
}
