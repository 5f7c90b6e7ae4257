/** Changes to a model such as people make, by chance. Each returns whether it changed anything. */
import {
  type Declaration,
  declaration,
  isProduct,
  keyFor,
  type Model,
  parentFor,
  placesIn,
  restFor,
  statementFor,
} from './generated.ts';
import type { Random } from './random.ts';

type Edit = (model: Model, random: Random) => void;

/** Declarations that were deleted, to be put back. */
type Bin = Declaration[];

function anyPlace(model: Model, random: Random): { list: Declaration[]; index: number } | undefined {
  const places = [...placesIn([...model.values()].flat())];
  if (places.length === 0) return undefined;
  // The flat list above is nobody's: find the file's own.
  const { list, index } = random.pick(places);
  const chosen = list[index];
  for (const file of model.values()) {
    for (const place of placesIn(file)) if (place.list[place.index] === chosen) return place;
  }
  return undefined;
}

const of =
  (change: (chosen: Declaration, random: Random) => void): Edit =>
  (model, random) => {
    const place = anyPlace(model, random);
    if (place) change(place.list[place.index], random);
  };

const anyFile = (model: Model, random: Random): Declaration[] => random.pick([...model.values()]);

/** Every kind of change, by name. */
export function editsWith(bin: Bin): Readonly<Record<string, Edit>> {
  return {
    rename: of((chosen, random) => {
      chosen.key = keyFor(random, chosen);
    }),
    'name or move': of((chosen, random) => {
      chosen.rest = restFor(random, chosen);
    }),
    move: of((chosen, random) => {
      if (isProduct(chosen)) chosen.rest = chosen.rest.replace(/ in .*|$/, parentFor(random));
    }),
    kind: of((chosen, random) => {
      if (isProduct(chosen)) chosen.word = random.pick(['package', 'facility', 'service', 'software', 'ward', 'wrad']);
    }),
    'state more': of((chosen, random) => {
      chosen.statements.splice(random.below(chosen.statements.length + 1), 0, statementFor(random, chosen));
    }),
    'state less': of((chosen, random) => {
      chosen.statements.splice(random.below(chosen.statements.length + 1), 1);
    }),
    'state otherwise': of((chosen, random) => {
      if (chosen.statements.length > 0)
        chosen.statements[random.below(chosen.statements.length)] = statementFor(random, chosen);
    }),
    reorder: of(chosen => void chosen.statements.reverse()),
    declare: (model, random) => {
      const file = anyFile(model, random);
      file.splice(random.below(file.length + 1), 0, declaration(random));
    },
    delete: (model, random) => {
      const place = anyPlace(model, random);
      if (place) bin.push(...place.list.splice(place.index, 1));
    },
    recreate: (model, random) => {
      const back = bin.pop();
      if (back) anyFile(model, random).push(back);
    },
    nest: (model, random) => {
      const place = anyPlace(model, random);
      if (!place || !isProduct(place.list[place.index])) return;
      const [moved] = place.list.splice(place.index, 1);
      const around = anyPlace(model, random);
      const target = around?.list[around.index];
      if (target && isProduct(target) && !within(target, moved)) {
        target.nested.push(moved);
        if (random.once(2)) moved.rest = `"Nested" in ${random.pick([target.key, keyFor(random, moved)])}`;
      } else anyFile(model, random).push(moved);
    },
    'move between files': (model, random) => {
      const place = anyPlace(model, random);
      if (place) anyFile(model, random).unshift(...place.list.splice(place.index, 1));
    },
  };
}

const within = (inner: Declaration, outer: Declaration): boolean =>
  inner === outer || outer.nested.some(child => within(inner, child));

/** Breaks a text as half-typed lines and slips do. */
export function broken(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random.below(12));
    case 1:
      return (
        text.slice(0, at) +
        random.pick(['{', '}', '"', '"""', ',', '\n', 'owner ', '[[', '[', '//', '/*']) +
        text.slice(at)
      );
    case 2:
      return text.slice(0, at);
    default:
      return text.replaceAll('}', random.pick(['', '} }']));
  }
}
