import { inPieces, type Pieces } from '../../text/breather.ts';
import { joinPeople } from './join-people.ts';
import { signalsOfUser } from './people-signals.ts';
import { rowOf } from './people-table.ts';
import type { SeenPeople } from './seen.ts';
import type { Sources } from './sources.ts';

/** Joins thousands piece by piece, and makes their rows and signals: what the table and the signals ask for next is there then. */
export async function joinInPieces(sources: Sources): Promise<SeenPeople> {
  const seen = await inPieces(joinPeople(sources));
  await inPieces(rowsOf(seen));
  return seen;
}

function* rowsOf({ people, at }: SeenPeople): Pieces<void> {
  for (const person of people) {
    yield;
    rowOf(person, at);
    if (!person.isRoot) signalsOfUser(person, at);
  }
}
