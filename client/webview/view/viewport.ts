import type { Scene } from '../layout/scene.ts';

/** Where the picture stands: the screen's place of the world's origin, and the scale. */
export interface Stand {
  x: number;
  y: number;
  k: number;
}

/** Scales that can be reached. */
const LEAST = 0.06;
const MOST = 2.5;

/** So much stays free on the left of what is brought into sight, in pixels. */
const LEFT = 24;

/** And on the right, where lines may run. */
const RIGHT = 56;

/** So much of the picture stays in sight, in pixels. */
const KEPT = 80;

interface Journey {
  from: Stand;
  to: Stand;
  start: number;
  ms: number;
}

/** What part of the world is in sight. The tree shrinks only in height once it is smaller than `leastAcross`. */
export class Viewport implements Stand {
  x = 0;
  y = 0;
  k = 1;
  width = 0;
  height = 0;
  /** The least scale from left to right; 0: the same as from top to bottom. */
  leastAcross = 0;
  /** The size of the picture at 100 %. */
  bounds = { width: 0, height: 0 };
  /** Called when it has been resized. */
  onResize: () => void = () => {};
  private readonly changed: () => void;
  private journey: Journey | undefined;

  constructor(element: HTMLElement, changed: () => void) {
    this.changed = changed;
    const measure = (): void => {
      this.width = element.clientWidth;
      this.height = element.clientHeight;
    };
    measure();
    new ResizeObserver(() => {
      measure();
      this.clamp();
      this.onResize();
      changed();
    }).observe(element);
    this.listen(element);
  }

  /** The scale from left to right. */
  get across(): number {
    return Math.max(this.k, this.leastAcross);
  }

  /** The part of the world in sight. */
  get view(): { x0: number; y0: number; x1: number; y1: number } {
    const { x, y, k, across, width, height } = this;
    return { x0: -x / across, y0: -y / k, x1: (width - x) / across, y1: (height - y) / k };
  }

  /** Takes over a new picture's size. */
  show({ width, height }: Scene): void {
    this.bounds = { width, height };
  }

  panBy(dx: number, dy: number): void {
    this.journey = undefined;
    this.x += dx;
    this.y += dy;
    this.clamp();
    this.changed();
  }

  /** Scales around a point of the screen. */
  zoomAt(px: number, py: number, factor: number, ms = 0): void {
    const at = this.journey?.to ?? this;
    const k = Math.max(LEAST, Math.min(MOST, at.k * factor));
    const across = Math.max(k, this.leastAcross) / Math.max(at.k, this.leastAcross);
    this.go({ k, x: px - (px - at.x) * across, y: py - ((py - at.y) * k) / at.k }, ms);
  }

  zoomBy(factor: number): void {
    this.zoomAt(this.width / 2, this.height / 2, factor, 160);
  }

  /** Goes to a stand, at once where no motion is wanted. */
  go(to: Stand, ms = 220): void {
    if (ms === 0 || isStill()) {
      this.journey = undefined;
      Object.assign(this, { x: to.x, y: to.y, k: to.k });
      this.clamp();
    } else this.journey = { from: { x: this.x, y: this.y, k: this.k }, to, start: performance.now(), ms };
    this.changed();
  }

  /** Moves the picture and where it is on the way to, without a change of pace. */
  shift(dx: number, dy: number): void {
    for (const stand of [this, this.journey?.from, this.journey?.to]) {
      if (stand === undefined) continue;
      stand.x += dx;
      stand.y += dy;
    }
  }

  /**
   * Brings a rectangle of the world into sight with the least movement; far away things come to the middle.
   * @param beside where to the left of it something begins that belongs to it, and is shown too where there is room
   */
  reveal(box: { x: number; y: number; w: number; h: number }, ms = 220, centre = false, beside = box.x): void {
    const at = this.journey?.to ?? this;
    const k = centre && at.k < 0.6 ? 1 : at.k;
    const across = Math.max(k, this.leastAcross);
    const margin = Math.min(56, this.height / 6);
    let { x, y } = at;
    const top = box.y * k + y;
    const far = k !== at.k || centre || top < -this.height || top > 2 * this.height;
    if (far) y = this.height / 2 - (box.y + box.h / 2) * k;
    else if (top < margin) y += margin - top;
    else if (top + box.h * k > this.height - margin) y -= top + box.h * k - this.height + margin;
    const right = box.x + box.w;
    const first = (right - beside) * across <= this.width - LEFT - RIGHT ? beside : box.x;
    if (k !== at.k || first * across + x < LEFT || right * across + x > this.width - RIGHT) {
      const whole = this.bounds.width * across;
      if (whole <= this.width - LEFT - RIGHT) x = Math.max(LEFT, Math.min(48, (this.width - whole) / 2));
      else x = Math.max(LEFT - first * across, Math.min(this.width - RIGHT - right * across, x));
    }
    if (x !== at.x || y !== at.y || k !== at.k) this.go({ x, y, k }, ms);
  }

  /** Moves on where it is on the way. True while it is. */
  tick(now: number): boolean {
    const { journey } = this;
    if (journey === undefined) return false;
    const share = Math.min(1, Math.max(0, (now - journey.start) / journey.ms));
    const eased = 1 - (1 - share) ** 3;
    for (const part of ['x', 'y', 'k'] as const) {
      this[part] = journey.from[part] + (journey.to[part] - journey.from[part]) * eased;
    }
    if (share < 1) return true;
    this.journey = undefined;
    this.clamp();
    return false;
  }

  /** Keeps a part of the picture in sight. */
  clamp(): void {
    const kept = Math.min(KEPT, this.width / 3);
    this.x = Math.max(kept - this.bounds.width * this.across, Math.min(this.width - kept, this.x));
    this.y = Math.max(kept - this.bounds.height * this.k, Math.min(this.height - kept, this.y));
  }

  private listen(element: HTMLElement): void {
    element.addEventListener(
      'wheel',
      event => {
        event.preventDefault();
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
        if (event.ctrlKey || event.metaKey) {
          const { left, top } = element.getBoundingClientRect();
          const delta = Math.max(-60, Math.min(60, event.deltaY * unit));
          this.zoomAt(event.clientX - left, event.clientY - top, Math.exp(-delta * 0.01));
        } else if (event.shiftKey && event.deltaX === 0) this.panBy(-event.deltaY * unit, 0);
        else this.panBy(-event.deltaX * unit, -event.deltaY * unit);
      },
      { passive: false },
    );
    let last: { x: number; y: number } | undefined;
    let moved = 0;
    element.addEventListener('pointerdown', event => {
      if (event.button > 1) return;
      last = { x: event.clientX, y: event.clientY };
      moved = 0;
    });
    element.addEventListener('pointermove', event => {
      if (last === undefined) return;
      const dx = event.clientX - last.x;
      const dy = event.clientY - last.y;
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved < 5) return;
      element.setPointerCapture(event.pointerId);
      element.classList.add('panning');
      last = { x: event.clientX, y: event.clientY };
      this.panBy(dx, dy);
    });
    const end = (): void => {
      last = undefined;
      element.classList.remove('panning');
    };
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    // The end of a drag is no click.
    element.addEventListener(
      'click',
      event => {
        if (moved >= 5) event.stopPropagation();
        moved = 0;
      },
      true,
    );
  }
}

/** The reader wants no motion, as the system or VS Code says. */
export function isStill(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion')
  );
}
