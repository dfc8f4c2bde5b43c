import type { Event } from '../engine/step.ts';

/** Ids of the access keys that a run has come across. */
export interface TrackedKeys {
  /** Keys of this account. */
  known: ReadonlySet<string>;
  /** Keys deleted or deactivated in this run. */
  dead: ReadonlySet<string>;
  /** Keys that exist but are inactive. They can be activated again, and AWS never shows their secret again. */
  inactive: ReadonlySet<string>;
}

/** Learns about access keys from a run's events. The sets fill up while the run goes on. */
export function trackAccessKeys(): TrackedKeys & { onEvent(event: Event): void } {
  const known = new Set<string>();
  const dead = new Set<string>();
  const inactive = new Set<string>();
  return {
    known,
    dead,
    inactive,
    onEvent(event) {
      if (event.type === 'rows') {
        for (const { id, active } of event.rows.flatMap(({ accessKeys = [] }) => accessKeys)) {
          known.add(id);
          if (active) inactive.delete(id);
          else inactive.add(id);
        }
      }
      if (event.type !== 'sent') return;
      const { request, error } = event.sent;
      if (!('AccessKeyId' in request.input)) return;
      const id = String(request.input.AccessKeyId);
      known.add(id);
      if (error !== undefined) return;
      if (request.operation === 'UpdateAccessKey') {
        dead.add(id);
        inactive.add(id);
      }
      if (request.operation === 'DeleteAccessKey') {
        dead.add(id);
        inactive.delete(id);
      }
    },
  };
}
