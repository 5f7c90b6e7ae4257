import { ThemeColor, ThemeIcon } from 'vscode';
import type { ExplorerIcon } from '../../../server/src/protocol-explorer.ts';

/** The codicon of each sort of node, and its colour where it has one. */
const ICONS: Record<ExplorerIcon, readonly [icon: string, color?: string]> = {
  project: ['list-tree'],
  package: ['package', 'charts.blue'],
  facility: ['home', 'charts.purple'],
  enclave: ['server-environment', 'charts.purple'],
  service: ['server-process', 'charts.green'],
  software: ['code', 'charts.blue'],
  environment: ['terminal', 'charts.blue'],
  cots: ['extensions', 'charts.yellow'],
  library: ['library', 'charts.yellow'],
  network: ['radio-tower', 'charts.blue'],
  hardware: ['chip', 'charts.blue'],
  dataset: ['database', 'charts.green'],
  product: ['symbol-class'],
  person: ['person'],
  team: ['organization'],
  document: ['file-text'],
  requirement: ['pass', 'charts.green'],
  unsatisfied: ['circle-large-outline'],
  repository: ['repo'],
  group: ['list-unordered'],
  undeclared: ['question', 'list.invalidItemForeground'],
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  note: ['info', 'charts.blue'],
};

/** The picture before a node. */
export function iconOf(icon: ExplorerIcon): ThemeIcon {
  const [id, color] = ICONS[icon];
  return new ThemeIcon(id, color ? new ThemeColor(color) : undefined);
}
