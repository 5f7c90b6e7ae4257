import { ColorThemeKind, Disposable, EventEmitter, FileDecoration, ThemeColor, Uri, window } from 'vscode';
import type { ExplorerNode, FindingCounts } from '../../../server/src/protocol-explorer.ts';

/** The scheme of the addresses of nodes. They lead nowhere: they say what decorates the node, so that nobody has to look it up. */
const scheme = 'ptree-node';

/** What an address says. */
type Said = FindingCounts & Pick<ExplorerNode, 'obsolete'>;

/** The address of a node: what is decorated alike may share one. */
export function decorationUri({ key, counts, obsolete }: ExplorerNode): Uri {
  const said: Said = { ...counts, obsolete };
  return Uri.from({ scheme, path: `/${key}`, query: JSON.stringify(said) });
}

/** Colours nodes by their worst finding, and counts their findings in a badge. */
export function offerDecorations(): Disposable {
  const changed = new EventEmitter<undefined>();
  return Disposable.from(
    changed,
    window.onDidChangeActiveColorTheme(() => changed.fire(undefined)),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: uri => (uri.scheme === scheme ? decorationOf(JSON.parse(uri.query)) : undefined),
    }),
  );
}

/** The colours of rows with errors and with warnings. Themes with high contrast have none for lists; those of the editor they have. */
function colors(): readonly [error: string, warning: string] {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight
    ? ['editorError.foreground', 'editorWarning.foreground']
    : ['list.errorForeground', 'list.warningForeground'];
}

function decorationOf({ errors, warnings, notes, obsolete }: Said): FileDecoration | undefined {
  const all = errors + warnings + notes;
  const [error, warning] = colors();
  const color = errors > 0 ? error : warnings > 0 ? warning : undefined;
  if (all === 0)
    return obsolete ? new FileDecoration(undefined, undefined, new ThemeColor('disabledForeground')) : undefined;
  // A badge has two letters at most.
  const badge = all > 99 ? '9+' : String(all);
  // Without words of its own: the node's hover has them.
  return new FileDecoration(badge, undefined, color ? new ThemeColor(color) : undefined);
}

/** For example "2 errors, 1 note"; "no findings" where there are none. */
export function wordCounts({ errors, warnings, notes }: FindingCounts): string {
  const parts = [count(errors, 'error'), count(warnings, 'warning'), count(notes, 'note')];
  return parts.filter(part => !part.startsWith('0 ')).join(', ') || 'no findings';
}

/** A number with its noun in the right number. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
