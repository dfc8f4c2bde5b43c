import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import { attempt, type Known } from '../known.ts';
import type { PageLook } from '../page.ts';

/** A service that somebody's policies let them use. */
export interface UsedService {
  /** `s3`. */
  id: string;
  name: string;
  /** Milliseconds. Absent if it was not used within 400 days. */
  at?: number;
  region?: string;
}

/** Which services somebody may use, and when each was used last, the last one first. AWS makes a report of it. */
export const servicesUsed = (look: PageLook, arn: string): Promise<Known<UsedService[]>> =>
  attempt(reported(look, arn));

async function reported(look: PageLook, Arn: string): Promise<UsedService[]> {
  const { JobId } = await look.read('iam', 'GenerateServiceLastAccessedDetails', { Arn });
  const { JobStatus, ServicesLastAccessed = [] } = await look.read(
    'iam',
    'GetServiceLastAccessedDetails',
    { JobId },
  );
  if (JobStatus !== 'COMPLETED') throw new Blocked(t('AWS could not make the report.'));
  return ServicesLastAccessed.map((one): UsedService => {
    const { ServiceNamespace: id = '', ServiceName, LastAuthenticatedRegion: region } = one;
    return {
      id,
      name: ServiceName ?? id,
      ...(one.LastAuthenticated && { at: one.LastAuthenticated.getTime() }),
      ...(region && { region }),
    };
  }).sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
}

export const usedOnes = (services: UsedService[]) => services.filter(({ at }) => at !== undefined);
