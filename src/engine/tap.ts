import type { Event, Host } from './step.ts';

/** The same host, with a listener that hears each event before the host does. */
export const tap = (host: Host, listener: (event: Event) => void): Host => ({
  ...host,
  emit(event) {
    listener(event);
    host.emit(event);
  },
});
