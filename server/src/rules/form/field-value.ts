import { nameOf } from '../../model/names.ts';
import { nearestOf } from '../../model/near.ts';
import { PROPERTIES, propertyOf, type ValueType } from '../../model/properties.ts';
import type { Attribute, Demand, Entry, Value } from '../../model/record.ts';
import { demandableWords, isDemandable, takesProducts } from '../demanded.ts';
import { boundsOf, objectionTo } from '../field-types.ts';
import type { Context, Report, Rule } from '../rule.ts';
import { didYouMean } from '../wording.ts';

/**
 * A value of the wrong type. What the text alone tells (a date, an address) the parser finds; what needs other entries is found here:
 * the values of a kind's fields, people where teams are wanted, and demands on properties that there are not.
 *
 *     kind ward extends product { field beds number }
 *     ward W1 "Ward 1" { beds many }
 */
export const fieldValue: Rule = {
  id: 'field-value',
  category: 'form',
  severity: 'error',
  title: 'A value of the wrong type',
  explanation:
    'A value is not what its attribute or field takes: no date, no web address, none of the values to choose from, a person where a ' +
    'team is wanted, more values than the field allows; or a kind demands a property that its products cannot have.',
  example: {
    wrong: 'kind ward { field support one of day, night }\nward W1 "Ward 1" { support noon }',
    right: 'kind ward { field support one of day, night }\nward W1 "Ward 1" { support night }',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'repository', 'kind'],
  everyDeclaration: true,
  keyless: true,
  check(subject, context, report) {
    for (const attribute of subject.attributes) {
      const property = propertyOf(attribute.property);
      if (property === undefined) checkField(subject, attribute, context, report);
      else {
        checkParties(attribute.values, property.value, property.word, context, report);
        const { clause } = property;
        if (clause && attribute.clause)
          checkParties([attribute.clause], clause.value, `${property.word} … ${clause.word}`, context, report);
      }
    }
    // Of kinds that clash, and of extensions of nothing, that is the finding.
    const counts = subject.extension ? context.graph.entry('kind', subject.key) : context.graph.isPrimary(subject);
    for (const demand of (counts && subject.demands) || []) checkDemand(subject, demand, context, report);
  },
};

/** People and teams share their keys: whether the right one of them is named is seen only once the key is looked up. */
function checkParties(
  values: readonly Value[],
  type: ValueType | 'person',
  word: string,
  { graph }: Context,
  report: (report: Report) => void,
): void {
  if (type !== 'person' && type !== 'team') return;
  for (const { form, text, range } of values) {
    const entry = form === 'word' ? graph.entry('party', text) : undefined;
    if (entry === undefined || entry.type === type) continue;
    report({
      message: `${nameOf(entry)} is a ${entry.type}: \`${word}\` takes a ${type}.`,
      at: range,
      data: { wanted: type },
    });
  }
}

/** A field of the product's kind: its type and its bounds. */
function checkField(
  subject: Entry,
  { property: name, range, values, none }: Attribute,
  { graph }: Context,
  report: (report: Report) => void,
): void {
  const field = graph.kind(subject.kind?.text ?? '')?.fields.get(name)?.field;
  if (field === undefined || (values.length === 0 && !none)) return;
  for (const value of values) {
    const objection = objectionTo(value, field, graph);
    if (objection) {
      const data = field.choices.length > 0 ? { choices: field.choices.map(({ text }) => text).join(' ') } : undefined;
      report({ message: objection, at: value.range, ...(data ? { data } : {}) });
    }
  }
  const { least, most } = field;
  if (values.length < least || (most !== null && values.length > most)) {
    const surplus = most === null ? undefined : values[Math.max(most, 0)];
    report({ message: `The field \`${name}\` takes ${boundsOf(least, most)}.`, at: surplus?.range ?? range });
  }
}

/** A demand on what products of the kind cannot have, or on kinds where no products are named. */
function checkDemand(
  subject: Entry,
  { property, range, targets }: Demand,
  { graph }: Context,
  report: (report: Report) => void,
): void {
  if (property === '') return;
  const kind = graph.kind(subject.key);
  if (!isDemandable(property, kind)) {
    const words = demandableWords(
      PROPERTIES.map(({ word }) => word),
      kind,
    );
    const what = `A product of kind ${subject.key} has no attribute or field \`${property}\``;
    report({
      message: `${what}: nothing can be demanded of it.${didYouMean(nearestOf(property, words)) || ' Declare the field first, or name another.'}`,
      at: range,
      data: { near: nearestOf(property, words).join(',') },
    });
    return;
  }
  const [target] = targets;
  if (target && !takesProducts(property, kind)) {
    const message = `\`${property}\` names no products: take the kinds after it away.`;
    report({ message, at: target.range });
  }
}
