import { partition } from '@aws-sdk/core/client';
import type { Service } from './operations.ts';

interface Partition {
  /** Where global services of this partition are signed for. */
  implicitGlobalRegion: string;
}

const of = (region: string) => partition(region) as unknown as Partition;

/** Services with one endpoint per partition. With an endpoint of the owner's, the SDK would sign them for the client's region. */
const GLOBAL: ReadonlySet<Service> = new Set<Service>([
  'account',
  'budgets',
  'iam',
  'organizations',
]);

/** The region that a call is sent to and signed for. */
export const signingRegion = (service: Service, region: string): string =>
  GLOBAL.has(service) ? of(region).implicitGlobalRegion : region;
