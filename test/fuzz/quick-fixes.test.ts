/**
 * Quick fixes in texts as they are while somebody types: mistakes are put into the examples' files, and every fix of every new finding is
 * taken. Its finding is gone afterwards, whatever else is wrong; and what is mended on save leaves the model as it was.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Change, render } from '../../server/src/features/code-actions/changes.ts';
import type { Fix, Scene } from '../../server/src/features/code-actions/fix.ts';
import { SourceText } from '../../server/src/features/code-actions/source-text.ts';
import { fixersOf } from '../../server/src/features/code-actions/table.ts';
import { plain } from '../../server/src/features/code-actions/template.ts';
import { readDocument } from '../../server/src/language/index.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { LoadedProject } from '../../server/src/workspace/loaded-project.ts';
import { MISTAKES } from './mistakes.ts';
import { randomFrom, seedOr } from './random.ts';

const EACH = 6;
const TODAY = '2026-06-15';
const root = join(import.meta.dirname, '../..');

/** A project, with its sound texts. */
class Bench {
  readonly project = new LoadedProject('file:///p', TODAY);
  readonly sound = new Map<string, string>();

  constructor(texts: Iterable<[string, string]>) {
    for (const [name, text] of texts) this.sound.set(`file:///p/${name}`, text);
    for (const [uri, text] of this.sound) this.project.documents.add(uri) && this.put(uri, text);
    this.project.engine.settle();
  }

  put(uri: string, text: string): void {
    this.project.engine.replace(uri, readDocument(uri, text));
    this.project.engine.settle();
  }

  findings(uri: string): Finding[] {
    return this.project.engine.findingsIn(uri).filter(({ waived }) => waived === null);
  }

  scene(uri: string, text: string): Scene {
    const { graph } = this.project.engine;
    const source = new SourceText(TextDocument.create(uri, '', 0, text));
    const record = graph.record(uri)!;
    return { project: this.project, graph, document: uri, record, source, today: TODAY, snippets: true };
  }

  /** The texts that changes make. */
  changed({ source, document }: Scene, changes: readonly Change[]): Map<string, string> {
    return new Map(
      [...Map.groupBy(changes, change => change.document)].map(([uri, own]) => {
        const text = uri === document ? source : this.scene(uri, this.sound.get(uri)!).source;
        const edits = render(text, own).map(({ from, to, text: template }) => ({
          range: { start: text.document.positionAt(from), end: text.document.positionAt(to) },
          newText: plain(template),
        }));
        return [uri, TextDocument.applyEdits(text.document, edits)];
      }),
    );
  }
}

function textsBelow(folder: string): [string, string][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ptree'));
  return names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]);
}

const said = ({ rule, message }: Finding): string => `${rule}: ${message}`;
const count = (findings: readonly Finding[], what: string): number =>
  findings.filter(finding => said(finding) === what).length;
/** A gap that stands for a choice nobody has made yet. */
const OPEN = /to be filled in|Write a rule and a reason|Write the rule that/;

describe('quick fixes while somebody types', function () {
  this.timeout(120_000);
  const seed = seedOr(42);
  const benches = [
    new Bench(textsBelow(join(root, 'examples/rubin-dm'))),
    new Bench([['sample.ptree', readFileSync(join(import.meta.dirname, 'sample.ptree'), 'utf8')]]),
  ];

  /** Spoils files one after the other, and hands each over. */
  function spoil(
    each: (bench: Bench, uri: string, text: string, before: readonly Finding[], name: string) => void,
  ): void {
    const random = randomFrom(seed);
    for (const bench of benches) {
      for (const mistake of MISTAKES) {
        for (let i = 0; i < EACH; i++) {
          const uri = random.pick([...bench.sound.keys()]);
          const lines = bench.sound.get(uri)!.split('\n');
          const before = bench.findings(uri);
          if (!mistake.make(lines, random)) continue;
          bench.put(uri, lines.join('\n'));
          each(bench, uri, lines.join('\n'), before, mistake.name);
          bench.put(uri, bench.sound.get(uri)!);
        }
      }
    }
  }

  it('mend their finding', () => {
    let taken = 0;
    const failures: string[] = [];
    spoil((bench, uri, text, before, name) => {
      const now = bench.findings(uri);
      for (const finding of now.filter(one => count(before, said(one)) === 0).slice(0, 5)) {
        const scene = bench.scene(uri, text);
        const fixes: Fix[] = fixersOf(finding.rule).flatMap(fixer => [...fixer.fixes(finding, scene)]);
        for (const { title, changes } of fixes) {
          const changed = bench.changed(scene, changes());
          for (const [other, mended] of changed) bench.put(other, mended);
          const stays = count(bench.findings(uri), said(finding)) >= count(now, said(finding));
          if (stays && !OPEN.test(title)) failures.push(`${name}: ${title}: ${said(finding)}`);
          taken++;
          for (const other of changed.keys()) bench.put(other, other === uri ? text : bench.sound.get(other)!);
        }
      }
    });
    console.log(`    ${taken} fixes taken, seed ${seed}`);
    assert.deepEqual(failures, [], `PTREE_SEED=${seed}`);
    assert.ok(taken > 500, `${taken} fixes`);
  });

  it('made on save change nothing that the model states', () => {
    let mended = 0;
    const failures: string[] = [];
    spoil((bench, uri, text, _, name) => {
      const scene = bench.scene(uri, text);
      const safe = bench.findings(uri).flatMap(finding =>
        fixersOf(finding.rule)
          .filter(fixer => fixer.safe)
          .flatMap(fixer => [...fixer.fixes(finding, scene)].slice(0, 1)),
      );
      if (safe.length === 0) return;
      const was = stated(bench, uri);
      bench.put(
        uri,
        bench
          .changed(
            scene,
            safe.flatMap(({ changes }) => changes()),
          )
          .get(uri)!,
      );
      if (stated(bench, uri) !== was) failures.push(`${name}: ${safe.map(({ title }) => title).join(', ')}`);
      mended++;
    });
    assert.deepEqual(failures, [], `PTREE_SEED=${seed}`);
    assert.ok(mended > 10, `${mended} texts`);
  });
});

/** What a document states, each thing once, in no order; a name that lacked its quotes aside. */
function stated(bench: Bench, uri: string): string {
  const { entries } = bench.project.engine.graph.record(uri)!;
  const lines = entries.flatMap(({ type, key, parent, nestedIn, attributes }) => [
    `${type} ${key} in ${nestedIn ?? parent?.text}`,
    ...attributes.flatMap(({ property, values }) => values.map(({ text }) => `${type} ${key} ${property} ${text}`)),
  ]);
  return [...new Set(lines)].sort().join('\n');
}
