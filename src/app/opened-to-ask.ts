import type { Terminal } from '../cli/terminal.ts';
import type { Event, Host } from '../engine/step.ts';
import { say, t } from '../text/text.ts';
import { CLEAR_LINE_ABOVE, type openHost } from './open-host.ts';

/** A host whose screen opens only if something is asked: how to sign in. It may be closed and opened again. */
export function openedToAsk(open: () => ReturnType<typeof openHost>, { output }: Terminal) {
  let opened: ReturnType<typeof openHost> | undefined;
  let isSaid = true;
  output.write(`${say(t('Finding out who is signed in.'))}\n`);
  let account: Event | undefined;
  const host: Host = {
    emit(event) {
      if (event.type === 'account') account = event;
    },
    async ask(...question) {
      if (!opened) {
        opened = open();
        if (account) (await opened).host.emit(account);
      }
      return (await opened).host.ask(...question);
    },
  };
  return {
    host,
    async close() {
      await (await opened)?.close();
      opened = undefined;
      if (isSaid) output.write(CLEAR_LINE_ABOVE);
      isSaid = false;
    },
  };
}
