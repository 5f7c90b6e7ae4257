/** Fixes of single statements: repeated ones, those that a rule asks for, and declarations that nobody needs. */
import { nameOf } from '../../model/names.ts';
import { propertyOf } from '../../model/properties.ts';
import { type Attribute, type Entry, namespaceOf } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { choice, offersFor } from './candidates.ts';
import { addValue, type Change, put, state, take } from './changes.ts';
import { covers, type Fix, type Fixer, type Scene, sameStart, spotAt } from './fix.ts';
import type { SourceText } from './source-text.ts';

/** The subject of a finding: its declaration in this document. */
export function subjectOf({ record, graph }: Scene, { at, subject }: Finding): Entry | undefined {
  if (subject === null) return undefined;
  const own = record.entries.filter(({ type, key }) => type === subject.type && key === subject.key);
  return own.find(({ extent }) => covers(extent, at)) ?? graph.entry(namespaceOf(subject.type), subject.key);
}

/** Puts the values of two statements into the first. */
export const mergeRepeated: Fixer = {
  id: 'merge',
  does: 'Puts the values of both statements into the first; two descriptions become one.',
  safe: true,
  bulk: true,
  *fixes({ at, related }, scene) {
    const { document, record, source } = scene;
    const { entry, attribute } = spotAt(record, at);
    if (!entry || related.length === 0) return;
    if (!attribute) {
      if (source.text.startsWith('"""', source.from(at))) yield mergeDescriptions(scene, entry, at);
      return;
    }
    const first = entry.attributes.find(
      other => other.property === attribute.property && sameStart(other.range, related[0].at),
    );
    if (!first || first.clause || attribute.clause) return;
    const extra = attribute.values.filter(
      (value, i) => ![...first.values, ...attribute.values.slice(0, i)].some(other => same(other, value)),
    );
    const total = first.values.length + extra.length;
    if (first.none && extra.length > 0) {
      yield {
        title: `Take \`${attribute.property} none\` out: there are some`,
        preferred: true,
        changes: () => [take(document, first.extent, entry)],
      };
      return;
    }
    if (extra.length > 0 && isSingle(scene, entry, attribute, total)) return;
    if (extra.some(({ text }) => first.values.some(other => other.text === text))) return;
    const added = extra.map(value => written(source, value)).join(', ');
    yield {
      title: `Put both \`${attribute.property}\` into one statement`,
      preferred: true,
      changes: () => [
        ...(extra.length > 0 ? [addValue(entry, first, [added])] : []),
        take(document, attribute.extent, entry),
      ],
    };
  },
};

const same = (a: Attribute['values'][number], b: Attribute['values'][number]): boolean =>
  a.text === b.text && a.form === b.form && (b.note === undefined || a.note?.text === b.note.text);

function written(source: SourceText, { range, note }: Attribute['values'][number]): string {
  return source.text.slice(source.from(range), source.to(note?.range ?? range));
}

/** Whether so many values are more than the attribute or the field takes. */
function isSingle({ graph }: Scene, entry: Entry, { property }: Attribute, total: number): boolean {
  if (propertyOf(property)) return propertyOf(property)!.single === true;
  const most = graph.kind(entry.kind?.text ?? '')?.fields.get(property)?.field.most;
  return typeof most === 'number' && total > most;
}

function mergeDescriptions({ document, source }: Scene, entry: Entry, at: Finding['at']): Fix {
  const first = entry.description!;
  return {
    title: 'Make both descriptions one',
    preferred: true,
    changes: () => {
      const indent = source.indentAt(source.from(first.range));
      const second = source.text.slice(source.from(at) + 3, source.to(at) - 3);
      const text = [...first.text.split('\n'), '', ...dedented(second)].map(line => (line === '' ? '' : indent + line));
      return [put(document, first.range, [`"""\n${text.join('\n')}\n${indent}"""`]), take(document, at, entry)];
    },
  };
}

function dedented(block: string): string[] {
  const lines = block.replace(/^\s*\n|\s+$/g, '').split(/\r?\n/);
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  return lines.map(line => line.slice(Math.min(...indents)).trimEnd());
}

/** Takes the second of two statements out. */
export const removeSecond: Fixer = {
  id: 'remove',
  does: 'Takes the second statement out.',
  leaves: 'what only this statement referred to',
  *fixes({ at }, { document, record }) {
    const { entry, attribute } = spotAt(record, at);
    const field = entry?.fields?.find(({ range }) => sameStart(range, at));
    const extent = attribute?.extent ?? field?.extent;
    if (!entry || !extent) return;
    yield {
      title: `Take this \`${attribute?.property ?? field!.name}\` out`,
      changes: () => [take(document, extent, entry)],
    };
  },
};

/** Names the manager on whom all products below agree. */
export const nameManager: Fixer = {
  id: 'name the one',
  does: 'Names the one manager whom every product below names.',
  bulk: true,
  *fixes(finding, scene) {
    const key = finding.data?.manager;
    const entry = subjectOf(scene, finding);
    const manager = key && scene.graph.entry('party', key);
    if (!entry || !manager) return;
    yield {
      title: `Name ${nameOf(manager)} as the manager of ${entry.key}`,
      preferred: true,
      changes: () => [stating(entry, 'manager', [manager.key])],
    };
  },
};

/** States an attribute, or adds to it where it is stated. */
export function stating(entry: Entry, word: string, value: Parameters<typeof state>[2]): Change {
  const stated = entry.attributes.find(({ property }) => property === word);
  return stated ? addValue(entry, stated, value) : state(entry, word, [`${word} `, ...value]);
}

/** Names a manager, to be chosen. */
export const chooseManager: Fixer = {
  id: 'choose',
  does: 'States `manager` with a choice of people and teams.',
  leaves: 'KEY where no person and no team is declared yet',
  *fixes(finding, scene) {
    const entry = subjectOf(scene, finding);
    if (
      !entry ||
      finding.data?.manager ||
      entry.attributes.some(({ property, values }) => property === 'manager' && values.length > 0)
    )
      return;
    for (const { value, says } of offersFor(scene, entry, 'manager', [])) {
      yield { title: `State \`manager\`: ${says}`, changes: () => [stating(entry, 'manager', value)] };
    }
  },
};

/** Takes the manager of a package out whose products have several. */
export const removeManager: Fixer = {
  id: 'remove',
  does: 'Takes the manager out, where the products below have several.',
  bulk: true,
  *fixes({ at }, { document, record }) {
    const { entry, attribute } = spotAt(record, at);
    if (!entry || attribute?.property !== 'manager') return;
    yield {
      title: `Take the manager of ${nameOf(entry)} out`,
      preferred: true,
      changes: () => [take(document, attribute.extent, entry)],
    };
  },
};

/** Says at a repository that it requires nothing. */
export const requiresNone: Fixer = {
  id: 'none',
  does: 'Says `requires none` at the repository.',
  *fixes({ data }, { graph }) {
    const repository = data?.repository ? graph.entry('repository', data.repository) : undefined;
    if (!repository) return;
    yield {
      title: `Say that ${nameOf(repository)} requires none`,
      changes: () => [state(repository, 'requires', ['requires none'])],
    };
  },
};

/** Says by what a requirement is satisfied. */
export const satisfiedBy: Fixer = {
  id: 'state',
  does: 'States `satisfied by` with a choice of the products that satisfy requirements beside it.',
  *fixes(finding, scene) {
    const { graph, record } = scene;
    const entry = subjectOf(scene, finding);
    if (!entry) return;
    const counts = new Map<Entry, number>();
    for (const other of record.entries.filter(({ type }) => type === 'requirement')) {
      for (const product of graph.from(other, 'satisfies')) {
        if (!graph.isObsolete(product)) counts.set(product, (counts.get(product) ?? 0) + 1);
      }
    }
    const products = [...counts].sort((a, b) => b[1] - a[1]).map(([product]) => product);
    if (products.length === 0) return;
    for (const { value, says } of choice(scene, products)) {
      yield { title: `State \`satisfied by\`: ${says}`, changes: () => [stating(entry, 'satisfied by', value)] };
    }
  },
};

/** Says that it was reviewed today. */
export const reviewedToday: Fixer = {
  id: 'today',
  does: 'States today’s date after `reviewed`.',
  *fixes(finding, scene) {
    const { document, today } = scene;
    const entry = subjectOf(scene, finding);
    if (!entry) return;
    const [value] = entry.attributes.find(({ property }) => property === 'reviewed')?.values ?? [];
    yield {
      title: `Reviewed today: \`reviewed ${today}\``,
      changes: () => [
        value ? put(document, value.range, [{ gap: today }]) : state(entry, 'reviewed', ['reviewed ', { gap: today }]),
      ],
    };
  },
};

/** Takes a declaration out to which nothing refers. */
export const removeDeclaration: Fixer = {
  id: 'remove',
  does: 'Takes the declaration out.',
  bulk: true,
  leaves: 'what only this declaration referred to',
  *fixes(finding, scene) {
    const entry = scene.record.entries.find(({ range }) => sameStart(range, finding.at));
    if (!entry) return;
    yield {
      title: `Take the ${entry.type} ${nameOf(entry)} out`,
      changes: () => [take(scene.document, entry.extent)],
    };
  },
};
