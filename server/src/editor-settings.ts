/** What of the editor's own settings under `ptree` the server heeds. */
export interface EditorSettings {
  /** `ptree.codeLens.enabled` */
  codeLens: boolean;
  /** `ptree.inlayHints.enabled` */
  inlayHints: boolean;
}

/** What holds where the editor says nothing. */
export const DEFAULT_EDITOR_SETTINGS: EditorSettings = { codeLens: true, inlayHints: true };

/** Reads the section `ptree` as an editor gives it (`workspace/configuration`): anything at all. */
export function readEditorSettings(section: unknown): EditorSettings {
  const { codeLens, inlayHints } = objectOf(section);
  return { codeLens: objectOf(codeLens).enabled !== false, inlayHints: objectOf(inlayHints).enabled !== false };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
