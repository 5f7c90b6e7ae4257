/** Fixes of what the demand of a kind asks for. */
import { propertyOf } from '../../model/properties.ts';
import type { Entry } from '../../model/record.ts';
import { valuesOf } from '../../rules/demanded.ts';
import type { Finding } from '../../rules/finding.ts';
import { stating, subjectOf } from './attributes.ts';
import { offersFor } from './candidates.ts';
import { state, take, takeValue } from './changes.ts';
import { type Fixer, type Scene, spotAt, wordsOf } from './fix.ts';
import { keyFrom, nameInQuotes } from './keys-from-names.ts';

/** States what is demanded and missing. */
export const stateDemanded: Fixer = {
  id: 'state',
  does: 'States what is demanded, with a choice of those that fit (people: those named beside it first; products: of the demanded kinds).',
  leaves: 'KEY where nothing that fits is declared yet; more to add where several are demanded',
  *fixes(finding, scene) {
    const { property, problem, kinds } = finding.data ?? {};
    const entry = subjectOf(scene, finding);
    if (!entry || problem !== 'few') return;
    if (property === 'description') {
      yield {
        title: `Describe ${entry.key}`,
        changes: () => [state(entry, 'description', ['"""', { gap: 'What it is, in a sentence.' }, '"""'])],
      };
    } else if (property === 'obsolete') {
      yield { title: `Mark ${entry.key} as obsolete`, changes: () => [state(entry, 'obsolete', ['obsolete'])] };
    } else if (property === 'contains') {
      const [kind = 'product'] = wordsOf(kinds);
      const key = keyFrom(scene.graph, 'product', `New ${kind}`);
      yield {
        title: `Put a new ${kind} into ${entry.key}`,
        changes: () => [state(entry, 'child', [`${kind} `, { gap: key }, ' ', { gap: nameInQuotes(key) }])],
      };
    } else {
      const listed = entry.attributes.some(attribute => attribute.property === property && !attribute.none);
      for (const { value, says, open } of offersFor(scene, entry, property, wordsOf(kinds))) {
        yield {
          title: `${listed ? 'Add to' : 'State'} \`${property}\`: ${says}`,
          ...(!open && scene.snippets && { preferred: true as const }),
          changes: () => [stating(entry, property, value)],
        };
      }
    }
  },
};

/** The values that a product states itself and the demand counts, and how many it allows. */
function surplusOf(scene: Scene, finding: Finding, entry: Entry) {
  const { property, kinds } = finding.data!;
  const { graph } = scene;
  const demands = graph.kind(entry.kind?.text ?? '')?.demands ?? [];
  const most = demands.find(({ ids, demand }) => ids[0] === finding.rule && demand.most !== null)?.demand.most ?? 0;
  const { counted } = valuesOf(graph, entry, property, wordsOf(kinds));
  const own = counted.flatMap(({ at }) => at ?? []).flatMap(at => spotAt(scene.record, at).value ?? []);
  return { most, own, enough: counted.length - own.length <= most };
}

/** Takes out what is stated beyond the number that is demanded. */
export const removeSurplus: Fixer = {
  id: 'remove surplus',
  does: 'Takes out what is too many; where one alone is allowed, one fix for each that may stay.',
  leaves: 'what the product lacks without it',
  *fixes(finding, scene) {
    const { property, problem } = finding.data ?? {};
    const entry = subjectOf(scene, finding);
    if (!entry || problem !== 'many') return;
    if (property === 'description' && entry.description) {
      const { range } = entry.description;
      yield { title: 'Take the description out', changes: () => [take(scene.document, range, entry)] };
      return;
    }
    const attribute = entry.attributes.find(other => other.property === property);
    if (!attribute) return;
    if (propertyOf(property)?.optional) {
      yield { title: `Take \`${property}\` out`, changes: () => [take(scene.document, attribute.extent, entry)] };
      return;
    }
    const { most, own, enough } = surplusOf(scene, finding, entry);
    const others = own.length - 1;
    if (!enough || own.length === 0) return;
    if (most === 1 && own.length > 1 && own.length <= 4) {
      for (const kept of own) {
        yield {
          title: `Keep ${kept.text}: take the other${others > 1 ? 's' : ''} out of \`${property}\``,
          changes: () => own.filter(value => value !== kept).map(value => takeValue(entry, attribute, value)),
        };
      }
      return;
    }
    const taken = own.slice(most);
    yield {
      title: `Take ${taken.map(({ text }) => text).join(', ')} out of \`${property}\``,
      changes: () => taken.map(value => takeValue(entry, attribute, value)),
    };
  },
};
