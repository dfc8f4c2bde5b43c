/** Milliseconds. */
export const DAY_MS = 86_400_000;

/** How far back the event history of CloudTrail goes. CloudTrail API reference, LookupEvents. */
export const EVENT_HISTORY_DAYS = 90;
export const EVENT_HISTORY_MS = EVENT_HISTORY_DAYS * DAY_MS;
