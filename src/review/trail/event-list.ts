import { eventOf, type TrailEvent } from './trail-event.ts';

/** So many events are kept: with their rows on the screen, each takes some kilobytes. */
export const MOST_EVENTS = 5000;
/** Letters of their JSON. Events of CloudTrail take a kilobyte each; those of a foreign file may be of any size. */
const MOST_KEPT = 10_000_000;

/** The events that were found, each once. */
export class EventList {
  readonly all: TrailEvent[] = [];
  /** There were more than are kept. */
  isFull = false;
  readonly #known = new Map<string, TrailEvent>();
  readonly #isWanted: (event: TrailEvent) => boolean;
  #kept = 0;

  constructor(isWanted: (event: TrailEvent) => boolean) {
    this.#isWanted = isWanted;
  }

  /** Takes an event of a file or of the event history. What is no event is left out. */
  add(record: unknown): void {
    const event = eventOf(record);
    if (!event || !this.#isWanted(event)) return;
    if (this.all.length >= MOST_EVENTS || this.#kept + event.json.length > MOST_KEPT) {
      this.isFull = true;
      return;
    }
    // An id is CloudTrail's own, but a file may hold anything: another event of the same id gets another key.
    const own = event.key || `${this.all.length + 1}`;
    let key = own;
    for (let n = 2; this.#known.has(key); n++) {
      if (this.#known.get(key)?.at === event.at && this.#known.get(key)?.name === event.name)
        return;
      key = `${own}#${n}`;
    }
    const kept = { ...event, key };
    this.#known.set(key, kept);
    this.all.push(kept);
    this.#kept += event.json.length;
  }

  find(key: string): TrailEvent | undefined {
    return this.#known.get(key);
  }
}
