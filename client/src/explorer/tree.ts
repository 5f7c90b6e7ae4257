import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExplorerChildrenParams,
  type ExplorerNode,
  type ExplorerView,
  explorerChildrenRequest,
} from '../../../server/src/protocol-explorer.ts';
import { decorationUri } from './decorations.ts';
import { iconOf } from './icons.ts';
import { spoken } from './spoken.ts';

/** One view of the explorer. It asks the server level by level, for what is on show. */
export class ExplorerTree implements TreeDataProvider<ExplorerNode>, Disposable {
  readonly view: TreeView<ExplorerNode>;
  private readonly name: ExplorerView;
  private readonly client: BaseLanguageClient;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  /** What was shown last, by id. */
  private readonly nodes = new Map<string, ExplorerNode>();
  /** What is open, by id: kept while a filter shows other things. */
  private readonly open = new Set<string>();
  private readonly closed = new Set<string>();
  private filter = '';

  constructor(name: ExplorerView, client: BaseLanguageClient) {
    this.name = name;
    this.client = client;
    this.view = window.createTreeView(`ptree.${name}`, { treeDataProvider: this, showCollapseAll: true });
    this.view.onDidExpandElement(({ element }) => this.note(element, this.open, this.closed));
    this.view.onDidCollapseElement(({ element }) => this.note(element, this.closed, this.open));
  }

  /** Asks again for what is shown. */
  refresh(): void {
    this.changed.fire();
  }

  /** Shows only what has this text in its key or name; empty: everything. */
  filterBy(text: string): void {
    this.filter = text;
    this.view.description = text === '' ? undefined : `“${text}”`;
    this.view.message = undefined;
    this.refresh();
  }

  /** Selects a node and scrolls to it, without taking the focus. `path`: from the top of the view to it. */
  async reveal(path: readonly ExplorerNode[]): Promise<void> {
    const node = path.at(-1);
    if (node === undefined || !this.view.visible) return;
    for (const each of path) this.nodes.set(each.id, each);
    await this.view.reveal(node, { select: true, focus: false, expand: false });
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!this.client.isRunning()) return [];
    const { filter } = this;
    const params: ExplorerChildrenParams = { view: this.name, ...(node && { id: node.id }), filter };
    const children = await this.client.sendRequest<ExplorerNode[]>(explorerChildrenRequest, params);
    for (const child of children) this.nodes.set(child.id, child);
    if (node === undefined && filter === this.filter) {
      const nothing = filter !== '' && children.length === 0;
      this.view.message = nothing ? `Nothing has “${filter}” in its key or name.` : undefined;
    }
    return children;
  }

  getParent({ id }: ExplorerNode): ExplorerNode | undefined {
    return this.nodes.get(id.slice(0, Math.max(0, id.lastIndexOf('\n'))));
  }

  getTreeItem(node: ExplorerNode): TreeItem {
    const item = new TreeItem(node.label, this.stateOf(node));
    // What a filter shows opens and closes by itself.
    item.id = this.filter === '' ? node.id : `${node.id}\n${this.filter}`;
    item.description = node.description;
    item.tooltip = node.tooltip || node.label;
    item.iconPath = iconOf(node.icon);
    item.contextValue = node.type;
    item.resourceUri = decorationUri(node);
    item.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
    if (node.place) item.command = { command: 'ptree.explorer.show', title: 'Go to Source', arguments: [node] };
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  private stateOf(node: ExplorerNode): TreeItemCollapsibleState {
    if (!node.expandable) return TreeItemCollapsibleState.None;
    const isTop = this.getParent(node) === undefined;
    const opens =
      this.filter !== ''
        ? node.leadsOn
        : this.open.has(node.id) ||
          (!this.closed.has(node.id) && (node.type === 'project' || (this.name === 'products' && isTop)));
    return opens ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }

  private note({ id }: ExplorerNode, into: Set<string>, outOf: Set<string>): void {
    if (this.filter !== '') return;
    into.add(id);
    outOf.delete(id);
  }
}
