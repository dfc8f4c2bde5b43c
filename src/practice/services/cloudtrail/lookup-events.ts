import type { TrailEvent } from '../../fresh-account.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { shownEvent } from './events.ts';

const no = (code: string, message: string) => new Refusal(code, 400, message);

const PAGE = 50;
const KEPT_MS = 90 * 24 * 3_600_000;

/** What an attribute is compared with. */
const ATTRIBUTES: Record<string, (event: TrailEvent) => string> = {
  EventId: ({ id }) => id,
  EventName: ({ name }) => name,
  EventSource: ({ source }) => source,
  ReadOnly: () => 'false',
  Username: ({ user }) => user.name,
};

export const history = {
  /** Newest first, of the last 90 days and of this region alone; an event shows a while after it happened. */
  LookupEvents(input, { state, region, now }) {
    const { LookupAttributes = [], StartTime, EndTime, MaxResults = PAGE, NextToken } = input;
    const [attribute, ...more] = LookupAttributes;
    if (more.length > 0) {
      throw no('InvalidLookupAttributesException', 'You can use one lookup attribute only.');
    }
    const told = attribute && ATTRIBUTES[attribute.AttributeKey ?? ''];
    if (attribute && !told) {
      throw no('InvalidLookupAttributesException', `No such attribute: ${attribute.AttributeKey}`);
    }
    if (!Number.isInteger(MaxResults) || MaxResults < 1 || MaxResults > PAGE) {
      throw no('InvalidMaxResultsException', `MaxResults must be from 1 to ${PAGE}`);
    }
    if (StartTime && EndTime && StartTime > EndTime) {
      throw no('InvalidTimeRangeException', 'The start time must come before the end time.');
    }
    const shows = ({ at, region: where }: TrailEvent) => {
      const time = Date.parse(at);
      const age = now.getTime() - time;
      return (
        where === region &&
        age >= state.evidenceDelay &&
        age <= KEPT_MS &&
        time >= (StartTime?.getTime() ?? 0) &&
        time <= (EndTime?.getTime() ?? Number.POSITIVE_INFINITY)
      );
    };
    const found = state.events
      .filter((event) => shows(event) && (!told || told(event) === attribute?.AttributeValue))
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const from = NextToken === undefined ? 0 : placeOf(NextToken);
    const to = from + MaxResults;
    return {
      Events: found.slice(from, to).map((event) => shownEvent(state, event)),
      ...(to < found.length && { NextToken: btoa(String(to)) }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

function placeOf(token: string): number {
  const text = /^[\w+/]+=*$/.test(token) ? atob(token) : '';
  if (!/^\d+$/.test(text)) throw no('InvalidNextTokenException', 'The token is not valid.');
  return Number(text);
}
