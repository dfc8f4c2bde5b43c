import type { Output } from './client.ts';

/** How a list goes on, by the names of its members. */
export interface Paging {
  /** The member of the next request that says where to go on. */
  input: string;
  /** The member of the response that gives its value. Absent in the last page. */
  output: string;
  /** The member of the response that says whether it is only a part. */
  truncated?: string;
}

/** IAM's lists, all of them. */
export const BY_MARKER: Paging = { input: 'Marker', output: 'Marker', truncated: 'IsTruncated' };
export const BY_NEXT_TOKEN: Paging = { input: 'NextToken', output: 'NextToken' };
/** Named like a list, but AWS has one response for all of it. */
export const ONE_PAGE = 'one page';

interface Declaration {
  /** The SDK's. */
  Command: new (
    input: never,
  ) => object;
  /**
   * The IAM actions that the operation needs, if that is not one of the operation's name: creating something with tags needs the
   * right to tag. Source: Service Authorization Reference.
   */
  actions?: string[];
  /** No step of the account sends it, so that a run about the account needs no right to it. */
  noStepSends?: true;
}

/** An operation that changes nothing. Its name says so, too: `isReading` holds at run time. */
export interface ReadDeclaration extends Declaration {
  /** Every operation that can list has it. */
  pages?: Paging | typeof ONE_PAGE;
  /**
   * The error codes by which AWS says that something does not exist. `find` takes no operation without them, and takes every other
   * code for a failed read. Source: the API references.
   */
  absence?: string[];
  /** AWS first makes what is asked for: it is asked again until the response says that it is there. */
  isReady?(output: Output): boolean;
}

export interface WriteDeclaration extends Declaration {
  /**
   * May the SDK send it again if the reply is lost? Yes, if the second one does nothing more, or its refusal ("already exists") says
   * the truth. Else it is sent once, and the engine looks at what became of it.
   */
  resend: boolean;
}

export type Reads = Record<string, ReadDeclaration>;
export type Writes = Record<string, WriteDeclaration>;
