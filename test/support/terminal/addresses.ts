import type xterm from '@xterm/headless';

/** What a terminal shows as a link: its letters in sight, in order, and where a click leads. */
export interface Link {
  text: string;
  address: string;
}

/** xterm.js keeps links where its own add-ons find them: no part of its API lists them. */
interface Inside {
  _core: { _oscLinkService: { getLinkData(id: number): { id: string; uri: string } | undefined } };
}
interface LinkedCell {
  extended: { urlId: number };
}

/** The links in sight. The parts of a broken address are one, by their id. */
export function linksOn(terminal: xterm.Terminal): Link[] {
  const { active } = terminal.buffer;
  const links = new Map<string, Link>();
  for (let y = 0; y < terminal.rows; y++) {
    const line = active.getLine(active.viewportY + y);
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line?.getCell(x);
      const urlId = (cell as unknown as LinkedCell | undefined)?.extended.urlId;
      const data =
        urlId && (terminal as unknown as Inside)._core._oscLinkService.getLinkData(urlId);
      if (!data) continue;
      const key = `${data.id} ${data.uri}`;
      const link = links.get(key) ?? { text: '', address: data.uri };
      link.text += cell?.getChars();
      links.set(key, link);
    }
  }
  return [...links.values()];
}

/** The clipboard of a terminal that lets programs fill it (OSC 52). */
export function clipboardOf(terminal: xterm.Terminal): { text: string } {
  const clipboard = { text: '' };
  terminal.parser.registerOscHandler(52, (data) => {
    clipboard.text = Buffer.from(data.split(';')[1] ?? '', 'base64').toString();
    return true;
  });
  return clipboard;
}
