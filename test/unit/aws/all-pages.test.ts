import { describe, expect, it } from 'vitest';
import { allPages } from '../../../src/aws/all-pages.ts';
import { Damaged } from '../../../src/aws/check-responses.ts';
import type { Output } from '../../../src/aws/client.ts';
import { BY_MARKER, BY_NEXT_TOKEN } from '../../../src/aws/declarations.ts';
import type { Request } from '../../../src/aws/operations.ts';
import { readsOf } from '../../../src/aws/reads.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { connectTo, errorOf } from '../../support/aws/local-endpoint.ts';
import { startStub } from '../../support/aws/stub-aws.ts';

const $metadata = {};
const REQUEST = { service: 'iam', operation: 'ListAccessKeys', input: {} } as Request;

/** Reads a list whose pages are these. `asked`: the inputs, one for each page. */
async function read(pages: object[], paging = BY_MARKER, input: object = {}) {
  const asked: object[] = [];
  const readOnce = async (request: Request): Promise<Output> => {
    asked.push(request.input);
    return { $metadata, ...pages[asked.length - 1] };
  };
  const all = await allPages(readOnce, { ...REQUEST, input } as Request, paging);
  return { all, asked };
}

describe('a list', () => {
  it('is read to its end, and its pages are joined', async () => {
    const pages = [
      { Keys: [1], IsTruncated: true, Marker: 'b' },
      { Keys: [2], IsTruncated: false },
    ];
    const { all, asked } = await read(pages);
    expect([all.Keys, asked]).toEqual([
      [1, 2],
      [{}, { Marker: 'b' }],
    ]);
  });

  it('goes on by the name that its operation has for it, in and out', async () => {
    const paging = { input: 'ContinuationToken', output: 'NextContinuationToken' };
    const pages = [{ NextContinuationToken: 'b', ContinuationToken: 'x' }, {}];
    expect((await read(pages, paging)).asked).toEqual([{}, { ContinuationToken: 'b' }]);
  });

  it.each([
    ['says that there is more, but not where', [{ IsTruncated: true }], BY_MARKER],
    [
      'says so in a later page',
      [
        { IsTruncated: true, Marker: 'b' },
        { IsTruncated: true, Marker: '' },
      ],
      BY_MARKER,
    ],
    [
      'leads to the same page for ever',
      [{ NextToken: 'b' }, { NextToken: 'b' }, { NextToken: 'b' }],
      BY_NEXT_TOKEN,
    ],
    [
      'leads in a circle',
      [{ NextToken: 'b' }, { NextToken: 'c' }, { NextToken: 'b' }, {}],
      BY_NEXT_TOKEN,
    ],
    [
      'has ever more pages',
      Array.from({ length: 6000 }, (_, page) => (page < 5999 ? { NextToken: `page ${page}` } : {})),
      BY_NEXT_TOKEN,
    ],
  ])('is unreadable if it %s', async (_, pages, paging) => {
    await expect(read(pages, paging)).rejects.toThrow(Damaged);
  });

  it('is one page if the request says how much is enough', async () => {
    const pages = [{ NextToken: 'b' }];
    expect((await read(pages, BY_NEXT_TOKEN, { MaxResults: 5 })).asked).toHaveLength(1);
  });

  it('is one page if the request says where to go on, if only at the start', async () => {
    const pages = [{ IsTruncated: true, Marker: 'b' }];
    for (const Marker of [undefined, 'a'])
      expect((await read(pages, BY_MARKER, { Marker })).asked).toHaveLength(1);
  });
});

it('half a list of AWS blocks, and is not taken for the whole', async () => {
  const { url } = await startStub(
    () =>
      '<AccessKeyMetadata><member><AccessKeyId>AKIA1</AccessKeyId></member></AccessKeyMetadata><IsTruncated>true</IsTruncated>',
  );
  const error = await errorOf(connectTo(url).reads().read('iam', 'ListAccessKeys', {}));
  expect(error).toBeInstanceOf(Blocked);
  expect(error).toMatchObject({ code: 'Unreadable' });
});

it('a page is read anew, and not kept, if whoever reads it goes from page to page', async () => {
  let calls = 0;
  const { read } = readsOf(
    async () => ({ $metadata, Users: [++calls] }) as Output,
    () => 0,
  );
  for (const input of [{}, {}, { Marker: undefined }, { Marker: undefined }])
    await read('iam', 'ListUsers', input);
  expect(calls).toBe(3);
});
