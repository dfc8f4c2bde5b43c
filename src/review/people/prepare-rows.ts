import { breather } from '../../text/breather.ts';
import { joinerOf } from './join-people.ts';
import { signalsOfUser } from './people-signals.ts';
import { rowOf } from './people-table.ts';
import type { Sources } from './sources.ts';

/** Makes rows and signals of all users piece by piece. What `joinPeople` and the table give next is there then. */
export async function prepareRows(sources: Sources): Promise<void> {
  const { names, join } = joinerOf(sources);
  const breathe = breather();
  for (const name of names) {
    await breathe();
    const person = join(name);
    rowOf(person, sources.at);
    signalsOfUser(person, sources.at);
  }
}
