import { badRequest, Refusal, type Table } from '../operation-table.ts';
import { checkedBlock } from '../s3/access-block.ts';

export const operations = {
  GetPublicAccessBlock({ AccountId }, { state }) {
    checkAccount(AccountId, state.id);
    if (!state.publicAccessBlock) {
      throw new Refusal(
        'NoSuchPublicAccessBlockConfiguration',
        404,
        'The public access block configuration was not found',
      );
    }
    return { PublicAccessBlockConfiguration: state.publicAccessBlock };
  },

  PutPublicAccessBlock({ AccountId, PublicAccessBlockConfiguration }, { state }) {
    checkAccount(AccountId, state.id);
    state.publicAccessBlock = checkedBlock(PublicAccessBlockConfiguration);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-s3-control')>;

/** Another account's is nobody's to see. */
function checkAccount(asked: string | undefined, own: string): void {
  if (asked === undefined) throw badRequest('InvalidRequest', 'Missing account id.');
  if (asked !== own) throw new Refusal('AccessDenied', 403, 'Access Denied');
}
