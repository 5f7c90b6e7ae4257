import picomatch from 'picomatch';
import { Project } from '../engine/project.ts';
import { sameContent } from '../model/reconcile.ts';
import type { Problem } from '../model/record.ts';
import type { Finding } from '../rules/finding.ts';
import { nearRules } from '../rules/near-rules.ts';
import { ruleOf } from '../rules/table.ts';
import { didYouMean } from '../rules/wording.ts';
import { baseName, relativePath } from './addresses.ts';
import { libraryRecord } from './library.ts';
import { NO_SETTINGS, type ProjectSettings } from './settings-file.ts';

/** A project of the workspace: its engine, its settings, and the documents that belong to it. */
export class LoadedProject {
  /** Address of its folder. */
  readonly root: string;
  /** Addresses of its documents; the built-in library aside. */
  readonly documents = new Set<string>();
  readonly engine: Project;
  /** Address of its `product-tree.json`, where it has one. */
  settingsFile: string | undefined;
  /** Other projects with the same name, in the order of their folders. */
  namesakes: readonly LoadedProject[] = [];
  settings: ProjectSettings = NO_SETTINGS;
  private excludes: (path: string) => boolean = () => false;

  constructor(root: string, today: string) {
    this.root = root;
    this.engine = new Project(NO_SETTINGS.rules, today);
    this.useLibrary();
  }

  /** How many packages it has, and how many products that are no packages. Looks at all of them. */
  count(): { products: number; packages: number } {
    const counts = { products: 0, packages: 0 };
    for (const product of this.engine.graph.all('product')) {
      if (this.engine.graph.isOfKind(product, 'package')) counts.packages++;
      else counts.products++;
    }
    return counts;
  }

  /** What its settings call it; else its folder's name. */
  get name(): string {
    return this.settings.name ?? baseName(this.root);
  }

  /** Takes over settings; the caller settles. True if documents may belong elsewhere now. */
  configure(settingsFile: string | undefined, settings: ProjectSettings, today: string): boolean {
    const before = this.settings;
    const moved =
      this.settingsFile !== settingsFile ||
      before.name !== settings.name ||
      !sameContent(before.exclude, settings.exclude);
    this.settingsFile = settingsFile;
    this.settings = settings;
    this.excludes = settings.exclude.length > 0 ? picomatch([...settings.exclude], { dot: true }) : () => false;
    if (!sameContent(before.rules, settings.rules)) this.engine.configure(settings.rules, today);
    if (before.kinds !== settings.kinds) this.useLibrary();
    return moved;
  }

  /** Whether its settings leave a file out. */
  isExcluded(uri: string): boolean {
    return this.excludes(relativePath(this.root, uri) ?? '');
  }

  /** What is wrong with its `product-tree.json`. */
  settingsFindings(): Finding[] {
    const { settings, settingsFile } = this;
    if (settingsFile === undefined) return [];
    const problems: Problem[] = [...settings.problems];
    for (const [id, range] of settings.rulesAt) {
      const rule = ruleOf(id);
      if (rule?.fixed && settings.rules.severities[id] === 'off') {
        problems.push({
          rule: 'invalid-project',
          range,
          message: `The rule \`${id}\` cannot be switched off. Remove it here.`,
          data: { setting: id },
        });
      } else if (!rule && !this.engine.isRule(id)) {
        const near = nearRules(id, this.engine.graph);
        problems.push({
          rule: 'unknown-rule',
          range,
          message: `No rule is called \`${id}\`.${didYouMean(near) || ' See the list of rules for the id that you mean.'}`,
          data: { key: id, near: near.join(','), setting: id },
        });
      }
    }
    const [first] = this.namesakes;
    if (first && settings.nameAt) {
      const message = `Another project is called ${this.name} too (${first.root.replace(/^file:\/\//, '')}). Give each its own name.`;
      problems.push({ rule: 'invalid-project', range: settings.nameAt, message });
    }
    return problems.map(({ rule, message, range, data }) => ({
      rule,
      category: ruleOf(rule)?.category ?? 'form',
      severity: rule === 'unknown-rule' ? 'warning' : 'error',
      subject: null,
      message,
      document: settingsFile,
      at: range,
      related:
        first?.settingsFile && first.settings.nameAt && range === settings.nameAt
          ? [{ document: first.settingsFile, at: first.settings.nameAt, message: 'The other project.' }]
          : [],
      waived: null,
      tags: [],
      ...(data ? { data } : {}),
    }));
  }

  private useLibrary(): void {
    const record = libraryRecord();
    this.engine.replace(record.document, this.settings.kinds === 'library' ? record : undefined);
  }
}
