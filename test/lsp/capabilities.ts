import { type ClientCapabilities, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';

const symbolKind = { valueSet: Object.values(SymbolKind) };
const dynamicRegistration = true;

/** What VS Code says that it can do, as far as it concerns this server. */
export const EDITOR: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'textOnlyTransactional',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration },
    didChangeWatchedFiles: { dynamicRegistration, relativePatternSupport: true },
    symbol: { dynamicRegistration, symbolKind },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    synchronization: { dynamicRegistration, didSave: true },
    completion: {
      dynamicRegistration,
      contextSupport: true,
      insertTextMode: 2,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    hover: { dynamicRegistration, contentFormat: ['markdown', 'plaintext'] },
    definition: { dynamicRegistration, linkSupport: true },
    typeDefinition: { dynamicRegistration, linkSupport: true },
    implementation: { dynamicRegistration, linkSupport: true },
    references: { dynamicRegistration },
    documentHighlight: { dynamicRegistration },
    documentSymbol: { dynamicRegistration, symbolKind, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
    codeAction: {
      dynamicRegistration,
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.organizeImports'] },
      },
    },
    formatting: { dynamicRegistration },
    rename: { dynamicRegistration, prepareSupport: true, prepareSupportDefaultBehavior: 1 },
    foldingRange: {
      dynamicRegistration,
      rangeLimit: 5000,
      lineFoldingOnly: true,
      foldingRangeKind: { valueSet: Object.values(FoldingRangeKind) },
    },
  },
  window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
  general: { positionEncodings: ['utf-16'] },
};
