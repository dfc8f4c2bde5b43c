import type { Look } from '../../src/engine/step.ts';

/** The JSON of the newest events, and whether there are more than were looked through. */
export async function eventsIn(
  look: Look,
  region: string,
  AttributeKey: 'EventName' | 'Username' | 'AccessKeyId',
  AttributeValue: string,
  StartTime: Date,
  pages: number,
): Promise<{ events: (string | undefined)[]; cut: boolean }> {
  const events: (string | undefined)[] = [];
  let NextToken: string | undefined;
  for (let page = 0; page < pages; page++) {
    // MaxResults keeps the list from being read to its end.
    const answer = await look.read(
      'cloudtrail',
      'LookupEvents',
      {
        LookupAttributes: [{ AttributeKey, AttributeValue }],
        StartTime,
        MaxResults: 50,
        ...(NextToken && { NextToken }),
      },
      region,
    );
    events.push(...(answer.Events ?? []).map(({ CloudTrailEvent }) => CloudTrailEvent));
    NextToken = answer.NextToken;
    if (!NextToken) break;
  }
  return { events, cut: NextToken !== undefined };
}
