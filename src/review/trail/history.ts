import type { Input } from '../../aws/operations.ts';
import type { PageLook } from '../page.ts';
import type { Span } from './log-files.ts';

/** What CloudTrail's event history is searched by: one attribute at most. */
export type Attribute = NonNullable<
  Input<'cloudtrail', 'LookupEvents'>['LookupAttributes']
>[number];

/** Events of one page, the most that AWS gives. */
const PAGE = 50;

/** How far back a source was read. `cut`: there was more, and the newest were looked through. */
export interface Reach {
  back: number;
  cut: boolean;
}

/** Gives the newest events of a region that have this attribute, or all, as JSON. AWS takes two calls a second: see `rate-limit.ts`. */
export async function lookUp(
  look: PageLook,
  region: string,
  attribute: Attribute | undefined,
  { span, pages, take }: { span: Span; pages: number; take(record: unknown): void },
): Promise<Reach> {
  let NextToken: string | undefined;
  let oldest = span.until;
  for (let page = 0; page < pages; page++) {
    const { Events = [], NextToken: next } = await look.read(
      'cloudtrail',
      'LookupEvents',
      {
        ...(attribute && { LookupAttributes: [attribute] }),
        StartTime: new Date(span.since),
        EndTime: new Date(span.until),
        MaxResults: PAGE,
        ...(NextToken && { NextToken }),
      },
      region,
    );
    for (const { CloudTrailEvent, EventTime } of Events) {
      take(parsed(CloudTrailEvent));
      oldest = Math.min(oldest, EventTime?.getTime() ?? oldest);
    }
    NextToken = next;
    if (!NextToken) return { back: span.since, cut: false };
  }
  return { back: oldest, cut: true };
}

/** What cannot be parsed is no event. */
function parsed(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
