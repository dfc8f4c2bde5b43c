import type { TrailEvent } from '../../fresh-account.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { describeEvent } from './events.ts';

const MAX_RESULTS = 50;
const RETENTION_MS = 90 * 24 * 3_600_000;

/** The part of an event that each attribute is compared with. */
const ATTRIBUTES: Record<string, (event: TrailEvent) => string> = {
  EventId: ({ id }) => id,
  EventName: ({ name }) => name,
  EventSource: ({ source }) => source,
  ReadOnly: () => 'false',
  Username: ({ user }) => user.name,
};

export const eventHistory = {
  /** Events of the last 90 days in this region, the newest first. An event shows after the account's evidence delay. */
  LookupEvents(input, { state, region, now }) {
    const {
      LookupAttributes = [],
      StartTime,
      EndTime,
      MaxResults = MAX_RESULTS,
      NextToken,
    } = input;
    const [attribute, ...more] = LookupAttributes;
    if (more.length > 0) {
      throw badRequest(
        'InvalidLookupAttributesException',
        'You can use one lookup attribute only.',
      );
    }
    const valueIn = attribute && ATTRIBUTES[attribute.AttributeKey ?? ''];
    if (attribute && !valueIn) {
      throw badRequest(
        'InvalidLookupAttributesException',
        `No such attribute: ${attribute.AttributeKey}`,
      );
    }
    if (!Number.isInteger(MaxResults) || MaxResults < 1 || MaxResults > MAX_RESULTS) {
      throw badRequest('InvalidMaxResultsException', `MaxResults must be from 1 to ${MAX_RESULTS}`);
    }
    if (StartTime && EndTime && StartTime > EndTime) {
      throw badRequest(
        'InvalidTimeRangeException',
        'The start time must come before the end time.',
      );
    }
    const isVisible = ({ at, region: eventRegion }: TrailEvent) => {
      const time = Date.parse(at);
      const age = now.getTime() - time;
      return (
        eventRegion === region &&
        age >= state.evidenceDelay &&
        age <= RETENTION_MS &&
        time >= (StartTime?.getTime() ?? 0) &&
        time <= (EndTime?.getTime() ?? Number.POSITIVE_INFINITY)
      );
    };
    const found = state.events
      .filter(
        (event) => isVisible(event) && (!valueIn || valueIn(event) === attribute?.AttributeValue),
      )
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const from = NextToken === undefined ? 0 : offsetIn(NextToken);
    const to = from + MaxResults;
    return {
      Events: found.slice(from, to).map((event) => describeEvent(state, event)),
      ...(to < found.length && { NextToken: btoa(String(to)) }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

function offsetIn(token: string): number {
  const text = /^[\w+/]+=*$/.test(token) ? atob(token) : '';
  if (!/^\d+$/.test(text)) throw badRequest('InvalidNextTokenException', 'The token is not valid.');
  return Number(text);
}
