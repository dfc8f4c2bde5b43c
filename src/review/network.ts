import { t } from '../text/text.ts';
import { prepareAnalysis } from './network/analysis.ts';
import { detailOf } from './network/network-detail.ts';
import { signalsOf } from './network/network-signals.ts';
import { tableOf, VIEWS } from './network/network-table.ts';
import { unseenOf } from './network/network-unseen.ts';
import { readNetworks, type SeenNetwork } from './network/read-network.ts';
import { page } from './page.ts';

/** What is open to the internet, by what, and whom it reaches. See docs/review/network.md. */
export const network = page<SeenNetwork>({
  id: 'network',
  title: t('Network'),
  isRegional: true,
  controls: ['remote-ports', 'network-acls', 'default-group'],
  settings: [
    {
      id: 'show',
      title: t('Show'),
      hint: t('security groups'),
      choices: () => Object.keys(VIEWS),
      means: (value) => VIEWS[value]?.title,
      problemWith: (value) =>
        Object.hasOwn(VIEWS, value)
          ? undefined
          : t('Choose one of: {words}', { words: Object.keys(VIEWS).join(', ') }),
    },
  ],
  observe: (look, show) =>
    readNetworks(look, {
      show(seen) {
        // Made here, its time counts for how soon more is shown.
        tableOf(seen);
        show(seen);
      },
      async prepare({ networks }) {
        for (const one of networks) await prepareAnalysis(one);
      },
    }),
  table: tableOf,
  detail: detailOf,
  signals: signalsOf,
  unseen: unseenOf,
});
