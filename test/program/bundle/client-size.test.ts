import { expect, it } from 'vitest';
import { type Service, services } from '../../../src/aws/operations.ts';
import { bytesOfPackages, packagesImportedBy } from '../../support/program/bundle.ts';

/** What every client brings: its endpoints, its exceptions, its `package.json`. Organizations alone has 45 exceptions. */
const BYTES_PER_CLIENT = 30_000;
/** A command and the schemas that it names. */
const BYTES_PER_OPERATION = 3000;

it.each(Object.keys(services) as Service[])(
  'the client of %s brings the schemas of the operations that are sent, and no others',
  async (service) => {
    const { Client, ...operations } = await services[service]();
    const [client = ''] = packagesImportedBy(`src/aws/services/${service}.ts`);
    const bytes = bytesOfPackages().get(client);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(
      BYTES_PER_CLIENT + BYTES_PER_OPERATION * Object.keys(operations).length,
    );
  },
);
