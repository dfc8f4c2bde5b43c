import { isReading, services } from '../aws/operations.ts';

interface Said {
  service: string;
  operation: string;
}

/** An IAM policy document. */
interface Policy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: '*' }[];
}

/** Everything that a run can say to AWS. Loads the SDK's clients. */
export async function operations(): Promise<Said[]> {
  const modules = await Promise.all(
    Object.entries(services).map(async ([service, load]) => ({ service, exported: await load() })),
  );
  return modules.flatMap(({ service, exported }) =>
    Object.keys(exported)
      .filter((name) => name !== 'Client')
      .map((operation) => ({ service, operation })),
  );
}

/**
 * The policy that lets somebody call these operations. Reads stand apart: they alone are enough for a dry run. The
 * resources are `*`, since what a run will find or make is not known beforehand.
 */
export function permissions(said: Said[]): Policy {
  const reads = said.filter(({ operation }) => isReading(operation));
  const writes = said.filter(({ operation }) => !isReading(operation));
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RootlockReads', Effect: 'Allow', Action: actions(reads), Resource: '*' },
      { Sid: 'RootlockWrites', Effect: 'Allow', Action: actions(writes), Resource: '*' },
    ],
  };
}

/** In IAM and STS an action has the name of its operation. */
const actions = (said: Said[]): string[] =>
  said.map(({ service, operation }) => `${service}:${operation}`).sort();
