import { type Link, PLAIN_FIELD_TYPES } from '../../model/links.ts';
import { listed, nameOf } from '../../model/names.ts';
import { nearestOf } from '../../model/near.ts';
import { PROPERTIES, propertyOf } from '../../model/properties.ts';
import type { Attribute, Entry, Namespace, Range } from '../../model/record.ts';
import type { Context, Report, Rule } from '../rule.ts';
import { didYouMean, NOUNS } from '../wording.ts';

/**
 * A name that nothing declares: a key of anything, a kind, or a word that begins a statement and is neither an attribute nor a field.
 *
 *     service RECORDS "Patient Records" { owner ARosi }
 *                                               ^^^^^ No person or team ARosi is declared. Did you mean ARossi (Anna Rossi)?
 */
export const unresolved: Rule = {
  id: 'unresolved',
  category: 'consistency',
  severity: 'error',
  title: 'A name that nothing declares',
  explanation:
    'A statement refers to something by its key, and nothing in the project declares that key. Mend the key, or declare what it names; ' +
    'the quick fix does either. Something that has no key yet is written as its name in quotes, which is reported here too.',
  example: {
    wrong: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARosi }',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  everyDeclaration: true,
  keyless: true,
  check(subject, context, report) {
    for (const link of context.graph.linksOf(subject)) {
      if (link.key !== '' && context.graph.resolve(link) === undefined) report(ofLink(link, context));
    }
    if (subject.extension && subject.key !== '' && context.graph.entry('kind', subject.key) === undefined) {
      report(missing('kind', ['kind'], subject.key, subject.range, 'kind', context));
    }
    if (subject.type !== 'product') return;
    for (const attribute of subject.attributes) {
      const found = ofWord(subject, attribute, context);
      if (found) report(found);
    }
  },
};

function ofLink(link: Link, context: Context): Report {
  const { key, range, quoted, namespaces } = link;
  const { noun, declare } = wantedBy(link);
  if (!quoted) return missing(noun, namespaces, key, range, declare, context);
  return {
    message: `"${key}" is written as a name in quotes because nobody has declared it: declare the ${noun} and refer to its key.`,
    at: range,
    data: { key, declare, quoted: 'yes' },
  };
}

function missing(
  noun: string,
  namespaces: readonly Namespace[],
  key: string,
  at: Range,
  declare: string,
  { graph }: Context,
): Report {
  const types = noun === FIELD_TYPE ? nearestOf(key, PLAIN_FIELD_TYPES) : [];
  const near = graph.nearMisses(namespaces, key);
  return {
    message: `No ${noun} ${key} is declared.${didYouMean([...types, ...near.map(nameOf)]) || ' Mend the key, or declare it.'}`,
    at,
    data: { key, declare, near: [...types, ...near.map(other => other.key)].join(',') },
  };
}

const FIELD_TYPE = 'field type or kind';

/** What a link wants: in a sentence, and the word with which it would be declared. */
function wantedBy({ relation, namespaces, via }: Link): { noun: string; declare: string } {
  if (relation === 'mentions') {
    return {
      noun: listed(
        namespaces.map(namespace => NOUNS[namespace]),
        'or',
      ),
      declare: namespaces[0],
    };
  }
  if (relation === 'demands' && via === 'field') return { noun: FIELD_TYPE, declare: 'kind' };
  const wanted = valueTypeOf(via) ?? namespaces[0];
  return { noun: NOUNS[wanted], declare: wanted === 'party' ? 'person' : wanted };
}

function valueTypeOf(via: string): keyof typeof NOUNS | undefined {
  const property = propertyOf(via);
  const clause = PROPERTIES.find(({ clause }) => clause?.word === via)?.clause;
  const type: string | undefined = property?.value ?? clause?.value;
  return type !== undefined && type in NOUNS ? (type as keyof typeof NOUNS) : undefined;
}

/** The word of an attribute that is neither the language's nor a field. */
function ofWord(subject: Entry, attribute: Attribute, { graph }: Context): Report | undefined {
  const { property: word, range } = attribute;
  if (propertyOf(word) || isEmpty(attribute)) return undefined;
  const kind = graph.kind(subject.kind?.text ?? '');
  // Where the kind itself is unknown, so are its fields; a word that is a kind begins a product: see `incomplete`.
  if (kind === undefined || kind.fields.has(word) || graph.entry('kind', word)) return undefined;
  const attributes = PROPERTIES.filter(({ on }) => on.includes('product')).map(property => property.word);
  const near = nearestOf(word, [...attributes, ...kind.fields.keys()]);
  const kinds = graph.nearMisses(['kind'], word).map(({ key }) => key);
  const offers = [...near, ...kinds].slice(0, 3);
  return {
    message: `A product of kind ${subject.kind!.text} has no attribute or field \`${word}\`.${didYouMean(offers) || ' Declare the field in the kind, or take it out.'}`,
    at: range,
    data: { key: word, near: offers.join(',') },
  };
}

/** A word alone is reported as such. */
const isEmpty = ({ values, none }: Attribute): boolean => values.length === 0 && !none;
