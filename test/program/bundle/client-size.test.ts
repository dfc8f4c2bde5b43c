import { expect, it } from 'vitest';
import { type Service, services } from '../../../src/aws/operations.ts';
import {
  bytesOfModule,
  bytesOfPackages,
  packagesImportedBy,
} from '../../support/program/bundle.ts';

/** A client's endpoints. Those of S3 take the most. */
const BYTES_PER_CLIENT = 15_000;
/** A command and its schemas. */
const BYTES_PER_OPERATION = 3000;

it.each(Object.keys(services) as Service[])(
  'the client of %s is bundled without the exceptions, and without the schemas of operations that are never sent',
  async (service) => {
    const { reads, writes } = await services[service]();
    const operations = { ...reads, ...writes };
    const [client] = packagesImportedBy(`src/aws/services/${service}.ts`);
    // For some services the SDK has no package: ours stands in its place.
    const bytes = client
      ? bytesOfPackages().get(client)
      : bytesOfModule(`src/aws/${service}-client.ts`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(
      BYTES_PER_CLIENT + BYTES_PER_OPERATION * Object.keys(operations).length,
    );
  },
);
