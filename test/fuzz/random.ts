/** Random choices that a seed repeats. */
export interface Random {
  /** At least 0, less than `below`. */
  number(below: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** A linear congruential generator: the same seed makes the same choices on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const number = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { number, pick: choices => choices[number(choices.length)] };
}

/** The seed that `PTREE_SEED` or `--seed=…` names, else this one. */
export function seedOr(usual: number): number {
  const argument = process.argv.find(word => word.startsWith('--seed='))?.slice('--seed='.length);
  return Number(process.env.PTREE_SEED ?? argument ?? usual);
}
