import { partition } from '@aws-sdk/core/client';
import type { Service } from './operations.ts';

interface Partition {
  /** The region that calls to global services of this partition are signed for. */
  implicitGlobalRegion: string;
}

const partitionOf = (region: string) => partition(region) as unknown as Partition;

/** Services with one endpoint per partition. If an endpoint is set, the SDK would sign them for the client's region. */
const GLOBAL: ReadonlySet<Service> = new Set<Service>([
  'account',
  'budgets',
  'ce',
  'freetier',
  'iam',
  'organizations',
]);

/** The region that a call is sent to and signed for. */
export const signingRegion = (service: Service, region: string): string =>
  GLOBAL.has(service) ? partitionOf(region).implicitGlobalRegion : region;
