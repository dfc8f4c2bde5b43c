import { type Text, t } from '../text/text.ts';
import type { Page } from './page.ts';

/** A page as long as nobody opens it. Its id and its title are those of the page. */
export interface PageEntry {
  id: string;
  title: Text;
  load(): Promise<Page>;
}

/** The pages of the review, in the order of their tabs. One line for each page, loaded only when it is opened. */
export const pages: PageEntry[] = [
  { id: 'people', title: t('People'), load: async () => (await import('./people.ts')).people },
  {
    id: 'rights',
    title: t('Rights'),
    load: async () => (await import('./rights.ts')).rights,
  },
  { id: 'network', title: t('Network'), load: async () => (await import('./network.ts')).network },
  {
    id: 'machines',
    title: t('Machines'),
    load: async () => (await import('./machines.ts')).machines,
  },
  { id: 'trail', title: t('Trail'), load: async () => (await import('./trail.ts')).trail },
];
