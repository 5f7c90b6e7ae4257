/** The forms of statements: what is written one after the other, and what each part is for, in plain words. */
import { PLAIN_FIELD_TYPES } from '../../model/links.ts';
import type { EntryType, Field } from '../../model/record.ts';
import { withArticle } from '../../rules/wording.ts';

/** One part of a statement. */
export interface Part {
  /** As the form shows it. */
  label: string;
  /** What it is for, a sentence. */
  says: string;
}

/** A statement's form: `{}` in the pattern stands for each part in turn. */
export interface Form {
  pattern: string;
  parts: Readonly<Record<string, Part>>;
  /** What the whole statement is for. */
  says: string;
}

const KINDS_LEVEL = {
  consistent: 'What every product of this kind has; the model contradicts itself otherwise (an error).',
  complete: 'What every product of this kind should have; it is still missing otherwise (a warning).',
};
const BOUNDS: Part = {
  label: '[1..*]',
  says: 'How many: [1] exactly one, [1..*] at least one, [0..2] two at most, [0] none.',
};

/** `consistent hosts [1..*] enclave "A facility hosts enclaves."` */
export function demandForm(level: 'consistent' | 'complete'): Form {
  const severity = level === 'consistent' ? 'error' : 'warning';
  return {
    pattern: `${level} {severity} {property} {bounds} {kinds} {reason}`,
    parts: {
      severity: { label: 'severity', says: `error, warning, info, hint or off. Left out: ${severity}.` },
      property: {
        label: 'property',
        says: 'What is counted: an attribute such as owner or hosts, contains, or a field.',
      },
      bounds: BOUNDS,
      kinds: { label: 'kind | kind', says: 'Only products of these kinds count. Left out: all that is named.' },
      reason: { label: '"reason"', says: 'Why it is demanded, as a sentence. It ends the finding.' },
    },
    says: KINDS_LEVEL[level],
  };
}

const FIELD_NAME: Part = { label: 'name', says: 'The word under which products of this kind state it.' };
const FIELD_BOUNDS: Part = {
  label: '[0..1]',
  says: 'How many values: [0..1] at most one, [0..*] any number. Left out: at most one.',
};
const FIELD_LABEL: Part = { label: '"label"', says: 'What it tells, for whoever fills it in.' };
const FIELD_SAYS = 'An attribute that this kind adds to its products.';

/** `field runbook [0..*] url "How to run it"`, `field tier one of gold, silver "What support it gets"` */
export const FIELD_FORMS: readonly [typed: Form, choice: Form] = [
  {
    pattern: 'field {name} {bounds} {type} {label}',
    parts: {
      name: FIELD_NAME,
      bounds: FIELD_BOUNDS,
      type: {
        label: 'type',
        says: `What its values are: ${PLAIN_FIELD_TYPES.filter(type => type !== 'choice').join(', ')}, or a kind for its products.`,
      },
      label: FIELD_LABEL,
    },
    says: FIELD_SAYS,
  },
  {
    pattern: 'field {name} {bounds} one of {choices} {label}',
    parts: {
      name: FIELD_NAME,
      bounds: FIELD_BOUNDS,
      choices: { label: 'value, value', says: 'The values to choose from, with commas between them.' },
      label: FIELD_LABEL,
    },
    says: FIELD_SAYS,
  },
];

/** `waive service.hosted-on "The sites are not decided." until 2027-06` */
export const WAIVE_FORM: Form = {
  pattern: 'waive {rule} {reason} until {date}',
  parts: {
    rule: { label: 'rule', says: "The rule's id, such as service.hosted-on. It stands behind each finding." },
    reason: { label: '"reason"', says: 'Why the rule does not apply. A waiver without a reason silences nothing.' },
    date: {
      label: 'date',
      says: 'The last day on which it counts: 2027, 2027-06 or 2027-06-30. Left out: it counts for good.',
    },
  },
  says: 'Silences a rule here and for everything below.',
};

/** What stands in quotes behind the key of a declaration. */
const NAMES: Readonly<Record<EntryType, string>> = {
  product: 'name',
  person: 'name',
  team: 'name',
  document: 'title',
  requirement: 'title',
  repository: 'what is in it',
  term: 'meaning',
  kind: 'name',
};

/** What stands behind `in` or `extends`. */
const PARENTS: Partial<Record<EntryType, [word: string, part: Part]>> = {
  product: ['in', { label: 'PARENT', says: 'The product that it is part of. Left out: it stands at the top.' }],
  requirement: ['in', { label: 'DOCUMENT', says: 'The document that states it.' }],
  kind: ['extends', { label: 'kind', says: 'The kind whose demands and fields it takes over.' }],
};

/**
 * `service POPSRV "Planned Observation Publication" in PRSRV`
 * @param word the statement's first word; a product's kind
 * @param nested it stands in another declaration's braces: that is what it is part of
 */
export function declarationForm(type: EntryType, word: string, nested: boolean): Form {
  const [connector, parent] = (nested ? undefined : PARENTS[type]) ?? [];
  const name = NAMES[type];
  return {
    pattern: `${word} {key} {name}${parent ? ` ${connector} {parent}` : ''}`,
    parts: {
      key:
        type === 'kind'
          ? { label: 'name', says: 'The word with which its products begin: letters, digits, _ and - between.' }
          : { label: 'KEY', says: 'By what others refer to it: letters, digits and _, with - . or / between.' },
      name: { label: `"${name}"`, says: `Its ${name}, for readers.` },
      ...(parent ? { parent } : {}),
    },
    says: type === 'kind' ? 'A word of your organisation for a sort of product.' : `Declares ${withArticle(word)}.`,
  };
}

/** `extend kind service` */
export const EXTEND_FORM: Form = {
  pattern: 'extend kind {key}',
  parts: { key: { label: 'kind', says: 'A kind that is declared elsewhere, a built-in one too.' } },
  says: 'Adds demands and fields to a kind that is declared elsewhere.',
};

/** `tier gold`: a field in a product. */
export function fieldValueForm({ name, type, choices, label, most }: Field): Form {
  const value = choices.length > 0 ? choices.map(({ text }) => text).join(' | ') : type.text;
  return {
    pattern: `${name} {value}`,
    parts: { value: { label: most === 1 ? value : `${value}, …`, says: label ?? '' } },
    says: '',
  };
}
