import { describe, expect, it } from 'vitest';
import { ONE_PAGE, type ReadDeclaration } from '../../../src/aws/declarations.ts';
import { declarationsOf, isReading, type Service, services } from '../../../src/aws/operations.ts';
import { type Schema, schemaOf, shapeOf } from '../../support/aws/sdk-schemas.ts';

const everyService = Object.keys(services) as Service[];

/** Names by which AWS's services mark that there is more. */
const TRUNCATED = /^(is)?truncated$/i;
const TOKEN = /(?<!^delete)marker$|^(next|starting)?(page|continuation|pagination)?token$/i;
/** Names of operations whose response is a list, or may become one. */
const LIST = /^(List|Describe|Lookup)|^Get\w+Details$/;

/** What the SDK says of a reading operation against what is declared. `undefined` if they agree. */
function disagreement(operation: string, declaration: ReadDeclaration): string | undefined {
  const { pages } = declaration;
  const schema = schemaOf(declaration);
  const [input, output] = [membersOf(schema[4]()), membersOf(schema[5]())];
  const tokens = [...input, ...output].filter((name) => TOKEN.test(name));
  const truncated = output.find((name) => TRUNCATED.test(name));
  if (tokens.length === 0 && !truncated) {
    if (!LIST.test(operation)) return pages && 'has pages, and is no list';
    return pages === ONE_PAGE ? undefined : 'has no token: its pages are ONE_PAGE';
  }
  if (!pages || pages === ONE_PAGE) return `goes on by ${tokens}: it needs pages`;
  const isSame =
    input.includes(pages.input) && output.includes(pages.output) && pages.truncated === truncated;
  return isSame ? undefined : `goes on by ${tokens} ${truncated}, and not by what pages say`;
}

function membersOf(schema: Schema): string[] {
  const shape = shapeOf(schema);
  return shape.isStructSchema() ? [...shape.structIterator()].map(([name]) => name) : [];
}

describe.each(everyService)('the operations of %s', (service) => {
  it('go on as the SDK has it, if they list', async () => {
    const { reads } = await declarationsOf(service);
    const wrong = Object.entries(reads).map(([operation, declaration]) => [
      operation,
      declaration && disagreement(operation, declaration),
    ]);
    expect(wrong.filter(([, complaint]) => complaint !== undefined)).toEqual([]);
  });

  it('are declared as reads just if their names say so', async () => {
    const { reads, writes } = await declarationsOf(service);
    expect(Object.keys(reads).filter((operation) => !isReading(operation))).toEqual([]);
    expect(Object.keys(writes).filter(isReading)).toEqual([]);
  });

  it("are called like the SDK's commands", async () => {
    const { reads, writes } = await declarationsOf(service);
    const wrong = Object.entries({ ...reads, ...writes }).filter(
      ([operation, declaration]) => declaration?.Command.name !== `${operation}Command`,
    );
    expect(wrong).toEqual([]);
  });
});

it('an operation that issues credentials is no read, though its name begins like one', () => {
  expect(['GetSessionToken', 'GetFederationToken', 'CreateUser'].filter(isReading)).toEqual([]);
});
