import { inPieces } from '../text/breather.ts';
import { t } from '../text/text.ts';
import { page } from './page.ts';
import { joinPeople } from './people/join-people.ts';
import { detailOf } from './people/people-detail.ts';
import { signalsOf } from './people/people-signals.ts';
import { tableOf } from './people/people-table.ts';
import { unseenOf } from './people/people-unseen.ts';
import { joinInPieces } from './people/prepare-rows.ts';
import { readSources } from './people/read-sources.ts';
import { readUser } from './people/read-user.ts';
import type { Sources } from './people/sources.ts';

/** Root and each user: what they sign in with, when it was last used, and what they may do. See docs/review/people.md. */
export const people = page({
  id: 'people',
  title: t('People'),
  controls: [
    'root-keys',
    'root-mfa',
    'root-unused',
    'everyones-mfa',
    'unused-credentials',
    'key-age',
    'rights-by-groups',
    'no-full-rights',
    'access-review',
  ],

  async observe(look, show) {
    const prepare = async (sources: Sources) => {
      const seen = await joinInPieces(sources);
      return () => show(seen);
    };
    return joinInPieces(await readSources(look, prepare));
  },

  table: tableOf,

  async detail(seen, key, look) {
    const person =
      seen.people.find((one) => one.key === key) ??
      seen.people.find((one) => one.isRoot && one.name === key);
    if (!person) return undefined;
    const { sources } = seen;
    if (person.isRoot) return { key: person.key, ...detailOf(seen, person) };
    if (sources.fresh.has(person.name)) return detailOf(seen, person);
    sources.fresh.set(person.name, await readUser(look, person.name, () => undefined));
    const again = await inPieces(joinPeople(sources));
    return detailOf(again, again.people.find((one) => one.key === key) ?? person);
  },

  signals: signalsOf,
  unseen: unseenOf,
});
