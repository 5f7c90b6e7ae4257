import { h, refill } from '../dom.ts';
import { partsOf } from '../filter.ts';
import type { Scene } from '../layout/scene.ts';
import type { Shown } from './shown.ts';

/** A headline, what can be done, and whether a button shows all products again. */
type Words = [string, string, boolean?];

const READING: Words = ['Reading the project …', ''];

/** What stands in place of a picture where there is nothing to see. */
export class Empty {
  readonly element = h('div', { class: 'message', hidden: true });
  private readonly showAll: () => void;

  /** @param showAll takes the filter away */
  constructor(showAll: () => void) {
    this.showAll = showAll;
  }

  /**
   * Says why there is nothing to see, if so.
   * @param loaded whether a project has come
   */
  explain(scene: Scene, shown: Shown, loaded: boolean): void {
    const words = loaded ? emptiness(scene, shown) : READING;
    this.element.hidden = words === undefined;
    if (words)
      refill(
        this.element,
        h('p', {}, h('strong', {}, words[0])),
        h('p', {}, words[1]),
        words[2] ? h('button', { class: 'primary', onclick: () => this.showAll() }, 'Show All') : null,
      );
  }
}

function emptiness(scene: Scene, { model, filter, view }: Shown): Words | undefined {
  if (model.order.length === 0) {
    return [
      'There are no products yet.',
      'A line such as  service PORTAL "Portal"  in a .ptree file declares one; it shows here while you type.',
    ];
  }
  if (scene.boxes.length > 0) return undefined;
  if (partsOf(filter) > 0) return ['Nothing matches the filter.', '', true];
  if (view === 'hosting')
    return [
      'Nothing is hosted yet.',
      'Write  hosts  in a facility or an enclave, or  hosted on  in a service, and it shows here.',
    ];
  return ['Choose a product.', 'Its dependencies show here: in the tree, by a search, or by the cursor in the editor.'];
}
