/** Texts with the findings of the whole engine below their lines; see `marks.ts`. */
import { Project } from '../../../server/src/engine/project.ts';
import { readDocument } from '../../../server/src/language/index.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { DEFAULT_SETTINGS, type RuleSettings } from '../../../server/src/rules/settings.ts';
import { libraryRecord } from '../../../server/src/workspace/library.ts';
import { expectMarks, type Mark } from './marks.ts';

/** The day for which the tests' models are judged. */
export const TODAY = '2026-06-15';

/** What a test may say beside the model's text. */
export interface Expectation {
  /** Only the findings of these rules are looked at, so that the text need not be perfect otherwise. */
  only?: readonly string[];
  settings?: Partial<RuleSettings>;
  today?: string;
}

/** A project with the built-in kinds and these files, judged. */
export function projectOf(files: ReadonlyMap<string, string>, { settings, today = TODAY }: Expectation = {}): Project {
  const project = new Project({ ...DEFAULT_SETTINGS, ...settings }, today);
  project.replace(libraryRecord().document, libraryRecord());
  for (const [file, text] of files) project.replace(uriOf(file), readDocument(uriOf(file), text));
  project.settle();
  return project;
}

/** The address of a test's file. */
export const uriOf = (file: string): string => `file:///${file}`;

/**
 * Asserts that a model has exactly the findings marked in its text. A waived finding's message ends with its reason:
 * `… [waived: listed for reference]`.
 */
export function expectFindings(source: string, expectation: Expectation = {}): void {
  expectMarks(source, files => {
    const project = projectOf(files, expectation);
    const found = [...files.keys()].flatMap(file =>
      project.findingsIn(uriOf(file)).map(finding => ({ file, ...toMark(finding) })),
    );
    return found.filter(({ rule }) => expectation.only?.includes(rule) ?? true);
  });
}

function toMark({ rule, message, at, waived }: Finding): Omit<Mark, 'file'> {
  return { rule, message: waived ? `${message} [waived: ${waived.reason}]` : message, range: at };
}
