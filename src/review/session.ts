import { Blocked, SignedOut } from '../engine/errors.ts';
import { withReauthentication } from '../engine/reauthenticate.ts';
import type { Account, Reads, Text } from '../engine/step.ts';
import { t } from '../text/text.ts';
import type { PageEntry } from './index.ts';
import type { Detail, Page, PageLook } from './page.ts';
import { whyNoRow } from './words.ts';

/** What is known of a page. Each change makes a new one. */
export interface Tab {
  id: string;
  title: Text;
  /** Absent until the page is loaded. */
  page?: Page;
  /** What was seen so far. A failed look keeps what an earlier one saw. */
  seen?: unknown;
  /** Incremented whenever `seen` comes in: a page may show the same object again, with more in it. */
  revision: number;
  settings: Readonly<Record<string, string>>;
  isLooking: boolean;
  /** Looks at all regions that are on. */
  isEverywhere: boolean;
  /** When the last look ended, in milliseconds of AWS's clock. */
  lookedAt?: number;
  /** Why the last look failed. */
  failure?: { text: Text; fix: Text[] };
}

interface Parts {
  account: Account;
  /** New reads for each look. Equal reads within one look are sent once. */
  reads(): Reads;
  /** Has the owner sign in again. */
  signIn(): Promise<void>;
  pages: readonly PageEntry[];
  /** What the command line has set on its page. */
  asked: { id: string; settings: Record<string, string>; isEverywhere: boolean };
}

/** The pages of a review as somebody looks through them. It reads when it is told to, and never by itself. */
export class ReviewSession {
  readonly account: Account;
  /** Called after each change. */
  onChange: () => void = () => undefined;
  /** Called with an error that is no refusal of AWS. */
  onFailure: (error: unknown) => void = () => undefined;
  /** Does something that needs the terminal for itself. */
  runInTerminal: (work: () => Promise<void>) => Promise<void> = (work) => work();
  readonly #parts: Parts;
  readonly #tabs: Map<string, Tab>;
  /** What the last look of each page was done with. */
  readonly #looks = new Map<string, PageLook>();
  /** Counts the looks of each page: what an older one sees is dropped. */
  readonly #newest = new Map<string, number>();
  /** Looks that end at the same time sign in once. */
  #signingIn: Promise<void> | undefined;

  constructor(parts: Parts) {
    const { account, pages, asked } = parts;
    this.account = account;
    this.#parts = parts;
    this.#tabs = new Map(
      pages.map(({ id, title }) => [
        id,
        {
          id,
          title,
          revision: 0,
          settings: id === asked.id ? asked.settings : {},
          isLooking: false,
          isEverywhere: id === asked.id && asked.isEverywhere,
        },
      ]),
    );
  }

  /** In the order of the tabs. */
  get tabs(): Tab[] {
    return [...this.#tabs.values()];
  }

  tab(id: string): Tab {
    const tab = this.#tabs.get(id);
    if (!tab) throw new Error(`there is no page ${id}`);
    return tab;
  }

  /** Looks at the page if nobody has opened it before. */
  open(id: string): void {
    if (!this.#newest.has(id)) this.look(id);
  }

  /** Looks again, after changes of how it is looked at. */
  look(id: string, changes: Partial<Pick<Tab, 'settings' | 'isEverywhere'>> = {}): void {
    const n = (this.#newest.get(id) ?? 0) + 1;
    this.#newest.set(id, n);
    const isNewest = () => this.#newest.get(id) === n;
    this.#change(id, { ...changes, isLooking: true, failure: undefined });
    this.#signedIn(() => this.#observe(id, isNewest)).catch((error) => {
      if (!(error instanceof Blocked || error instanceof SignedOut)) this.onFailure(error);
      else if (isNewest()) this.#change(id, { isLooking: false, failure: error });
    });
  }

  /** Looks at all regions that are on. */
  lookEverywhere(id: string): void {
    this.look(id, { isEverywhere: true });
  }

  /** Sets something on the page, and looks again. An empty value takes the setting away. */
  set(id: string, setting: string, value: string): void {
    const { [setting]: _, ...others } = this.tab(id).settings;
    this.look(id, { settings: value === '' ? others : { ...others, [setting]: value } });
  }

  /** Everything about one row. `undefined` if there is no such row. */
  async detail(id: string, key: string): Promise<Detail | undefined> {
    const { page, seen } = this.tab(id);
    if (!page || seen === undefined) return undefined;
    try {
      return await this.#signedIn(async () => {
        const look = this.#looks.get(id);
        return look && page.detail(seen, key, look);
      });
    } catch (error) {
      if (!(error instanceof Blocked || error instanceof SignedOut)) throw error;
      return { title: t('{key}', { key }), sections: [{ lines: [error.text, ...error.fix] }] };
    }
  }

  /** Why `detail` has found none. */
  whyNoRow(id: string, key: string): Text {
    const { page, seen } = this.tab(id);
    const table = page?.table(seen) ?? { columns: [], rows: [] };
    return whyNoRow(key, table, {});
  }

  /** Each session has clients of its own, so what is opened next needs new reads. */
  #signedIn<T>(work: () => Promise<T>): Promise<T> {
    const signIn = () => {
      this.#signingIn ??= this.runInTerminal(this.#parts.signIn).finally(() => {
        this.#signingIn = undefined;
      });
      return this.#signingIn;
    };
    const renew = () => {
      for (const [id, look] of this.#looks)
        this.#looks.set(id, { ...look, ...this.#parts.reads() });
    };
    const context = { account: this.account, signIn };
    return withReauthentication({ context, invalidate: renew }, work);
  }

  async #observe(id: string, isNewest: () => boolean): Promise<void> {
    const { account, pages } = this.#parts;
    const page = await pages.find((entry) => entry.id === id)?.load();
    if (!page || !isNewest()) return;
    this.#change(id, { page });
    const { settings, isEverywhere } = this.tab(id);
    const from = { ...this.#parts.reads(), account };
    const regions = isEverywhere
      ? await (await import('./all-regions.ts')).allRegions(from)
      : [account.region];
    const look = { ...from, settings, regions };
    const show = (seen: unknown) => {
      if (!isNewest()) return;
      this.#looks.set(id, look);
      this.#change(id, { seen, revision: this.tab(id).revision + 1 });
    };
    show(await page.observe(look, show));
    if (isNewest()) this.#change(id, { isLooking: false, lookedAt: look.clock() });
  }

  #change(id: string, to: { [Name in keyof Tab]?: Tab[Name] | undefined }): void {
    const changed = Object.entries({ ...this.tab(id), ...to });
    const known = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
    this.#tabs.set(id, known as unknown as Tab);
    this.onChange();
  }
}
