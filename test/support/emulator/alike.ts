const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+/;
/** Of a password, and of an MFA device: nobody makes the same twice. */
const SECRET = /^(password|base32_string_seed|qr_code_png|authentication_code_\d)$/;
/** Moto computes `_etag` once somebody reads the object. */
const ID = /^(id|UserId|EventId|eventID|_version_id|_etag)$/;
/** As numbers. */
const TIME = /^(LastUpdatedTime|EventTime)$/;

/** A state without what differs between two accounts that were made alike: ids and secrets, and times. */
export const alike = (state: unknown): unknown =>
  JSON.parse(JSON.stringify(state), (name, value: unknown) => {
    if (ID.test(name)) return '<id>';
    if (TIME.test(name)) return '<time>';
    // An owner may sign in once more.
    if (Array.isArray(value) && value.some(isEvent)) return withoutRepeated(value);
    if (typeof value !== 'string') return value;
    // JSON within JSON.
    if (name === 'CloudTrailEvent') return alike(JSON.parse(value));
    return DATE.test(value) ? '<time>' : SECRET.test(name) && value ? '<secret>' : value;
  });

const isEvent = (one: unknown): boolean =>
  one !== null && typeof one === 'object' && 'CloudTrailEvent' in one;

const withoutRepeated = (all: unknown[]): unknown[] =>
  [...new Set(all.map((one) => JSON.stringify(one)))].map((one) => JSON.parse(one));
