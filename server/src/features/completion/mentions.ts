/** `[[KEY]]` in descriptions. */
import { MENTIONABLE } from '../../model/links.ts';
import { type EntryType, type Namespace, namespaceOf } from '../../model/record.ts';
import type { Cursor } from './cursor.ts';
import { containerOf, keys } from './keys.ts';
import type { Offer, Offers, Scene } from './offer.ts';

/** The keys that a description may refer to; each closes its brackets, and says what is meant where another entry would be. */
export function mentions(cursor: Cursor, scene: Scene): Offers {
  const { type, follows } = cursor.mention!;
  const named = type ? namespaceOf(type as EntryType) : undefined;
  const { offers, more } = keys(cursor, scene, {
    namespaces: named ? [named] : MENTIONABLE,
    container: containerOf(cursor, scene.graph),
    ...(type === 'person' || type === 'team' ? { type } : {}),
  });
  const closing = ']]'.slice(/^\]*/.exec(follows)![0].length);
  const complete = (offer: Offer): Offer => {
    const { namespace, key } = offer.about as { namespace: Namespace; key: string };
    const meant = named ?? MENTIONABLE.find(other => scene.graph.entry(other, key));
    return { ...offer, insert: `${meant === namespace ? '' : `${namespace}:`}${key}${closing}` };
  };
  return { offers: offers.map(complete), more };
}
