import { isReading } from '../../../aws/operations.ts';
import type { TrailEvent } from '../../state/account-state.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { describeEvent } from './events.ts';

const MAX_RESULTS = 50;
const RETENTION_MS = 90 * 24 * 3_600_000;

/** The values of an event that an attribute is compared with. */
const ATTRIBUTES: Record<string, (event: TrailEvent) => (string | undefined)[]> = {
  AccessKeyId: ({ user }) => [user.accessKeyId],
  EventId: ({ id }) => [id],
  EventName: ({ name }) => [name],
  EventSource: ({ source }) => [source],
  ReadOnly: ({ name }) => [String(isReading(name))],
  ResourceName: ({ resources = [] }) => resources.map(({ name }) => name),
  ResourceType: ({ resources = [] }) => resources.map(({ type }) => type),
  Username: ({ user }) => [user.name],
};

type Attribute = { AttributeKey?: string | undefined; AttributeValue?: string | undefined };

/** Whether an event has the attribute, of which AWS takes one at most. */
function matcher([attribute, ...more]: Attribute[]): (event: TrailEvent) => boolean {
  if (more.length > 0) throw invalidAttributes('You can use one lookup attribute only.');
  if (!attribute) return () => true;
  const { AttributeKey = '', AttributeValue } = attribute;
  const valuesOf = ATTRIBUTES[AttributeKey];
  if (!valuesOf) throw invalidAttributes(`No such attribute: ${AttributeKey}`);
  if (AttributeKey === 'ReadOnly' && !/^(true|false)$/.test(AttributeValue ?? '')) {
    throw invalidAttributes(`${AttributeValue} is neither true nor false.`);
  }
  return (event) => valuesOf(event).includes(AttributeValue);
}

const invalidAttributes = (message: string) =>
  badRequest('InvalidLookupAttributesException', message);

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
    const matches = matcher(LookupAttributes);
    if (!Number.isInteger(MaxResults) || MaxResults < 1 || MaxResults > MAX_RESULTS) {
      throw badRequest('InvalidMaxResultsException', `MaxResults must be from 1 to ${MAX_RESULTS}`);
    }
    if (StartTime && (StartTime > now || (EndTime && StartTime > EndTime))) {
      throw badRequest(
        'InvalidTimeRangeException',
        'The start time must lie in the past and before the end time.',
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
    const found = [...state.calls, ...state.events]
      .filter((event) => isVisible(event) && matches(event))
      .reverse()
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const from = NextToken === undefined ? 0 : placeAfter(found, NextToken);
    const to = from + MaxResults;
    return {
      Events: found.slice(from, to).map((event) => describeEvent(state, event)),
      ...(to < found.length && { NextToken: found[to - 1]?.id }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

/** The place after the last event of the page before. Newer events may have come. */
function placeAfter(events: TrailEvent[], token: string): number {
  const last = events.findIndex(({ id }) => id === token);
  if (last >= 0) return last + 1;
  throw badRequest('InvalidNextTokenException', 'The token is not valid.');
}
