/**
 * A description with everything taken out that names a product: references, keys, names and short names, then case, spaces
 * and punctuation. What is left must tell a product from its siblings.
 */
export function withoutNames(description: string, names: readonly string[]): string {
  let rest = description.replace(/\[\[.*?\]\]/g, ' ');
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const literally = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    rest = rest.replace(new RegExp(`(?<!\\w)${literally}(?!\\w)`, 'gi'), ' ');
  }
  return rest.toLowerCase().match(/\w+/g)?.join(' ') ?? '';
}

/** Groups of keys whose descriptions are equal but for the names in them; a description of names alone is a group too. */
export function indistinct(descriptions: ReadonlyMap<string, string>, names: readonly string[]): string[][] {
  const groups = Map.groupBy(descriptions.keys(), key => withoutNames(descriptions.get(key)!, names));
  return [...groups].filter(([rest, keys]) => keys.length > 1 || rest === '').map(([, keys]) => keys);
}
