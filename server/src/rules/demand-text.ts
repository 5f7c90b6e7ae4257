/** What a kind's demand says, in words and as an example, for its page. */
import type { EffectiveDemand } from '../model/kinds.ts';
import { listed } from '../model/names.ts';
import { PROPERTIES, propertyOf, type ValueType } from '../model/properties.ts';
import type { Demand } from '../model/record.ts';
import type { Rule } from './rule.ts';
import { counted } from './wording.ts';

/** `Products of kind service, and of kinds that extend it, have at least one hosted on of kind enclave.` */
export function demandSays({ demand, statedBy }: EffectiveDemand): string {
  const { property, targets } = demand;
  const kinds = targets.map(({ text }) => `\`${text}\``);
  const ofKind = kinds.length > 0 ? ` of kind ${listed(kinds, 'or')}` : '';
  const others = kinds.length > 0 && demand.most !== 0 ? ' Others may be there too, but do not count.' : '';
  const who = `Products of kind \`${statedBy}\`, and of kinds that extend it,`;
  return `${who} have ${amountOf(demand)} \`${property}\`${ofKind}.${others}`;
}

function amountOf({ least, most }: Demand): string {
  if (most === null) return least === 0 ? 'any number of' : `at least ${counted(least)}`;
  if (most === least) return most === 0 ? 'no' : `exactly ${counted(least)}`;
  return least === 0 ? `at most ${counted(most)}` : `between ${counted(least)} and ${counted(most)}`;
}

/** Where to state what is demanded: either end of a link is enough. */
export function mendingOf({ property, most }: Demand): string {
  if (most === 0) return `Take \`${property}\` out.`;
  if (property === 'contains') return 'Put the products into its braces, or say `in` at each of them.';
  const own = propertyOf(property);
  const other = PROPERTIES.find(
    ({ relation, reversed }) => own?.relation && relation === own.relation && reversed !== own.reversed,
  );
  return other
    ? `State \`${property}\` at the product, or \`${other.word}\` at the other end: either is enough.`
    : `State \`${property}\` at the product.`;
}

/** What to write for a value of each type, and what must be declared for it. */
const SAMPLES: Readonly<Record<ValueType, { value: string; declare?: string }>> = {
  text: { value: '"A text"' },
  code: { value: '1.02' },
  date: { value: '2026-04-17' },
  url: { value: 'https://example.org/docs' },
  email: { value: '"anna@example.org"' },
  block: { value: '"""A text"""' },
  rule: { value: 'public-link' },
  party: { value: 'ARossi', declare: 'person ARossi "Anna Rossi"' },
  person: { value: 'ARossi', declare: 'person ARossi "Anna Rossi"' },
  team: { value: 'OPS', declare: 'team OPS "Operations"' },
  product: { value: 'OTHER' },
  document: { value: 'DOC-1', declare: 'document DOC-1 "Handbook"' },
  requirement: { value: 'REQ-1', declare: 'requirement REQ-1 "It opens within a second"' },
  repository: { value: 'apps/example', declare: 'repository apps/example "Source of the example" { requires none }' },
};

/** A product that breaks a demand for something, and one that meets it. */
export function demandExample({ demand, statedBy }: EffectiveDemand): Rule['example'] {
  const { property, targets } = demand;
  const type = propertyOf(property)?.value;
  const sample = type ? SAMPLES[type] : { value: property === 'contains' ? 'OTHER' : '…' };
  const kind = targets[0]?.text ?? 'product';
  const isProduct = sample.value === 'OTHER';
  const bare = `${statedBy} NEW "An example"`;
  const met =
    property === 'contains'
      ? `${bare} {\n  ${kind} OTHER "Another"\n}`
      : property === 'description'
        ? `${bare} {\n  """What it is, in a sentence."""\n}`
        : `${bare} {\n  ${property} ${sample.value}\n}`;
  const declared = isProduct
    ? property === 'contains'
      ? []
      : [`${kind} OTHER "Another"`]
    : [sample.declare ?? []].flat();
  const both = { without: [bare, ...declared].join('\n'), with: [met, ...declared].join('\n') };
  return demand.most === 0 ? { wrong: both.with, right: both.without } : { wrong: both.without, right: both.with };
}
